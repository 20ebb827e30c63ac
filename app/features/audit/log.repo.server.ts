import type { LoggedAct } from '#app/domain/audit/canonical.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { PublicKey } from '#app/platform/signing-key.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

/** An act with its keyed hash and its place. */
export interface LogRow extends LoggedAct {
  readonly mac: string;
  readonly sequence: number | null;
  readonly hash: string;
}

/** What the installation says in its own log of when it began to seal: what is older bears no keyed hash of its own. */
export const SEALING_BEGUN = 'integrity.begun';
export const KEY_ADDED = 'signing-key.added';

/** Keeps others from giving places in the chain until the end of the transaction. */
export const holdChain = (tx: Tx): Promise<void> => holdAlone(tx, 'audit-chain');

/** The last act that has a place in the chain. */
export async function findHead(tx?: Tx): Promise<{ sequence: number; hash: string } | undefined> {
  const row = await (tx ?? (await database())).auditEntry.findFirst({
    // why: the engines do not agree whether what is empty comes first.
    where: { sequence: { gt: 0 } },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  return row?.sequence ? { sequence: row.sequence, hash: row.hash } : undefined;
}

/** Acts that have no place yet, in the order in which they were made as far as their ids tell. */
export async function findUnsealed(tx: Tx, limit: number): Promise<LogRow[]> {
  // why sorted here: at the first run there are millions, and the database would sort them all for each batch.
  const rows = await tx.auditEntry.findMany({ where: { sequence: null }, take: limit });
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const PER_STATEMENT = 200;

/** Gives acts their places. */
export async function storeLinks(
  tx: Tx,
  links: readonly { readonly id: string; readonly sequence: number; readonly hash: string }[],
): Promise<void> {
  for (let from = 0; from < links.length; from += PER_STATEMENT) {
    const rows = links
      .slice(from, from + PER_STATEMENT)
      .map(({ id, sequence, hash }) => Prisma.sql`(${id}, CAST(${sequence} AS INTEGER), ${hash})`);
    await tx.$executeRaw`
      WITH "link" ("id", "sequence", "hash") AS (VALUES ${Prisma.join(rows)})
      UPDATE "AuditEntry" SET "sequence" = "link"."sequence", "hash" = "link"."hash"
      FROM "link" WHERE "AuditEntry"."id" = "link"."id"`;
  }
}

/** Signs the head of the chain. */
export async function storeSeal(
  tx: Tx,
  seal: { sequence: number; hash: string; at: Date; keyId: string; signature: string },
): Promise<void> {
  await tx.auditSeal.create({ data: seal });
}

/** Keeps a public key, with an act that says so: a key that the log does not name signs nothing. @returns whether it is new */
export async function keepPublicKey(tx: Tx, { id, pem }: PublicKey, at: number): Promise<boolean> {
  if (await tx.signingKey.findUnique({ where: { id }, select: { id: true } })) return false;
  await tx.signingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: new Date(at) } });
  await tx.signingKey.create({ data: { id, publicKey: pem, createdAt: new Date(at) } });
  await recordAudit(tx, { at, actorId: undefined, action: KEY_ADDED, subject: `signing-key:${id}` });
  return true;
}

/** Whether the rows of before have their seals. */
export const hasBegun = async (tx?: Tx): Promise<boolean> =>
  (await (tx ?? (await database())).auditEntry.findFirst({
    where: { action: SEALING_BEGUN },
    select: { id: true },
  })) !== null;

/** The place that was signed last; 0 where none was. */
export const findLastSigned = async (tx: Tx): Promise<number> =>
  (await tx.auditSeal.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } }))?.sequence ?? 0;

/** The last signature under the chain. */
export async function findLastSeal() {
  const row = await (await database()).auditSeal.findFirst({ orderBy: { sequence: 'desc' } });
  return row ?? undefined;
}

/** Public keys, the newest first. */
export const findPublicKeys = async () =>
  (await database()).signingKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
