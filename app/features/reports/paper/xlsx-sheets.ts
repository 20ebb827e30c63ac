import type ExcelJS from 'exceljs';
import type { WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { goalWords, instantWords, shortDay } from './paper-words.ts';
import { placeName } from './report-document.ts';
import { FONT, headLine, HEAD_ROW, over, put, WHOLE, type Value } from './xlsx-cells.ts';

/** People by what they said to be, from a line on. */
export function categoryLines(sheet: ExcelJS.Worksheet, { categories }: WeeklyReport, from: number): void {
  const { columns } = words;
  const names = [columns.number, columns.category, columns.headcount, columns.people, columns.rate];
  headLine(
    sheet,
    from,
    names.map((name) => ({ name })),
  );
  [7, 44, 12, 12, 11].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  categories.forEach(({ category, headcount, people, rate }, index) => {
    const at = from + 1 + index;
    put(sheet.getCell(at, 1), index + 1);
    put(sheet.getCell(at, 2), words.categories[category]);
    put(sheet.getCell(at, 3), headcount ?? words.none, WHOLE);
    put(sheet.getCell(at, 4), people, WHOLE);
    put(sheet.getCell(at, 5), headcount === undefined ? words.none : over(`D${at}`, `C${at}`, rate), '0.00%');
  });
  const note = sheet.getCell(from + categories.length + 1, 1);
  note.value = words.categoryNote;
  note.font = { ...FONT, italic: true };
}

/** All in all, a figure to a line. */
export function generalSheet(
  sheet: ExcelJS.Worksheet,
  report: WeeklyReport,
  { hash }: { readonly hash: string },
): void {
  const { columns, sheetFigures } = words;
  const { total, hasScores, contest, number, since, at } = report;
  sheet.getColumn(1).width = 34;
  sheet.getColumn(2).width = 70;
  headLine(sheet, HEAD_ROW, [{ name: words.sheets.general }, { name: placeName(report) }]);
  const lines: [string, Value, string?][] = [
    [sheetFigures.contest, contest.title],
    [sheetFigures.unit, placeName(report)],
    [sheetFigures.period, sheetFigures.periodOf(String(number), shortDay(since), shortDay(at))],
    [sheetFigures.closedAt, instantWords(at)],
    [columns.headcount, total.headcount, WHOLE],
    [columns.people, total.people, WHOLE],
    [columns.rate, over(`B${HEAD_ROW + 6}`, `B${HEAD_ROW + 5}`, total.rate), '0.00%'],
    [columns.newPeople, total.newPeople, WHOLE],
    [
      sheetFigures.rateBefore,
      over(`(B${HEAD_ROW + 6}-B${HEAD_ROW + 8})`, `B${HEAD_ROW + 5}`, total.rateBefore),
      '0.00%',
    ],
    [columns.attempts, total.attempts, WHOLE],
    [columns.valid, total.valid, WHOLE],
    [sheetFigures.newAttempts, total.newAttempts, WHOLE],
    ...(hasScores
      ? ([
          [columns.mean, total.mean ?? words.none, '0.00'],
          [columns.allRight, total.allRight, WHOLE],
        ] satisfies [string, Value, string][])
      : []),
    ...(total.target
      ? ([
          [columns.target, goalWords(total.target)],
          [columns.state, total.target.isReached ? words.yes : words.no],
        ] satisfies [string, Value][])
      : []),
    [sheetFigures.hash, hash],
  ];
  lines.forEach(([name, value, format], index) => {
    put(sheet.getCell(HEAD_ROW + 1 + index, 1), name);
    const cell = sheet.getCell(HEAD_ROW + 1 + index, 2);
    put(cell, value, format);
    cell.alignment = { horizontal: 'left', wrapText: true };
  });
}
