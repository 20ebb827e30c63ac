import type { Contest, Round } from '#app/domain/contests/contest.ts';
import type { Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { findAdjustments } from './adjustment.repo.server.ts';
import { findContest } from './contest.repo.server.ts';
import { contestAt, type ContestNow } from './get-contest.server.ts';

interface Known<T> {
  readonly asOf: Instant;
  readonly value: Promise<T>;
}

type Adjustments = ReadonlyMap<string, readonly Adjustment[]>;

const FRESH_MS = 1_000;
const contests = new Map<string, Known<Contest | undefined>>();
const adjusted = new Map<string, Known<Adjustments>>();
const bySlug = new Map<string, Known<Contest | undefined>>();

/** Forgets what is known: called after every change of a contest or of its time in this process. */
export function dropClocks(): void {
  contests.clear();
  adjusted.clear();
  bySlug.clear();
}

whenForgotten(dropClocks);

/** What is known by this key since `since`, or what a new look finds. */
function remembered<T>(
  known: Map<string, Known<T>>,
  key: string,
  { now, since }: { now: Instant; since: Instant },
  look: () => Promise<T>,
): Promise<T> {
  const found = known.get(key);
  if (found && since <= found.asOf && found.asOf <= now) return found.value;
  const value = look();
  known.set(key, { asOf: now, value });
  value.catch(() => known.delete(key));
  return value;
}

/**
 * The contest of a round with its adjustments, at most one second old: hundreds of saves a second ask the database once.
 * A change in this process is seen at once, one of another process within the second.
 * @param isExact every adjustment that was stored before `now` must be seen, whoever made it: for acts that cannot be taken
 *   back
 */
export async function getClock(
  roundId: string,
  now: Instant,
  { isExact = false }: { isExact?: boolean } = {},
): Promise<{ contest: Contest; round: Round; adjustments: readonly Adjustment[] } | undefined> {
  const recently = { now, since: now - FRESH_MS + 1 };
  const contest = await remembered(contests, roundId, recently, () => findContest({ roundId }));
  const round = contest?.rounds.find((each) => each.id === roundId);
  if (!contest || !round) return undefined;
  const wanted = isExact ? { now, since: now } : recently;
  const adjustments = await remembered(adjusted, contest.id, wanted, () => findAdjustments(contest.id));
  return { contest, round, adjustments: adjustments.get(roundId) ?? [] };
}

/** A contest as it stands at `now`, known as recently as getClock() knows it: for starts, of which thousands come together. */
export async function getContestSoon(slug: string, now: Instant): Promise<ContestNow | undefined> {
  const recently = { now, since: now - FRESH_MS + 1 };
  const contest = await remembered(bySlug, slug, recently, () => findContest({ slug }));
  if (!contest) {
    // why: addresses that lead nowhere must not fill the memory.
    bySlug.delete(slug);
    return undefined;
  }
  return contestAt(contest, await remembered(adjusted, contest.id, recently, () => findAdjustments(contest.id)), now);
}
