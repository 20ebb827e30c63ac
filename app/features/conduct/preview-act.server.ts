import { decideAct, type RoundAct, type RoundActRefusal } from '#app/domain/contests/conduct.ts';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { deadlineOf, pausedSince, windowOf, type RoundClock, type Window } from '#app/domain/contests/timeline.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findAdjustments } from '#app/features/contests/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { findRunningSitters } from './hall.repo.server.ts';
import type { Whom } from './grant-extra-time.server.ts';

/** An act as a form asks for it, before it is done. */
export type PlannedAct =
  | Extract<RoundAct, { kind: 'extend' | 'pause' | 'resume' | 'undo' }>
  | { readonly kind: 'grant'; readonly ms: number; readonly whom: Whom };

/** What an act would change in a round, if it were done now. */
export interface RoundChange {
  readonly roundId: string;
  readonly roundTitle: string;
  readonly before: Window;
  readonly after: Window;
  /** Since when the round stands still, where it does. */
  readonly pausedSince: Instant | undefined;
  /** Attempts that run now, those whose deadline would come later or earlier, and those that would be over at once. */
  readonly running: number;
  readonly later: number;
  readonly earlier: number;
  readonly ended: number;
}

/** Says what an act would change in these rounds, without doing it. @returns the refusal that doing it would meet */
export async function previewAct(
  contest: Contest,
  roundIds: readonly string[],
  act: PlannedAct,
  now: Instant,
): Promise<Result<RoundChange[], RoundActRefusal | 'unknown-unit'>> {
  const held = await findAdjustments(contest.id);
  const resolved = await resolve(act, now);
  if (!resolved) return refuse('unknown-unit');
  const changes: RoundChange[] = [];
  for (const round of contest.rounds.filter(({ id }) => roundIds.includes(id))) {
    const clock = { timing: round, adjustments: held.get(round.id) ?? [], now };
    const decided = decideAct({ round, clock, grace: contest.rules.grace }, resolved, '~');
    if (!decided.ok) return decided;
    changes.push(await changeOf(round, clock, { ...clock, adjustments: decided.value }));
  }
  return changes.length === 0 ? refuse('not-found') : ok(changes);
}

/** The act with a unit resolved to its branch. */
async function resolve(act: PlannedAct, now: Instant): Promise<RoundAct | undefined> {
  if (act.kind !== 'grant') return act;
  const { ms, whom } = act;
  if ('accountId' in whom) return { kind: 'grant', ms, accountId: whom.accountId };
  const index = await getUnitIndex(now);
  if (!index.has(whom.unitId)) return undefined;
  const branch = [...index.values()].filter((place) => place.pathIds.includes(whom.unitId));
  return { kind: 'grant', ms, unitIds: new Set(branch.map((place) => place.id)) };
}

async function changeOf(round: Round, before: RoundClock, after: RoundClock): Promise<RoundChange> {
  const sitters = await findRunningSitters(round.id);
  const counts = { later: 0, earlier: 0, ended: 0 };
  for (const sitter of sitters) {
    const [was, will] = [deadlineOf(before, sitter, sitter.startedAt), deadlineOf(after, sitter, sitter.startedAt)];
    counts.later += Number(will > was);
    counts.earlier += Number(will < was);
    counts.ended += Number(will < was && will <= after.now);
  }
  return {
    roundId: round.id,
    roundTitle: round.title,
    before: windowOf(before),
    after: windowOf(after),
    pausedSince: pausedSince(before.adjustments, before.now),
    running: sitters.length,
    ...counts,
  };
}
