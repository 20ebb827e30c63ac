import type { CodeRow } from '#app/domain/identity/recovery-code.ts';
import { RECOVERY_CODE_TRIES } from '#app/domain/identity/recovery-code.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';

export type CodePurpose = 'recovery' | 'verifyEmail';
export type CodeChannel = 'manager' | 'email' | 'sms' | 'zalo';

/** A code as its row has it. */
export interface StoredCode extends CodeRow {
  readonly id: string;
  readonly codeHash: string;
  readonly channel: CodeChannel;
  readonly issuedById: string | undefined;
}

/** Keeps a new code of an account in place of any other for that purpose: one alone is good at a time. */
export async function storeCode(
  tx: Tx,
  code: {
    accountId: string;
    purpose: CodePurpose;
    codeHash: string;
    channel: CodeChannel;
    issuedById?: string | undefined;
    expiresAt: Instant;
  },
  now: Instant,
): Promise<void> {
  const { accountId, purpose, codeHash, channel, issuedById, expiresAt } = code;
  await holdAlone(tx, `code:${accountId}`);
  await tx.oneTimeCode.deleteMany({ where: { accountId, purpose, usedAt: null } });
  await tx.oneTimeCode.create({
    data: {
      accountId,
      purpose,
      codeHash,
      channel,
      issuedById: issuedById ?? null,
      issuedAt: new Date(now),
      expiresAt: new Date(expiresAt),
    },
  });
}

/** The newest code of an account for a purpose, good or not. */
export async function findNewestCode(accountId: string, purpose: CodePurpose): Promise<StoredCode | undefined> {
  const row = await (
    await database()
  ).oneTimeCode.findFirst({ where: { accountId, purpose }, orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }] });
  if (!row) return undefined;
  const { id, codeHash, channel, issuedById, expiresAt, tries, usedAt } = row;
  return {
    id,
    codeHash,
    tries,
    channel: channel as CodeChannel,
    issuedById: issuedById ?? undefined,
    expiresAt: expiresAt.getTime(),
    usedAt: usedAt?.getTime(),
  };
}

/**
 * Counts a try before it is looked at, so that no more than the allowed number are ever looked at, however many come at once.
 * @returns false where none was left
 */
export async function countTry(id: string): Promise<boolean> {
  // why in a transaction: it is tried again where another writer holds the database.
  const counted = await inTransaction((tx) =>
    tx.oneTimeCode.updateMany({
      where: { id, usedAt: null, tries: { lt: RECOVERY_CODE_TRIES } },
      data: { tries: { increment: 1 } },
    }),
  );
  return counted.count === 1;
}

/** Takes a code as used. @returns false where somebody else has used it meanwhile, or another took its place */
export async function spendCode(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const spent = await tx.oneTimeCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: new Date(now) } });
  return spent.count === 1;
}

/** Lets no code of an account be used any more. */
export async function dropCodes(tx: Tx, accountId: string, purpose: CodePurpose): Promise<void> {
  await tx.oneTimeCode.deleteMany({ where: { accountId, purpose, usedAt: null } });
}

/** Codes that were given for an account and passwords that were set by one, as the audit log has them, the newest first. */
export async function findRecoveries(accountId: string, actions: readonly string[], since: Instant, take: number) {
  return (await database()).auditEntry.findMany({
    where: { subject: `account:${accountId}`, action: { in: [...actions] }, at: { gte: new Date(since) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
    select: { at: true, action: true, actorId: true, detail: true },
  });
}
