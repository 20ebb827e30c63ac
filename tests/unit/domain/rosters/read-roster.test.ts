import { describe, expect, test } from 'vitest';
import { birthYearOf } from '#app/domain/rosters/birth-year.ts';
import { readRoster, type ReadRoster } from '#app/domain/rosters/read-roster.ts';

const THIS_YEAR = 2026;

/** A sheet whose rows are given as texts, cells parted by "|". */
const sheet = (...lines: readonly string[]) =>
  lines.map((line, index) => ({ number: index + 1, cells: line.split('|').map((cell) => cell.trim()) }));

function read(...lines: readonly string[]): ReadRoster {
  const result = readRoster(sheet(...lines), THIS_YEAR);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const named = ({ people }: ReadRoster) => people.map(({ fullName, birthYear }) => [fullName, birthYear]);

describe('a list as clerks keep it', () => {
  test('has title rows, two rows of heads, a row of numbers, groups, gaps and a signature', () => {
    const found = read(
      'ĐẢNG ỦY XÃ TRƯỜNG HÀ',
      '',
      'DANH SÁCH CÁN BỘ, ĐẢNG VIÊN NĂM 2026',
      'STT|Họ và tên|Năm sinh||Chức vụ|Số CCCD|Đối tượng',
      '||Nam|Nữ|||',
      '(1)|(2)|(3)|(4)|(5)|(6)|(7)',
      'I|Chi bộ cơ quan|||||',
      '1|NÔNG  VĂN AN |15/03/1975||Bí thư|004075000001|Cán bộ',
      '3|Hoàng Thị  Mai||1980||004075000002|Đảng viên; đoàn viên',
      '4||||||',
      '|Tổng cộng: 2 người|||||',
      '|||||NGƯỜI LẬP BIỂU|',
    );
    expect(named(found)).toEqual([
      ['Nông Văn An', 1975],
      ['Hoàng Thị Mai', 1980],
    ]);
    expect(found.people.map(({ position, categories }) => [position, categories])).toEqual([
      ['Bí thư', ['official']],
      ['', ['partyMember', 'youthUnionMember']],
    ]);
    expect(found.faults).toEqual([]);
    expect(found.skipped).toEqual([7, 11]);
    expect(found.ignored).toEqual([{ head: 'Số CCCD', isSensitive: true }]);
    expect(JSON.stringify(found)).not.toContain('004075');
  });

  test('has family and given names in two columns, under heads of their own or under one', () => {
    const own = read('TT|Họ đệm|Tên|Ngày sinh', '1|Bế Văn|Lâm|1990', '2|Đàm Thị|Nga|');
    const sub = read('TT|Họ và tên||Ngày sinh', '|Họ đệm|Tên|', '1|Bế Văn|Lâm|1990', '2|Đàm Thị|Nga|');
    const merged = read('TT|Họ và tên||Ngày sinh', '1|Bế Văn|Lâm|1990', '2|Đàm Thị|Nga|');
    for (const found of [own, sub, merged]) {
      expect(named(found)).toEqual([
        ['Bế Văn Lâm', 1990],
        ['Đàm Thị Nga', undefined],
      ]);
      expect(found.withoutYear).toBe(1);
    }
  });

  test('has crosses under categories', () => {
    const found = read(
      'STT|Họ và tên|Năm sinh|Đối tượng||Ghi chú',
      '|||Đảng viên|Đoàn viên|',
      '1|Lý Văn Bình|1999|x|X|khen',
      '2|Lý Thị Bích|2001||x|',
    );
    expect(found.people.map(({ categories }) => categories)).toEqual([
      ['partyMember', 'youthUnionMember'],
      ['youthUnionMember'],
    ]);
    expect(found.ignored).toEqual([{ head: 'Ghi chú', isSensitive: false }]);
  });

  test('tells faults by row and column, and takes the other rows in', () => {
    const found = read(
      'STT|Họ và tên|Ngày tháng năm sinh|Điện thoại',
      '1|Hà Văn Nam|01/02/1980|0912345678',
      '2||05/06/1985|0912345679',
      '3|Hà Văn Sơn|31/13/1985|',
      '4|HÀ VĂN NAM|1980|',
      '5|Hà Văn 3|1985|',
      '6|Hà Văn Tư|1850|',
    );
    expect(named(found)).toEqual([['Hà Văn Nam', 1980]]);
    expect(found.faults).toEqual([
      { row: 3, column: 'Họ và tên', code: 'noName', other: undefined },
      { row: 4, column: 'Ngày tháng năm sinh', code: 'impossibleYear', other: undefined },
      { row: 5, column: 'Họ và tên', code: 'double', other: 2 },
      { row: 6, column: 'Họ và tên', code: 'nameLetters', other: undefined },
      { row: 7, column: 'Ngày tháng năm sinh', code: 'impossibleYear', other: undefined },
    ]);
    expect(JSON.stringify(found)).not.toContain('09123');
  });

  test('has no phone number in a position', () => {
    expect(read('STT|Họ và tên|Chức vụ', '1|Hà Văn Nam|Trưởng xóm 0912 345 678').people[0]?.position).toBe('');
  });

  test('is refused without a head, and without people', () => {
    expect(readRoster(sheet('Danh sách', '1|Hà Văn Nam|1980'), THIS_YEAR)).toEqual({ ok: false, error: 'no-head' });
    expect(readRoster(sheet('STT|Họ và tên|Năm sinh', ''), THIS_YEAR)).toEqual({ ok: false, error: 'no-people' });
  });
});

describe('a year of birth', () => {
  test.each([
    ['15/03/1975', 1975],
    ['1975-03-15', 1975],
    ['1975', 1975],
    ['1975.0', 1975],
    ['27468', 1975],
    ['27468.0', 1975],
    ['3/1975', 1975],
    ['15.3.75', 1975],
    ['15/3/05', 2005],
    ['Sinh năm 1975', 1975],
    ['', undefined],
    ['-', undefined],
  ])('%s', (text, year) => {
    expect(birthYearOf(text, THIS_YEAR)).toEqual({ year });
  });

  test.each(['1899', '2026', '31/31/1980', '45/03/1975', 'abc', '99999', '1980 1985', '15/3'])('not %s', (text) => {
    expect(birthYearOf(text, THIS_YEAR)).toBe('impossible');
  });
});
