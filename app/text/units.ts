import { defineText } from './define-text.ts';

/** Words of choosing a unit and of browsing the tree. */
export const unitsText = defineText(
  {
    pickerLegend: 'Đơn vị của bạn',
    pickerHint:
      'Gõ một phần tên xã, phường hoặc cơ quan, có dấu hay không dấu đều được; tên cũ trước ngày 01/7/2025 cũng tìm được. Ví dụ: truong ha',
    search: 'Tìm đơn vị',
    find: 'Tìm',
    chosen: 'Đơn vị đã chọn',
    results: 'Chọn một đơn vị',
    found: (count: number) => `Tìm thấy ${count} đơn vị.`,
    foundMany: (count: number) => `Có nhiều đơn vị khớp; đây là ${count} đơn vị đầu. Gõ thêm để thu hẹp.`,
    nothing: 'Không có đơn vị nào khớp. Hãy thử một phần ngắn hơn của tên.',
    formerly: 'trước đây:',
    whichUnit: 'Chọn đơn vị nào?',
    openBranch: (count: number) => `Xem ${count} đơn vị cấp dưới`,
    openBranchOf: (name: string, count: number) => `Xem ${count} đơn vị cấp dưới của ${name}`,
    title: 'Đơn vị',
    lead: 'Chọn đơn vị để xem số người tham gia và kết quả.',
    searchResults: 'Kết quả tìm kiếm',
    allUnits: 'Xem tất cả đơn vị',
    people: (count: string) => `${count} người`,
    sample: 'Số người là số liệu mẫu.',
    empty: 'Danh sách đơn vị chưa được nạp. Ban tổ chức sẽ đưa lên trước khi mở đăng ký.',
  },
  {
    pickerLegend: 'Your unit',
    pickerHint:
      'Type a part of the name of the commune, ward or office, with or without marks; names from before 1 July 2025 are found too. For example: truong ha',
    search: 'Find a unit',
    find: 'Find',
    chosen: 'Chosen unit',
    results: 'Choose a unit',
    found: (count: number) => (count === 1 ? '1 unit found.' : `${count} units found.`),
    foundMany: (count: number) => `Many units match; these are the first ${count}. Type more to narrow it down.`,
    nothing: 'No unit matches. Try a shorter part of the name.',
    formerly: 'formerly',
    whichUnit: 'Which unit to choose?',
    openBranch: (count: number) => (count === 1 ? 'See the unit below' : `See the ${count} units below`),
    openBranchOf: (name: string, count: number) =>
      count === 1 ? `See the unit below ${name}` : `See the ${count} units below ${name}`,
    title: 'Units',
    lead: 'Choose a unit to see how many take part, and its results.',
    searchResults: 'Search results',
    allUnits: 'See all units',
    people: (count: string) => `${count} people`,
    sample: 'Headcounts are sample figures.',
    empty: 'The list of units is not loaded yet. The organizers will load it before registration opens.',
  },
);
