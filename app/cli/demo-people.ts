import { seededRandom, type Random } from '#app/domain/kernel/random.ts';
import type { SampleAccount } from '#app/features/identity/index.server.ts';
import type { UnitRow } from '#app/features/units/index.server.ts';

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Nông',
  'Lương',
  'Bế',
  'Đàm',
  'Lý',
  'Triệu',
  'Hà',
  'Mã',
  'Đinh',
];
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Thu', 'Đức', 'Quang', 'Ngọc', 'Thanh', 'Hồng', 'Xuân'];
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Đạt',
  'Giang',
  'Hà',
  'Hiếu',
  'Hoa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Quân',
  'Sơn',
  'Thảo',
  'Trang',
  'Tuấn',
  'Việt',
  'Yến',
  'Ước',
];

const pick = <T>(members: readonly T[], random: Random): T => members[Math.floor(random() * members.length)] as T;

/** The password of the demo accounts that can be signed in to. It is printed, and it exists in the demonstration only. */
export const DEMO_PASSWORD = 'pacbo-1941-demo';

/** The people whom a visitor of the demonstration can be. */
export const DEMO_ACCOUNTS: readonly (SampleAccount & { duty: string })[] = [
  {
    duty: 'Thí sinh',
    signInName: 'thisinh',
    fullName: 'Nông Thị Mai',
    birthYear: 1996,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
  },
  {
    duty: 'Thí sinh được mời giải trình',
    signInName: 'thisinh2',
    fullName: 'Lục Thị Xuyến',
    birthYear: 1991,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
  },
  {
    duty: 'Phụ trách đơn vị (Xã Trường Hà)',
    signInName: 'phutrach',
    fullName: 'Hoàng Văn Sơn',
    birthYear: 1980,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'unitManager', unitId: 'xa-truong-ha' }],
  },
  {
    duty: 'Phụ trách Khối xã, phường',
    signInName: 'khoixa',
    fullName: 'Đinh Thị Thảo',
    birthYear: 1982,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'unitManager', unitId: 'cao-bang', block: 'Khối xã, phường' }],
  },
  {
    duty: 'Phụ trách toàn tỉnh',
    signInName: 'toantinh',
    fullName: 'Mã Văn Quang',
    birthYear: 1974,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'unitManager', unitId: 'cao-bang' }],
  },
  {
    duty: 'Ban tổ chức',
    signInName: 'bantochuc',
    fullName: 'Lương Thị Hồng',
    birthYear: 1978,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'organizer', unitId: 'cao-bang' }],
  },
  {
    duty: 'Ban tổ chức (người thứ hai)',
    signInName: 'bantochuc2',
    fullName: 'Hoàng Minh Đức',
    birthYear: 1978,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'organizer', unitId: 'cao-bang' }],
  },
  {
    duty: 'Quản trị',
    signInName: 'quantri',
    fullName: 'Nguyễn Thị Hạnh',
    birthYear: 1976,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'administrator', unitId: 'cao-bang' }],
  },
  {
    duty: 'Người kiểm tra',
    signInName: 'kiemtra',
    fullName: 'Đàm Văn Chính',
    birthYear: 1972,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'auditor', unitId: 'cao-bang' }],
  },
  {
    duty: 'Soạn câu hỏi',
    signInName: 'soancau',
    fullName: 'Bế Văn Lâm',
    birthYear: 1989,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'itemAuthor', unitId: 'cao-bang' }],
  },
  {
    duty: 'Thẩm định câu hỏi',
    signInName: 'thamdinh',
    fullName: 'Đàm Thị Nga',
    birthYear: 1975,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'itemReviewer', unitId: 'cao-bang' }],
  },
  {
    duty: 'Duyệt câu hỏi',
    signInName: 'duyetcau',
    fullName: 'Triệu Văn Hưng',
    birthYear: 1970,
    unitId: 'xa-truong-ha',
    password: DEMO_PASSWORD,
    grants: [{ role: 'itemApprover', unitId: 'cao-bang' }],
  },
];

/** Made-up people spread over the units, some units more eager than others; the same every time. */
export function samplePeople(units: readonly UnitRow[], count: number): SampleAccount[] {
  const random = seededRandom('sample-people');
  const leaves = units.filter((unit) => unit.headcount > 0);
  const eager = leaves.flatMap((unit) => Array.from({ length: 1 + Math.floor(random() * 9) }, () => unit));
  return Array.from({ length: count }, (_, index) => ({
    signInName: `mau-${String(index + 1).padStart(4, '0')}`,
    fullName: `${pick(FAMILY, random)} ${pick(MIDDLE, random)} ${pick(GIVEN, random)}`,
    // why so young: a few are under 16, who have a guardian and stand on boards under initials.
    birthYear: 1961 + Math.floor(random() * 51),
    unitId: (index < 14 ? leaves.find((unit) => unit.id === 'xa-truong-ha') : undefined)?.id ?? pick(eager, random).id,
  }));
}
