import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

const KIND = 'email';
const idOf = (accountId: string): string => `${KIND}:${accountId}`;

/** The address of an account, sealed; undefined where none was verified. */
export async function findEmail(
  accountId: string,
  tx?: Tx,
): Promise<{ emailSealed: string; verifiedAt: Instant } | undefined> {
  const row = canBeKey(accountId)
    ? await (tx ?? (await database())).account.findUnique({
        where: { id: accountId },
        select: { emailSealed: true, emailVerifiedAt: true },
      })
    : null;
  return row?.emailSealed && row.emailVerifiedAt
    ? { emailSealed: row.emailSealed, verifiedAt: row.emailVerifiedAt.getTime() }
    : undefined;
}

/** Whether another account has an address with one of these keyed hashes. */
export const isEmailTaken = async (tx: Tx, accountId: string, indexes: readonly string[]): Promise<boolean> =>
  (await tx.account.count({ where: { emailIndex: { in: [...indexes] }, id: { not: accountId } } })) > 0;

/** Keeps a verified address, or none. */
export async function storeEmail(
  tx: Tx,
  accountId: string,
  email: { emailSealed: string; emailIndex: string; verifiedAt: Instant } | undefined,
): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: {
      emailSealed: email?.emailSealed ?? null,
      emailIndex: email?.emailIndex ?? null,
      emailVerifiedAt: email ? new Date(email.verifiedAt) : null,
    },
  });
}

/** An address that waits to be verified, sealed. It is not the account's before that. */
export async function findPending(accountId: string, now: Instant): Promise<string | undefined> {
  const row = await (await database()).challenge.findUnique({ where: { id: idOf(accountId) } });
  return row && row.expiresAt.getTime() > now ? row.body : undefined;
}

export async function storePending(tx: Tx, accountId: string, body: string, expiresAt: Instant): Promise<void> {
  const rest = { kind: KIND, accountId, body, expiresAt: new Date(expiresAt) };
  await tx.challenge.upsert({ where: { id: idOf(accountId) }, create: { id: idOf(accountId), ...rest }, update: rest });
}

export async function dropPending(tx: Tx, accountId: string): Promise<void> {
  await tx.challenge.deleteMany({ where: { id: idOf(accountId) } });
}
