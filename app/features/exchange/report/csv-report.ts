import type { ImportRow } from '#app/domain/exchange/import-row.ts';
import { csvLine, text } from '#app/platform/csv.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { noteSentence, placeWords } from '#app/text/file-notes.ts';
import { findingsText } from '#app/text/findings.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** The report of a dry run for a spreadsheet: a line for each question. */
export function* csvReport(rows: readonly ImportRow[], locale: 'vi' | 'en'): Generator<string> {
  const t = exchangeText[locale];
  const head = [t.number, t.place, t.whatWasRead, t.verdict, t.remarks];
  yield BYTE_ORDER_MARK + csvLine(head.map(text));
  for (const { number, item, verdict, notes, findings } of rows) {
    const remarks = [
      ...notes.map((note) => `${t.levels[note.level]}: ${noteSentence(note, locale)}`),
      ...findings.map(({ code }) => findingsText[locale].finding[code]),
    ];
    yield csvLine([
      number,
      text(placeWords(item.at, locale)),
      text(item.body.prompt),
      text(t.verdicts[verdict]),
      text(remarks.join('\n')),
    ]);
  }
}
