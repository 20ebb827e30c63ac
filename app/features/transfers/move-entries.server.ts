import type { Contest } from '#app/domain/contests/contest.ts';
import { mayEnter } from '#app/domain/contests/entry.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { planMove, type EnteredContest, type MovePlan } from '#app/domain/transfers/plan-move.ts';
import type { Transfer } from '#app/domain/transfers/transfer.ts';
import { blockOf, findAdjustments, findContest, listContests } from '#app/features/contests/index.server.ts';
import { markUnitsEverywhere } from '#app/features/participation/index.server.ts';
import { foldPerson } from '#app/features/results/index.server.ts';
import { getUnitIndex, type UnitPlace } from '#app/features/units/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findEntries, storeEntryUnit, type EntryRow } from './person.repo.server.ts';

/** Whether a contest is for people of a unit; age and membership are the person's, and do not change with it. */
function invites(contest: Contest, place: UnitPlace | undefined, now: Instant): boolean {
  if (!place) return false;
  const { units, blocks } = contest.rules.entry;
  const entrant = {
    birthYear: 0,
    unitIds: place.pathIds,
    block: blockOf(contest.rules.blocks, place),
    organizes: false,
  };
  return mayEnter({ units, blocks, excludesOrganizers: false }, entrant, now).ok;
}

/** Whether extra time of a unit tells the two units apart in a round that the person sat: its times would no longer be explained. */
async function hasOwnTime(tx: Tx | undefined, entry: EntryRow, { fromUnitId, toUnitId }: Transfer): Promise<boolean> {
  if (entry.roundIds.length === 0) return false;
  const adjustments = await findAdjustments(entry.contestId, tx);
  return entry.roundIds
    .flatMap((roundId) => adjustments.get(roundId) ?? [])
    .some(({ unitIds }) => unitIds !== undefined && unitIds.has(fromUnitId) !== unitIds.has(toUnitId));
}

/** What a transfer does to the contests that the person has entered, as things stand. */
export async function planOf(tx: Tx | undefined, transfer: Transfer, now: Instant): Promise<MovePlan> {
  const ids = (await listContests(now)).map(({ contest }) => contest.id);
  const place = (await getUnitIndex(now)).get(transfer.toUnitId);
  const entered: EnteredContest[] = [];
  for (const entry of await findEntries(tx, transfer.accountId, ids)) {
    // why again: in a transaction it must be as it is in there, as somebody may be settling it.
    const contest = await findContest({ id: entry.contestId }, tx);
    if (!contest) continue;
    entered.push({
      contestId: entry.contestId,
      unitId: entry.unitId,
      isRunning: entry.isRunning,
      isSettled: contest.settledAt !== undefined,
      invitesNew: invites(contest, place, now),
      hasOwnTime: await hasOwnTime(tx, entry, transfer),
    });
  }
  return planMove(entered, transfer.fromUnitId);
}

/**
 * Gives entries and attempts of the contests that move the new unit, writes the person's rows in their rankings anew, and has
 * the figures of both units counted again, in the caller's transaction. @returns how many attempts moved
 */
export async function moveEntries(tx: Tx, transfer: Transfer, plan: MovePlan, now: Instant): Promise<number> {
  const { accountId, fromUnitId, toUnitId } = transfer;
  let attempts = 0;
  for (const contestId of plan.moves) {
    attempts += await storeEntryUnit(tx, { contestId, accountId }, toUnitId);
    await foldPerson(tx, { contestId, accountId, now });
  }
  // why everywhere: lessons that the person read are counted by the unit of the account.
  await markUnitsEverywhere(tx, [fromUnitId, toUnitId]);
  return attempts;
}
