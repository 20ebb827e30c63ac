import { conductText } from '#app/text/conduct.ts';
import { formatDuration, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { AdjustmentView } from './list-adjustments.server.ts';

/** Names of people by account id, as the page was given them. */
export type Names = Readonly<Record<string, string>>;

/** How to say who did something, and what an act did to the time of a round. */
export function useActWords(names: Names): {
  nameOf: (accountId: string) => string;
  effectOf: (act: AdjustmentView) => string;
} {
  const t = useText(conductText);
  const locale = useLocale();
  const nameOf = (accountId: string): string =>
    names[accountId] ?? (accountId === 'operator' ? t.operator : t.unknownPerson);
  const effectOf = (act: AdjustmentView): string => {
    const { kind, roundTitle, ms, accountId, unitName = '', startsAt = act.at, endsAt } = act;
    const length = formatDuration(ms, locale);
    switch (kind) {
      case 'extension':
        return t.extension(roundTitle, length);
      case 'extraTime':
        return t.extraTime(roundTitle, accountId === undefined ? t.unit(unitName) : nameOf(accountId), length);
      case 'pause': {
        const from = formatInstant(startsAt, locale);
        if (endsAt === undefined) return t.pauseLasts(roundTitle, from);
        const lasted = formatDuration(endsAt - startsAt, locale);
        return t.pauseOver(roundTitle, from, formatInstant(endsAt, locale), lasted);
      }
    }
  };
  return { nameOf, effectOf };
}
