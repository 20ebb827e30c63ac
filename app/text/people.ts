import { defineText } from './define-text.ts';

/** Words for finding a person, for who may. */
export const peopleText = defineText(
  {
    pickerLegend: 'Người',
    pickerHint:
      'Ghi tên đăng nhập hoặc số điện thoại. Nếu tìm theo họ và tên, hãy chọn đơn vị trước và ghi đủ, đúng tên. Mỗi lần tìm đều được ghi lại.',
    search: 'Tên đăng nhập hoặc họ và tên',
    find: 'Tìm người',
    nobody: 'Không tìm thấy ai. Hãy kiểm tra cách viết; tìm theo họ và tên thì phải chọn đơn vị.',
    found: (count: number) => `Tìm thấy ${count} người.`,
    bornIn: (year: number) => `Sinh năm ${year}`,
  },
  {
    pickerLegend: 'Person',
    pickerHint:
      'A sign-in name or phone number. To search by full name, choose the unit first and give the exact name. Every search is recorded.',
    search: 'Sign-in name or full name',
    find: 'Find person',
    nobody: 'Nobody was found. Check the spelling; a search by full name needs a unit.',
    found: (count: number) => `${count} found.`,
    bornIn: (year: number) => `Born ${year}`,
  },
);
