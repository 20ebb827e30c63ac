import { DAY, HOUR, localDay, MINUTE, startOfLocalDay, type Instant, type Interval } from '#app/domain/kernel/time.ts';
import type { NewContest, NewRound } from './contest.repo.server.ts';
import { rulesOf, type ContestFile, type RoundFile } from './contest.schema.ts';

const roundOf = (round: RoundFile): NewRound => ({
  number: round.number,
  title: round.title,
  kind: round.kind,
  opensAt: Date.parse(round.opensAt),
  closesAt: Date.parse(round.closesAt),
  duration: Math.round(round.minutes * MINUTE),
  window: round.window,
  lateArrival: round.lateArrival,
  entryFor: round.entryForMinutes === undefined ? undefined : Math.round(round.entryForMinutes * MINUTE),
  blueprint: round.blueprint,
});

/** A description in the shape in which contests are stored. */
export const contestOf = (file: ContestFile): NewContest => ({
  slug: file.slug,
  title: file.title,
  rules: rulesOf(file),
  rounds: file.rounds.map(roundOf),
});

/**
 * The contest with its rounds moved so that it can be tried now: its first contest round and practice are open, and the
 * rounds after the first follow as they did.
 */
export function openNow(contest: NewContest, now: Instant): NewContest {
  const first = contest.rounds
    .filter((round) => round.kind === 'contest')
    .toSorted((a, b) => a.opensAt - b.opensAt)
    .at(0);
  const around = windowAround(now, 4);
  const later = first === undefined ? 0 : around.end - first.closesAt;
  return {
    ...contest,
    rounds: contest.rounds.map((round) => {
      const closesAt = round.closesAt + later;
      if (round.kind === 'practice') {
        return { ...round, opensAt: windowAround(now, 7).start, closesAt: Math.max(around.end, closesAt) };
      }
      return { ...round, opensAt: round === first ? around.start : round.opensAt + later, closesAt };
    }),
  };
}

/** From 08:00 some days ago to the end of the day in two days' time. */
function windowAround(now: Instant, daysBefore: number): Interval {
  const today = startOfLocalDay(localDay(now));
  return { start: today - daysBefore * DAY + 8 * HOUR, end: today + 3 * DAY };
}
