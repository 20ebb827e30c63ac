import { csvLine, text } from '#app/platform/csv.ts';
import { actSentence } from '#app/text/acts.ts';
import { auditText } from '#app/text/audit.ts';
import type { Locale } from '#app/text/define-text.ts';
import { readLog, type ActPerson, type ActView } from './get-log.server.ts';
import type { LogQuery } from './log-query.ts';

// why: without it Excel takes Vietnamese letters for something else.
const BYTE_ORDER_MARK = '\uFEFF';

/** Who acted, in words. */
export const personWords = (who: ActPerson, locale: Locale): string => {
  if (who.kind === 'official') return who.name;
  return who.kind === 'system' ? auditText[locale].system : auditText[locale].someone(who.code);
};

const detailText = ({ detail }: ActView): string => detail.map(([name, value]) => `${name}: ${value}`).join('; ');
const isoOf = (at: number): string => new Date(at).toISOString();

/** The acts as CSV for Excel: no text in it can become a formula. It is read and given page by page. */
export async function* logCsv(query: LogQuery, locale: Locale): AsyncGenerator<string> {
  const t = auditText[locale];
  const head = [t.sequence, t.at, t.who, t.what, t.act, t.subject, t.detail];
  yield BYTE_ORDER_MARK + csvLine(head.map(text));
  for await (const page of readLog(query)) {
    yield page
      .map((act) =>
        csvLine([
          act.sequence ?? null,
          text(isoOf(act.at)),
          text(personWords(act.who, locale)),
          text(actSentence(act.action, locale)),
          text(act.action),
          text(`${act.subjectKind} ${act.subject}`.trim()),
          text(detailText(act)),
        ]),
      )
      .join('');
  }
}

/** The acts as one JSON object a line, for programs. */
export async function* logLines(query: LogQuery, locale: Locale): AsyncGenerator<string> {
  for await (const page of readLog(query)) {
    yield page
      .map(({ at, who, detail, ...act }) => {
        const words = { who: personWords(who, locale), what: actSentence(act.action, locale) };
        return `${JSON.stringify({ at: isoOf(at), ...words, ...act, detail: Object.fromEntries(detail) })}\n`;
      })
      .join('');
  }
}
