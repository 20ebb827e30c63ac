import { createHash, randomUUID } from 'node:crypto';
import type { Round } from '#app/domain/contests/contest.ts';
import type { PoolItem } from '#app/domain/contests/draw-form.ts';
import type { Form } from '#app/domain/contests/form.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A paper with what it can be drawn again from. */
export interface PreparedPaper {
  readonly seed: string;
  readonly poolHash: string;
  readonly form: Form;
}

/** What papers of a round are drawn from now: the state of the bank, and the rule. */
export interface PaperSource {
  readonly roundId: string;
  readonly poolHash: string;
  /** Stands before every seed, so that a paper of another rule is known by its seed. */
  readonly ruleMark: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const canonical = (pool: readonly PoolItem[]): string =>
  JSON.stringify(pool.toSorted((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1)));

// why by the array itself: a pool is read once in some seconds and asked for by every start.
const hashes = new WeakMap<readonly PoolItem[], string>();

/** SHA-256 of what papers are drawn from, whatever its order. */
export function poolHashOf(pool: readonly PoolItem[]): string {
  let hash = hashes.get(pool);
  if (hash === undefined) {
    hash = sha256(canonical(pool));
    hashes.set(pool, hash);
  }
  return hash;
}

/** What papers of a round are drawn from, with this bank. */
export const sourceOf = (round: Pick<Round, 'id' | 'kind' | 'blueprint'>, pool: readonly PoolItem[]): PaperSource => ({
  roundId: round.id,
  poolHash: poolHashOf(pool),
  ruleMark: sha256(JSON.stringify([round.kind, round.blueprint])).slice(0, 12),
});

/** A new seed that nobody can guess, and that tells by which rule its paper is drawn. */
export const newSeed = ({ ruleMark }: PaperSource): string => `${ruleMark}-${randomUUID()}`;

/** Keeps what papers are drawn from, once for each state of the bank. @returns its hash */
export async function snapshotPool(tx: Tx, pool: readonly PoolItem[], at: Instant): Promise<string> {
  const hash = poolHashOf(pool);
  const known = await tx.poolSnapshot.findUnique({ where: { hash }, select: { hash: true } });
  if (!known) await tx.poolSnapshot.create({ data: { hash, items: canonical(pool), createdAt: new Date(at) } });
  return hash;
}

/** What papers with this hash were drawn from; undefined when it was not kept. */
export async function loadPool(hash: string): Promise<PoolItem[] | undefined> {
  const row = await (await database()).poolSnapshot.findUnique({ where: { hash } });
  return row ? (JSON.parse(row.items) as PoolItem[]) : undefined;
}

const goodFor = ({ roundId, poolHash, ruleMark }: PaperSource) => ({
  roundId,
  poolHash,
  takenAt: null,
  seed: { startsWith: `${ruleMark}-` },
});

/** Takes up to `count` papers that were drawn ahead from this source. Nobody else, in any process, is given them again. */
export async function takePrepared(tx: Tx, source: PaperSource, count: number, at: Instant): Promise<PreparedPaper[]> {
  const where = goodFor(source);
  for (;;) {
    const free = await tx.preparedForm.findMany({
      where,
      orderBy: { number: 'asc' },
      take: count,
      select: { number: true },
    });
    if (free.length === 0) return [];
    // why takenAt once more: another process may have taken some of them since; where it took all, the next ones are tried.
    const taken = await tx.preparedForm.updateManyAndReturn({
      where: { ...where, number: { in: free.map(({ number }) => number) } },
      data: { takenAt: new Date(at) },
      select: { seed: true, poolHash: true, form: true },
    });
    if (taken.length > 0) return taken.map(({ form, ...rest }) => ({ ...rest, form: JSON.parse(form) as Form }));
  }
}

/** How many papers of this source nobody has taken. */
export const countPrepared = async (source: PaperSource): Promise<number> =>
  (await database()).preparedForm.count({ where: goodFor(source) });

/** Stores papers behind those that the round has. */
export async function storePrepared(
  tx: Tx,
  roundId: string,
  papers: readonly PreparedPaper[],
  at: Instant,
): Promise<void> {
  const last = await tx.preparedForm.findFirst({
    where: { roundId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  const highest = last?.number ?? 0;
  await tx.preparedForm.createMany({
    data: papers.map(({ seed, poolHash, form }, index) => ({
      roundId,
      number: highest + index + 1,
      seed,
      poolHash,
      form: JSON.stringify(form),
      preparedAt: new Date(at),
    })),
  });
}

/** Drops what is of no more use: papers that were taken, of another source, or of rounds that are not in the list. */
export async function dropUseless(tx: Tx, sources: readonly PaperSource[]): Promise<number> {
  const { count } = await tx.preparedForm.deleteMany({ where: { NOT: { OR: sources.map(goodFor) } } });
  return count;
}

/** Whether any paper is kept that is of no more use; see dropUseless(). */
export const hasUseless = async (sources: readonly PaperSource[]): Promise<boolean> =>
  (await (
    await database()
  ).preparedForm.findFirst({ where: { NOT: { OR: sources.map(goodFor) } }, select: { number: true } })) !== null;
