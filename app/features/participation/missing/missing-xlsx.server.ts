import type { Instant } from '#app/domain/kernel/time.ts';
import { writeWorkbook } from '#app/platform/tables/write-workbook.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { missingText } from '#app/text/missing.ts';
import { formatInstant } from '#app/ui/format.ts';
import type { MissingPerson } from './get-missing-page.server.ts';

/** Who is missing, as a workbook to tick off: names are texts whatever they begin with. */
export async function missingXlsx({
  people,
  unitName,
  subject,
  locale,
  now,
}: {
  people: readonly MissingPerson[];
  unitName: string;
  /** The title of the contest or topic. */
  subject: string;
  locale: Locale;
  now: Instant;
}): Promise<Uint8Array> {
  const t = missingText[locale];
  const sheet = {
    name: t.sheet,
    above: [t.listTitle(unitName), subject, t.asOf(formatInstant(now, locale))],
    columns: [
      { head: t.number, width: 6, kind: 'count' as const },
      { head: t.fullName, width: 32, kind: 'text' as const },
      // why as text: a year with a thousands dot is no year.
      { head: t.birthYear, width: 12, kind: 'text' as const },
      { head: t.hasAccount, width: 14, kind: 'text' as const },
      { head: t.note, width: 30, kind: 'text' as const },
    ],
    rows: people.map(({ number, fullName, birthYear }) => [number, fullName, String(birthYear), t.yes, null]),
  };
  return writeWorkbook([sheet], now);
}
