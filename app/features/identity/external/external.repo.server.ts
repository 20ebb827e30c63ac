import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';

/** A value that must come back once and soon. */
export interface StoredChallenge {
  readonly accountId: string | undefined;
  readonly body: string;
}

export async function storeChallenge(challenge: {
  id: string;
  kind: 'provider' | 'providerPending';
  accountId?: string | undefined;
  body: string;
  expiresAt: Instant;
}): Promise<void> {
  const { id, kind, accountId, body, expiresAt } = challenge;
  const rest = { kind, accountId: accountId ?? null, body, expiresAt: new Date(expiresAt) };
  await inTransaction((tx) => tx.challenge.upsert({ where: { id }, create: { id, ...rest }, update: rest }));
}

/** Takes a challenge away and gives it: it comes back to one asker alone, and never twice. */
export async function takeChallenge(
  id: string,
  kind: 'provider' | 'providerPending',
  now: Instant,
): Promise<StoredChallenge | undefined> {
  if (!canBeKey(id)) return undefined;
  return inTransaction(async (tx) => {
    const row = await tx.challenge.findUnique({ where: { id } });
    if (!row || row.kind !== kind) return undefined;
    if ((await tx.challenge.deleteMany({ where: { id } })).count === 0) return undefined;
    if (row.expiresAt.getTime() <= now) return undefined;
    return { accountId: row.accountId ?? undefined, body: row.body };
  });
}

/** Looks at a challenge and leaves it. */
export async function findChallenge(
  id: string,
  kind: 'provider' | 'providerPending',
  now: Instant,
): Promise<StoredChallenge | undefined> {
  const row = canBeKey(id) ? await (await database()).challenge.findUnique({ where: { id } }) : null;
  if (!row || row.kind !== kind || row.expiresAt.getTime() <= now) return undefined;
  return { accountId: row.accountId ?? undefined, body: row.body };
}

/** Whose account an account at the provider opens. */
export async function findLinked(issuer: string, subject: string, tx?: Tx): Promise<string | undefined> {
  const where = { issuer_subject: { issuer, subject } };
  return (await (tx ?? (await database())).externalIdentity.findUnique({ where }))?.accountId;
}

export async function storeLink(
  tx: Tx,
  link: { issuer: string; subject: string; accountId: string },
  now: Instant,
): Promise<void> {
  await tx.externalIdentity.create({ data: { ...link, linkedAt: new Date(now) } });
}

/** @returns whether there was one */
export const removeLink = async (tx: Tx, accountId: string, issuer: string): Promise<boolean> =>
  (await tx.externalIdentity.deleteMany({ where: { accountId, issuer } })).count > 0;

/** Since when the account is linked to that provider. */
export async function findLink(accountId: string, issuer: string): Promise<Instant | undefined> {
  const row = await (await database()).externalIdentity.findFirst({ where: { accountId, issuer } });
  return row?.linkedAt.getTime();
}

/** Notes that the person was here. */
export async function storeSeen(tx: Tx, accountId: string, now: Instant): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { lastSeenAt: new Date(now) } });
}
