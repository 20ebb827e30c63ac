import type { Instant } from '#app/domain/kernel/time.ts';
import { writeWorkbook } from '#app/platform/tables/write-workbook.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { rostersText } from '#app/text/rosters.ts';
import { formatInstant } from '#app/ui/format.ts';
import type { RosterLine } from './roster-list.repo.server.ts';

/** The people of a list as a workbook for reminding them: texts only, so that nothing in it can be a formula. */
export async function rosterWorkbook(
  lines: readonly RosterLine[],
  about: { readonly unitName: string; readonly contestTitle: string | undefined; readonly filter: string },
  { locale, now }: { locale: Locale; now: Instant },
): Promise<Uint8Array> {
  const t = rostersText[locale];
  const contest = about.contestTitle === undefined ? [] : [about.contestTitle];
  const sheet = {
    name: t.sheetName,
    above: [about.unitName, ...contest, `${about.filter} · ${t.asOf(formatInstant(now, locale))}`],
    columns: [
      { head: t.number, width: 6, kind: 'count' as const },
      { head: t.fullName, width: 30, kind: 'text' as const },
      { head: t.birthYear, width: 10, kind: 'text' as const },
      { head: t.position, width: 28, kind: 'text' as const },
      { head: t.categories, width: 28, kind: 'text' as const },
      { head: t.state, width: 22, kind: 'text' as const },
    ],
    rows: lines.map((line) => [
      line.number,
      line.fullName,
      line.birthYear === undefined ? '' : String(line.birthYear),
      line.position,
      line.categories.map((category) => t.categoryNames[category]).join(', '),
      t.states[line.state],
    ]),
  };
  return writeWorkbook([sheet], now);
}

/** The workbook that clerks without a list of their own fill in. */
export async function rosterTemplate({ locale, now }: { locale: Locale; now: Instant }): Promise<Uint8Array> {
  const t = rostersText[locale];
  const column = (head: string, width: number, kind: 'text' | 'count' = 'text') => ({ head, width, kind });
  const sheet = {
    name: t.sheetName,
    columns: [
      column('STT', 6, 'count'),
      column('Họ và tên', 30),
      column('Năm sinh', 14),
      column('Chức vụ', 28),
      column('Đối tượng', 28),
    ],
    rows: Array.from({ length: 20 }, (_, index) => [index + 1, null, null, null, null]),
  };
  return writeWorkbook([sheet], now);
}
