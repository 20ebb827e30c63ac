import type { Contest, ContestRules } from '#app/domain/contests/contest.ts';
import { DAY, HOUR, localDay, MINUTE, SECOND, startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import type { PlannedRound } from '#app/domain/contests/locks.ts';
import { ordered, type DescribedRound, type Description } from './description.ts';
import { instantText } from './local-time.ts';
import { slugOf } from './slug.ts';

const roundOf = (round: PlannedRound): DescribedRound => ({
  number: round.number,
  title: round.title,
  kind: round.kind,
  opensAt: instantText(round.opensAt),
  closesAt: instantText(round.closesAt),
  minutes: round.duration / MINUTE,
  window: round.window,
  lateArrival: round.lateArrival,
  entryForMinutes: round.entryFor === undefined ? undefined : round.entryFor / MINUTE,
  blueprint: round.blueprint as DescribedRound['blueprint'],
});

/** A contest as a description: what storing it made of a file, turned back. */
export function descriptionOf(
  contest: Pick<Contest, 'slug' | 'title'> & { rules: ContestRules; rounds: readonly PlannedRound[] },
): Description {
  const { frozenFor, grace, ...rules } = contest.rules;
  return ordered({
    slug: contest.slug,
    title: contest.title,
    ...rules,
    frozenForMinutes: Math.round(frozenFor / MINUTE),
    graceSeconds: Math.round(grace / SECOND),
    rounds: contest.rounds.map(roundOf),
  }) as Description;
}

/** How far ahead a new contest is planned, until somebody sets the time. */
const AHEAD_DAYS = 14;
const OPENING_HOUR = 8;

/**
 * A description to begin a new contest from: without the name of the old one in its address, and with all instants moved by
 * whole days so that the first round opens two weeks from now, at the same time of day.
 */
export function asNew(description: Description, now: Instant): Description {
  const { slug: _, isTemplate: __, title, ...rest } = description;
  const openings = (description.rounds ?? []).flatMap(({ opensAt }) => {
    const at = Date.parse(opensAt ?? '');
    return Number.isNaN(at) ? [] : [at];
  });
  const first = openings.length > 0 ? Math.min(...openings) : now;
  const shift = startOfLocalDay(localDay(now)) + AHEAD_DAYS * DAY - startOfLocalDay(localDay(first));
  const moved = (text: string | undefined): string | undefined => {
    const at = Date.parse(text ?? '');
    return Number.isNaN(at) ? text : instantText(at + shift);
  };
  return {
    ...(title === undefined ? {} : { slug: slugOf(title), title }),
    ...rest,
    rounds: description.rounds?.map((round) => ({
      ...round,
      opensAt: moved(round.opensAt),
      closesAt: moved(round.closesAt),
    })),
  };
}

/** A round to begin with: a week, a quarter of an hour, twenty questions from anywhere in the bank. */
export function blankRound(number: number, title: string, opensAt: Instant): DescribedRound {
  return {
    number,
    title,
    kind: 'contest',
    opensAt: instantText(opensAt),
    closesAt: instantText(opensAt + 7 * DAY),
    minutes: 15,
    window: 'personal',
    lateArrival: 'cut',
    blueprint: { sections: [{ title: 'Phần chung', quotas: [{ count: 20 }] }] },
  };
}

/** A new contest before anybody has said anything about it: one round, the rules that most contests have. */
export function blankDescription(now: Instant, organizer: string | undefined): Description {
  const opensAt = startOfLocalDay(localDay(now)) + AHEAD_DAYS * DAY + OPENING_HOUR * HOUR;
  return {
    ...(organizer === undefined ? {} : { organizer }),
    entry: { units: [], blocks: [], excludesOrganizers: true },
    marking: { right: 1, wrong: 0, blank: 0, partial: 'none' },
    mustAnswerAll: false,
    attempts: { limits: [{ count: 1, per: 'round' }], counted: 'only' },
    overall: 'none',
    ranking: ['score', 'duration', 'submittedAt'],
    boards: 'live',
    frozenForMinutes: 0,
    keys: 'after-round',
    graceSeconds: 120,
    units: { criteria: ['rate'], minimumHeadcount: 50 },
    blocks: [],
    rounds: [blankRound(1, 'Vòng 1', opensAt)],
  };
}
