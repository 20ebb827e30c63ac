import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { currentRound, phaseAt, type RoundPhase } from '#app/domain/contests/phase.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest, findContests } from './contest.repo.server.ts';

/** A contest with the round that matters now. */
export interface ContestNow {
  readonly contest: Contest;
  readonly round: Round;
  readonly phase: RoundPhase;
}

/** The round that matters at `now`, with its phase. @throws for a contest without rounds: none can be stored */
export function contestNow(contest: Contest, now: Instant): ContestNow {
  const round = currentRound(contest.rounds, now);
  if (!round) throw new Error(`contest ${contest.slug} has no round`);
  return { contest, round, phase: phaseAt(round, now).phase };
}

/** A contest by its slug, with the round that matters now; undefined when there is none. */
export async function getContest(slug: string, now: Instant): Promise<ContestNow | undefined> {
  const contest = await findContest({ slug });
  return contest && contestNow(contest, now);
}

const ORDER: Record<RoundPhase, number> = { open: 0, upcoming: 1, closed: 2 };

/** All contests: open ones first, then those to come, the next one first, then those that are over, the latest first. */
export async function listContests(now: Instant): Promise<ContestNow[]> {
  const contests = await findContests();
  return contests
    .map((contest) => contestNow(contest, now))
    .toSorted(
      (a, b) =>
        ORDER[a.phase] - ORDER[b.phase] ||
        (a.phase === 'upcoming' ? a.round.opensAt - b.round.opensAt : b.round.closesAt - a.round.closesAt),
    );
}

/** The contest that a page should lead to now: one that is open, else the next, else the last; undefined without any. */
export const getMainContest = async (now: Instant): Promise<ContestNow | undefined> => (await listContests(now))[0];

/** What the home page says of the contest that is open now; undefined when none is. */
export async function getOpenContest(now: Instant): Promise<
  | {
      slug: string;
      title: string;
      round: { title: string; opensAt: Instant; closesAt: Instant; phase: RoundPhase };
    }
  | undefined
> {
  const first = await getMainContest(now);
  if (first?.phase !== 'open') return undefined;
  const { contest, round, phase } = first;
  const { title, opensAt, closesAt } = round;
  return { slug: contest.slug, title: contest.title, round: { title, opensAt, closesAt, phase } };
}
