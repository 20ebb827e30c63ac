import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A package that was made. */
export interface SealedExport {
  readonly id: string;
  readonly contestId: string;
  /** contest where everything was settled, else round. */
  readonly kind: string;
  readonly fileName: string;
  readonly hash: string;
  readonly keyId: string;
  readonly madeById: string | undefined;
  readonly madeAt: Instant;
}

/** The packages of a contest, the newest first. */
export async function listExports(contestId: string): Promise<SealedExport[]> {
  const rows = await (
    await database()
  ).sealedExport.findMany({ where: { contestId }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }], take: 100 });
  return rows.map(exportOf);
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = async (id: string) => (await database()).sealedExport.findUnique({ where: { id } });
const exportOf = ({ id, contestId, kind, fileName, hash, keyId, madeById, madeAt }: Row): SealedExport => ({
  id,
  contestId,
  kind,
  fileName,
  hash,
  keyId,
  madeById: madeById ?? undefined,
  madeAt: madeAt.getTime(),
});

/** A package by its id, of a contest. */
export async function findExport(id: string, contestId: string): Promise<SealedExport | undefined> {
  const row = canBeKey(id) ? await findRow(id) : null;
  return row?.contestId === contestId ? exportOf(row) : undefined;
}

/** Notes a package. */
export async function storeExport(
  tx: Tx,
  { madeAt, madeById, signature, scopeId, ...row }: SealedExport & { signature: string; scopeId: string },
): Promise<void> {
  await tx.sealedExport.create({
    data: { ...row, signature, scopeId, madeById: madeById ?? null, madeAt: new Date(madeAt) },
  });
}

/** Rulings on attempts of a contest, in the order in which they were made. */
export const findRulings = async (contestId: string) =>
  (await database()).attemptRuling.findMany({
    where: { contestId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { accountId: true, kind: true, cause: true, at: true },
  });
