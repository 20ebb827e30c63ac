import { createHash } from 'node:crypto';
import { LONGEST_REASON, type RoundActRefusal } from '#app/domain/contests/conduct.ts';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import type { RoundClock } from '#app/domain/contests/timeline.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { touchDeadlines } from '#app/features/attempts/index.server.ts';
import { dropClocks, findAdjustments, findContest } from '#app/features/contests/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** What every act of conducting a contest says. */
export interface Conducting {
  readonly actor: Actor;
  readonly contestSlug: string;
  readonly reason: string;
  /** Stands for one sending of a form: the same key makes the same thing once, however often it is sent. */
  readonly key: string;
  readonly now: Instant;
}

export type ConductRefusal =
  RoundActRefusal | 'forbidden' | 'reason-missing' | 'notice-missing' | 'unknown-person' | 'unknown-unit';

const SHORTEST_REASON = 5;

/** A reason as it is stored; undefined for one that says nothing, or too much. */
export function reasonOf(reason: string): string | undefined {
  const text = tidy(reason);
  return text.length >= SHORTEST_REASON && text.length <= LONGEST_REASON ? text : undefined;
}

/** The contest, for who may conduct it: the right is held at the top of the tree. */
export async function openContest(
  actor: Actor,
  contestSlug: string,
  now: Instant,
): Promise<Result<Contest, 'forbidden' | 'not-found'>> {
  const top = await getTopUnit(now);
  // why forbidden first: who may not conduct learns nothing about which contests there are.
  if (!top || !can(actor, 'conduct-contest', top.path)) return refuse('forbidden');
  const contest = await findContest({ slug: contestSlug });
  return contest ? ok(contest) : refuse('not-found');
}

/** The id of what one sending of a form makes in a scope: the same for every repetition, and nobody else's. */
export const idOf = ({ actor, key }: Pick<Conducting, 'actor' | 'key'>, scopeId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([actor.accountId, key, scopeId]))
    .digest('hex')
    .slice(0, 32);

/** A round with its clock as they stand inside of a transaction. */
export async function readRound(
  tx: Tx | undefined,
  contestId: string,
  roundId: string,
  now: Instant,
): Promise<{ round: Round; clock: RoundClock; grace: number } | undefined> {
  const contest = await findContest({ id: contestId }, tx);
  const round = contest?.rounds.find((each) => each.id === roundId);
  if (!contest || !round) return undefined;
  const adjustments = (await findAdjustments(contestId, tx)).get(roundId) ?? [];
  return { round, clock: { timing: round, adjustments, now }, grace: contest.rules.grace };
}

/**
 * Makes what was stored effective for everybody: this process forgets what it remembers, stored deadlines follow, and the
 * sheets that are open are told. Other processes see it within two seconds.
 */
export async function takeEffect(roundIds: readonly string[], now: Instant): Promise<void> {
  dropClocks();
  for (const roundId of roundIds) await touchDeadlines({ roundId, now });
}
