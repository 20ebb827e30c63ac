import type { Instant } from '#app/domain/kernel/time.ts';
import { markUnits, markUnitsEverywhere } from '#app/features/participation/index.server.ts';
import { foldPerson } from '#app/features/results/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { MergeAccount } from './merge.repo.server.ts';
import { findRows, MoveLog } from './move-log.repo.server.ts';
import type { MergeInContest, MergePlan } from './plan.server.ts';

interface Moving {
  readonly kept: MergeAccount;
  readonly merged: MergeAccount;
  readonly plan: MergePlan;
  /** The kept account takes over the duties of the other one. */
  readonly takesGrants: boolean;
  readonly now: Instant;
}

/**
 * Gives the kept account what the other one has: entries, attempts, consents, lessons read, lines of rosters, confirmations and open
 * requests; the other one is switched off. @returns what was changed, so that it can be taken back
 */
export async function moveRows(tx: Tx, moving: Moving): Promise<MoveLog> {
  const { kept, merged, plan, takesGrants, now } = moving;
  const log = new MoveLog(tx);
  for (const inContest of plan.contests) {
    if (inContest.plan.moves) await moveContest(tx, log, inContest, moving);
  }
  await moveKeyed(tx, log, 'consent', ['purpose', 'textVersion'], moving);
  await moveKeyed(tx, log, 'boardMember', ['contestId'], moving);
  await moveLessons(tx, log, moving);
  await moveAll(tx, log, 'rosterPerson', ['id'], { accountId: merged.id }, { accountId: kept.id });
  const waiting = { accountId: merged.id, state: 'waiting' };
  await moveAll(tx, log, 'dataRequest', ['id'], waiting, { accountId: kept.id });
  await moveAll(tx, log, 'unitTransfer', ['id'], waiting, { state: 'withdrawn', closedAt: new Date(now) });
  await moveGrants(log, kept, merged, takesGrants, now);
  await log.update('account', { id: merged.id }, { disabledAt: new Date(now), mergedIntoId: kept.id });
  return log;
}

async function moveContest(
  tx: Tx,
  log: MoveLog,
  { contest: { id: contestId }, plan, keptUnitId, mergedUnitId, attempts }: MergeInContest,
  { kept, merged }: Moving,
): Promise<void> {
  if (mergedUnitId === undefined) return;
  const entry = { contestId, accountId: merged.id };
  if (keptUnitId === undefined) await log.update('participation', entry, { accountId: kept.id });
  else await log.remove('participation', entry);
  const numbers = new Map(plan.numbered.map(({ id, number }) => [id, number]));
  await log.renumber(
    attempts.flatMap(({ id, accountId, number: was, unitId: from }) => {
      const number = numbers.get(id) ?? was;
      // why one unit: an entry and its attempts never differ in it.
      const unitId = keptUnitId ?? mergedUnitId;
      if (accountId === kept.id) return number === was ? [] : [{ id, after: { number } }];
      return [{ id, after: { accountId: kept.id, number, unitId: keptUnitId === undefined ? from : unitId } }];
    }),
  );
  const moved = attempts.filter(({ accountId }) => accountId === merged.id);
  for (const { id: attemptId } of moved) {
    const own = { attemptId, accountId: merged.id };
    await moveAll(tx, log, 'markChange', ['correctionId', 'attemptId'], own, { accountId: kept.id });
    await moveAll(tx, log, 'attemptTrace', ['attemptId', 'deviceHash', 'networkHash'], own, { accountId: kept.id });
    await moveAll(tx, log, 'signal', ['id'], own, { accountId: kept.id });
  }
  const { length } = await findRows(tx, 'confirmation', { contestId, accountId: kept.id });
  // why not both: a person has one code in a contest; the other one still leads to the person, see findProof().
  if (length === 0) await moveAll(tx, log, 'confirmation', ['code'], entry, { accountId: kept.id });
}

type Table = Parameters<MoveLog['update']>[0];
type Cells = Parameters<MoveLog['update']>[2];

async function moveAll(
  tx: Tx,
  log: MoveLog,
  table: Table,
  key: readonly string[],
  where: Cells,
  after: Cells,
): Promise<void> {
  for (const row of await findRows(tx, table, where)) {
    await log.update(table, Object.fromEntries(key.map((column) => [column, row[column] ?? null])), after);
  }
}

/** Rows whose key names the account: the kept one has its own where there are both. */
async function moveKeyed(tx: Tx, log: MoveLog, table: Table, key: readonly string[], moving: Moving): Promise<void> {
  const { kept, merged } = moving;
  const nameOf = (row: Cells): string => JSON.stringify(key.map((column) => row[column]));
  const has = new Set((await findRows(tx, table, { accountId: kept.id })).map(nameOf));
  for (const row of await findRows(tx, table, { accountId: merged.id })) {
    if (has.has(nameOf(row))) continue;
    const own = Object.fromEntries(key.map((column) => [column, row[column] ?? null]));
    await log.update(table, { ...own, accountId: merged.id }, { accountId: kept.id });
  }
}

/** Lessons that one of the two has read are read; of practice the better result stays. */
async function moveLessons(tx: Tx, log: MoveLog, { kept, merged }: Moving): Promise<void> {
  const nameOf = (row: Cells): string => `${String(row['topicSlug'])}/${String(row['lessonSlug'])}`;
  const own = new Map((await findRows(tx, 'lessonProgress', { accountId: kept.id })).map((row) => [nameOf(row), row]));
  for (const row of await findRows(tx, 'lessonProgress', { accountId: merged.id })) {
    const key = { topicSlug: row['topicSlug'] ?? '', lessonSlug: row['lessonSlug'] ?? '' };
    const has = own.get(nameOf(row));
    if (!has) {
      await log.update('lessonProgress', { ...key, accountId: merged.id }, { accountId: kept.id });
      continue;
    }
    const [readA, readB] = [has['readAt'], row['readAt']];
    const read = [readA, readB].filter((each): each is Date => each instanceof Date);
    const readAt = read.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
    const best = Number(row['practiceRight']) > Number(has['practiceRight']) ? row : has;
    const after = {
      readAt,
      practiceRight: Number(best['practiceRight']),
      practiceTotal: Number(best['practiceTotal']),
    };
    await log.update('lessonProgress', { ...key, accountId: kept.id }, after);
  }
}

/** Duties end with the account; the kept one has them only where somebody who may give duties said so. */
async function moveGrants(
  log: MoveLog,
  kept: MergeAccount,
  merged: MergeAccount,
  takesGrants: boolean,
  now: Instant,
): Promise<void> {
  for (const grant of merged.grants) {
    await log.remove('grant', { ...grant, accountId: merged.id });
    const has = kept.grants.some(
      ({ role, unitId, block }) => role === grant.role && unitId === grant.unitId && block === grant.block,
    );
    if (!takesGrants || has) continue;
    const key = { ...grant, accountId: kept.id };
    await log.create('grant', key, { ...key, grantedById: null, grantedAt: new Date(now) });
  }
}

/** Writes the rows of both accounts in all rankings anew, and has the figures of their units counted again. */
export async function follow(
  tx: Tx,
  plan: MergePlan,
  accountIds: readonly [string, string],
  unitIds: readonly string[],
  now: Instant,
): Promise<void> {
  for (const { contest, keptUnitId, mergedUnitId } of plan.contests) {
    for (const accountId of accountIds) await foldPerson(tx, { contestId: contest.id, accountId, now });
    const units = [keptUnitId, mergedUnitId].flatMap((id) => id ?? []);
    await markUnits(tx, contest.id, units);
  }
  // why everywhere: lessons that a person read are counted by the unit of the account.
  await markUnitsEverywhere(tx, unitIds);
}
