import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** How far counting has come in a contest or topic. */
export interface CountState {
  /** What was there at this instant is counted. */
  readonly upTo: Instant;
  /** The tree that branches are summed up in. */
  readonly treeStamp: string;
}

/** What figures rest on beside entries, attempts and standings: where it changes, all units are marked at once. */
export interface CountBasis {
  /** When all units were marked. */
  readonly since: Instant;
  readonly stamp: string;
}

// why rows of the same table: what a count rests on, and who counts, are states of the same counting, and change with it.
const basisId = (sourceId: string): string => `basis:${sourceId}`;
const claimId = (sourceId: string): string => `claim:${sourceId}`;

/** The state and the basis; undefined where nothing was ever counted to its end, or begun. */
export async function findState(
  sourceId: string,
): Promise<{ state: CountState | undefined; basis: CountBasis | undefined }> {
  const ids = [sourceId, basisId(sourceId)];
  const rows = await (await database()).tallyState.findMany({ where: { contestId: { in: ids } } });
  const state = rows.find(({ contestId }) => contestId === sourceId);
  const basis = rows.find(({ contestId }) => contestId !== sourceId);
  return {
    state: state && { upTo: state.upTo.getTime(), treeStamp: state.treeStamp },
    basis: basis && { since: basis.upTo.getTime(), stamp: basis.treeStamp },
  };
}

async function store(tx: Tx, contestId: string, at: Instant, treeStamp: string): Promise<void> {
  const data = { upTo: new Date(at), treeStamp };
  await tx.tallyState.upsert({ where: { contestId }, create: { contestId, ...data }, update: data });
}

/** Stores how far counting has come. */
export const storeState = (tx: Tx, sourceId: string, { upTo, treeStamp }: CountState): Promise<void> =>
  store(tx, sourceId, upTo, treeStamp);

/** Stores what is counted on from now on. */
export const storeBasis = (tx: Tx, sourceId: string, { since, stamp }: CountBasis): Promise<void> =>
  store(tx, basisId(sourceId), since, stamp);

/** Who counts. */
export interface Claim {
  readonly sourceId: string;
  /** Another text for every count. */
  readonly owner: string;
}

/** Takes the right to count, where nobody has it or whoever has it was not heard of for a while. @returns whether it was given */
export async function takeClaim(tx: Tx, { sourceId, owner }: Claim, now: Instant, lease: Duration): Promise<boolean> {
  const contestId = claimId(sourceId);
  const data = { upTo: new Date(now + lease), treeStamp: owner };
  const where = { contestId, OR: [{ upTo: { lte: new Date(now) } }, { treeStamp: '' }] };
  if ((await tx.tallyState.updateMany({ where, data })).count === 1) return true;
  if ((await tx.tallyState.findUnique({ where: { contestId } })) !== null) return false;
  await tx.tallyState.create({ data: { contestId, ...data } });
  return true;
}

/**
 * Keeps the right, first of all in every transaction that writes figures: whoever lost it must not write any more, and two who
 * write wait for each other. @returns false where another one has taken it
 */
export async function keepClaim(tx: Tx, { sourceId, owner }: Claim, now: Instant, lease: Duration): Promise<boolean> {
  const where = { contestId: claimId(sourceId), treeStamp: owner };
  return (await tx.tallyState.updateMany({ where, data: { upTo: new Date(now + lease) } })).count === 1;
}

/** Gives the right back. */
export async function dropClaim(tx: Tx, { sourceId, owner }: Claim): Promise<void> {
  const where = { contestId: claimId(sourceId), treeStamp: owner };
  await tx.tallyState.updateMany({ where, data: { treeStamp: '' } });
}
