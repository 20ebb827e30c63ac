import { isOver } from '#app/domain/contests/conduct.ts';
import { ok, refuse } from '#app/domain/kernel/result.ts';
import type { Duration } from '#app/domain/kernel/time.ts';
import { findAdjustments } from '#app/features/contests/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { storeIn, type Adjusted } from './adjust-round.server.ts';
import { hasAccount } from './conduct.repo.server.ts';
import { openContest, takeEffect, type Conducting } from './open-conduct.server.ts';

const REST = 'rest';

/** Who gets the time: a person, or everybody of a unit and the units below it. */
export type Whom = { readonly accountId: string } | { readonly unitId: string };

export interface GrantExtraTime extends Conducting {
  readonly whom: Whom;
  /** The id of a round, or "rest" for every round of the contest that is not over: one adjustment for each. */
  readonly roundId: string;
  readonly ms: Duration;
}

/**
 * Gives a person or the people of a unit more time, before or during a round: it is added to their duration and to the close
 * for them, and to what they were given before.
 */
export async function grantExtraTime(command: GrantExtraTime): Promise<Adjusted> {
  const { actor, contestSlug, whom, ms, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const contest = opened.value;
  const unitId = 'unitId' in whom ? whom.unitId : undefined;
  const accountId = 'accountId' in whom ? whom.accountId : undefined;
  if (unitId !== undefined && !(await getUnitIndex(now)).has(unitId)) return refuse('unknown-unit');
  const stored = await inTransaction(async (tx): Promise<Adjusted> => {
    if (accountId !== undefined && !(await hasAccount(tx, accountId))) return refuse('unknown-person');
    const held = await findAdjustments(contest.id, tx);
    const rounds =
      command.roundId === REST
        ? contest.rounds.filter(
            (round) =>
              round.kind === 'contest' &&
              !isOver(round, { timing: round, adjustments: held.get(round.id) ?? [], now }, contest.rules.grace),
          )
        : contest.rounds.filter((round) => round.id === command.roundId);
    if (rounds.length === 0) return refuse(command.roundId === REST ? 'round-settled' : 'not-found');
    const made = [];
    for (const { id: roundId } of rounds) {
      const act = { kind: 'grant', ms, accountId } as const;
      const one = await storeIn(
        tx,
        { ...command, roundId },
        { contestId: contest.id, act, action: 'extra-time.granted', unitId },
      );
      // why: a round that is settled at this very moment is none of those that are left.
      if (!one.ok && one.error === 'round-settled' && command.roundId === REST) continue;
      if (!one.ok) return one;
      made.push({ roundId, ...one.value });
    }
    if (made.length === 0) return refuse('round-settled');
    return ok({
      contestId: contest.id,
      adjustmentIds: made.map((each) => each.id),
      roundIds: made.filter((each) => each.isNew).map((each) => each.roundId),
    });
  });
  if (stored.ok) await takeEffect(stored.value.roundIds, now);
  return stored;
}
