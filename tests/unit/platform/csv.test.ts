import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, text } from '#app/platform/csv.ts';
import { parseCsv } from '#tests/support/csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A', ' =1', '\u00A0=1'])(
  '%j is no formula',
  (value) => {
    expect(
      csvLine([text(value)])
        .replace(/^"/u, '')
        .startsWith("'"),
    ).toBe(true);
  },
);

test.each(['Nông Văn Dền', 'Bế-Thị', '1 = 1', '', "D'Artagnan"])('%j stays what it is', (value) => {
  expect(csvLine([text(value)])).toBe(`${value}\r\n`);
});

test('numbers stay numbers, nothing is an empty cell', () => {
  expect(csvLine([-1.5, 0, null, 20])).toBe('-1.5,0,,20\r\n');
});

test('quotes, commas and line ends come back, and no cell begins a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', '+', '-', '@', '\t', ' ', 'ế') }), {
        minLength: 1,
      }),
      (values) => {
        const cells = parseCsv(csvLine(values.map(text)))[0] ?? [];
        expect(cells).toHaveLength(values.length);
        for (const [index, cell] of cells.entries()) {
          const value = values[index] ?? '';
          expect([value, `'${value}`]).toContain(cell);
          expect(cell.trimStart()).not.toMatch(/^[=+\-@]/u);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
