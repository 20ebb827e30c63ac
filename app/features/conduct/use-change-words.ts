import type { Instant } from '#app/domain/kernel/time.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { formatDuration, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { RoundChange } from './preview-act.server.ts';

/** What an act would change, in sentences: the times of each round, and for how many attempts under way. */
export function useChangeWords(): (
  act: 'pause' | 'resume' | 'other',
  changes: readonly RoundChange[],
  now: Instant,
) => string[] {
  const t = useText(conductActsText);
  const locale = useLocale();
  const count = (value: number): string => formatNumber(value, locale);
  const at = (instant: Instant): string => formatInstant(instant, locale);
  const times = ({ roundTitle, before, after }: RoundChange): string[] => [
    before.closesAt === after.closesAt
      ? t.closesSame(roundTitle, at(after.closesAt))
      : t.closes(roundTitle, at(before.closesAt), at(after.closesAt)),
    ...(before.entryEndsAt !== after.entryEndsAt && after.entryEndsAt !== after.closesAt
      ? [t.entry(at(before.entryEndsAt), at(after.entryEndsAt))]
      : []),
  ];
  return (act, changes, now) =>
    changes.flatMap((change) => {
      const { running, later, earlier, ended, pausedSince = now } = change;
      if (act === 'pause') return [running === 0 ? t.noneRunning : t.stops(count(running))];
      if (act === 'resume') {
        const length = formatDuration(now - pausedSince, locale);
        return [...times(change), running === 0 ? t.noneRunning : t.resumes(count(running), length)];
      }
      const moved = [
        ...(later > 0 ? [t.later(count(later), count(running))] : []),
        ...(earlier > 0 ? [t.earlier(count(earlier), count(running))] : []),
        ...(ended > 0 ? [t.ended(count(ended))] : []),
      ];
      const still = running === 0 ? t.noneRunning : t.noneMoved;
      return [...times(change), ...(moved.length > 0 ? moved : [still])];
    });
}
