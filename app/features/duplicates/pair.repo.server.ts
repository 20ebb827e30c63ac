import type { DuplicateReason, Likeness } from '#app/domain/duplicates/compare-people.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

export type PairState = 'open' | 'different' | 'merged';

/** Two accounts that may be one person. */
export interface StoredPair {
  readonly id: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly reasons: readonly DuplicateReason[];
  readonly strength: number;
  readonly foundAt: Instant;
  readonly state: PairState;
  readonly decidedById: string | undefined;
  readonly decidedAt: Instant | undefined;
  readonly reason: string;
}

const pairOf = (row: Prisma.DuplicatePairGetPayload<object>): StoredPair => ({
  id: row.id,
  firstId: row.firstId,
  secondId: row.secondId,
  reasons: row.reasons.split('|').filter(Boolean) as DuplicateReason[],
  strength: row.strength,
  foundAt: row.foundAt.getTime(),
  state: row.state as PairState,
  decidedById: row.decidedById ?? undefined,
  decidedAt: row.decidedAt?.getTime(),
  reason: row.reason,
});

const ordered = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

/** Stores that two accounts look alike; what people have decided on stays as it is. */
export async function storeLikeness(
  tx: Tx,
  accountIds: readonly [string, string],
  { reasons, strength }: Likeness,
  at: Instant,
): Promise<void> {
  const [firstId, secondId] = ordered(...accountIds);
  const found = { reasons: `|${reasons.join('|')}|`, strength };
  const { count } = await tx.duplicatePair.updateMany({ where: { firstId, secondId, state: 'open' }, data: found });
  if (count > 0) return;
  const known = await tx.duplicatePair.findUnique({
    where: { firstId_secondId: { firstId, secondId } },
    select: { id: true },
  });
  if (known) return;
  await tx.duplicatePair.create({ data: { firstId, secondId, ...found, foundAt: new Date(at), state: 'open' } });
}

/** Which pairs are listed. */
export interface PairQuery {
  readonly state: PairState;
  readonly reason: DuplicateReason | undefined;
  readonly skip: number;
  readonly take: number;
}

/** Pairs, the strongest first. */
export async function findPairs({
  state,
  reason,
  skip,
  take,
}: PairQuery): Promise<{ rows: StoredPair[]; total: number }> {
  const { duplicatePair } = await database();
  // why decided: pairs that a merge put by are no decisions.
  const isDecided = state === 'merged' ? { decidedById: { not: null } } : {};
  const where = { state, ...isDecided, ...(reason === undefined ? {} : { reasons: { contains: `|${reason}|` } }) };
  const [rows, total] = await Promise.all([
    duplicatePair.findMany({ where, orderBy: [{ strength: 'desc' }, { id: 'asc' }], skip, take }),
    duplicatePair.count({ where }),
  ]);
  return { rows: rows.map(pairOf), total };
}

/** A pair by its id. */
export async function findPair(tx: Tx | undefined, id: string): Promise<StoredPair | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).duplicatePair.findUnique({ where: { id } });
  return row ? pairOf(row) : undefined;
}

interface Decision {
  readonly actorId: string;
  readonly reason: string;
  readonly at: Instant;
}

const decided = ({ actorId, reason, at }: Decision) => ({ decidedById: actorId, decidedAt: new Date(at), reason });

/** Stores that two accounts are two people. @returns whether nobody had decided yet */
export async function storeDifferent(tx: Tx, id: string, decision: Decision): Promise<boolean> {
  const { count } = await tx.duplicatePair.updateMany({
    where: { id, state: 'open' },
    data: { state: 'different', ...decided(decision) },
  });
  return count === 1;
}

/** Ends what is said of two accounts that were merged, and puts by what is still open about the one that ended. */
export async function closePairsOf(
  tx: Tx,
  { id: mergeId, keptId, mergedId }: { readonly id: string; readonly keptId: string; readonly mergedId: string },
  decision: Decision,
): Promise<void> {
  const [firstId, secondId] = ordered(keptId, mergedId);
  await tx.duplicatePair.updateMany({
    where: { firstId, secondId },
    data: { state: 'merged', ...decided(decision) },
  });
  // why nobody: nobody decided on these, and undoing the merge opens them again.
  await tx.duplicatePair.updateMany({
    where: { state: 'open', OR: [{ firstId: mergedId }, { secondId: mergedId }] },
    data: { state: 'merged', reason: mergeId },
  });
}

/** Opens the pair of a merge again that was taken back, and those that were put by. */
export async function reopenPairs(
  tx: Tx,
  merge: { readonly id: string; readonly keptId: string; readonly mergedId: string },
): Promise<void> {
  const [firstId, secondId] = ordered(merge.keptId, merge.mergedId);
  await tx.duplicatePair.updateMany({
    where: {
      OR: [
        { firstId, secondId },
        { decidedById: null, reason: merge.id },
      ],
      state: 'merged',
    },
    data: { state: 'open', decidedById: null, decidedAt: null, reason: '' },
  });
}
