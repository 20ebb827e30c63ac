import type { Factors } from '#app/domain/identity/second-factor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A passkey as its owner sees it. */
export interface PasskeyLine {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | undefined;
}

/** What a person has to prove who they are, and whether anything depends on it. */
export interface FactorState {
  readonly factors: Factors;
  /** The person has a role, given by this session or held back. */
  readonly hasRoles: boolean;
  /** Nobody signs in to the account any more. */
  readonly isClosed: boolean;
  /** As it was merged into another account of the person. */
  readonly isMerged: boolean;
  readonly fullName: string;
  readonly totpSince: Instant | undefined;
  readonly passkeys: readonly PasskeyLine[];
  readonly spareCodesLeft: number;
}

/** What the account has as second factor; undefined where there is no such account. */
export async function findFactors(accountId: string, tx?: Tx): Promise<FactorState | undefined> {
  const row = await (tx ?? (await database())).account.findUnique({
    where: { id: accountId },
    select: {
      fullName: true,
      disabledAt: true,
      mergedIntoId: true,
      erasedAt: true,
      totp: { select: { confirmedAt: true } },
      passkeys: {
        select: { id: true, name: true, createdAt: true, lastUsedAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
      _count: { select: { grants: true, spareCodes: { where: { usedAt: null } } } },
    },
  });
  if (!row) return undefined;
  const { totp, _count } = row;
  return {
    factors: { hasTotp: Boolean(totp?.confirmedAt), passkeys: row.passkeys.length },
    hasRoles: _count.grants > 0,
    isClosed: row.disabledAt !== null || row.mergedIntoId !== null || row.erasedAt !== null,
    isMerged: row.mergedIntoId !== null && row.erasedAt === null,
    fullName: row.fullName,
    totpSince: totp?.confirmedAt?.getTime(),
    passkeys: row.passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
      ...passkey,
      createdAt: createdAt.getTime(),
      lastUsedAt: lastUsedAt?.getTime(),
    })),
    spareCodesLeft: _count.spareCodes,
  };
}

/** The sealed secret of the account's authenticator app, and the last step that was taken; undefined where it has none. */
export async function findTotp(accountId: string, tx?: Tx): Promise<{ secret: string; lastStep: number } | undefined> {
  const row = await (tx ?? (await database())).totp.findUnique({ where: { accountId } });
  return row?.confirmedAt ? { secret: row.secret, lastStep: row.lastStep } : undefined;
}

/** Keeps an authenticator app that has shown a right code; one that was there before gives way. */
export async function storeTotp(
  tx: Tx,
  totp: { readonly accountId: string; readonly secret: string; readonly lastStep: number },
  at: Instant,
): Promise<void> {
  const { accountId, ...kept } = totp;
  const data = { ...kept, confirmedAt: new Date(at), createdAt: new Date(at) };
  await tx.totp.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
}

/** Takes the code of a time step. @returns false where it, or a later one, was taken before */
export async function takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { count } = await tx.totp.updateMany({
    where: { accountId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count > 0;
}

/** Takes a spare code by its possible hashes. @returns false where there is none that is unused */
export async function takeSpareCode(
  tx: Tx,
  accountId: string,
  codeHashes: readonly string[],
  at: Instant,
): Promise<boolean> {
  const { count } = await tx.spareCode.updateMany({
    where: { accountId, codeHash: { in: [...codeHashes] }, usedAt: null },
    data: { usedAt: new Date(at) },
  });
  return count > 0;
}

/** Puts new spare codes in the place of all that were there. */
export async function storeSpareCodes(
  tx: Tx,
  accountId: string,
  codeHashes: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.spareCode.deleteMany({ where: { accountId } });
  const createdAt = new Date(at);
  await tx.spareCode.createMany({ data: codeHashes.map((codeHash) => ({ accountId, codeHash, createdAt })) });
}

/** Removes the authenticator app. @returns whether there was one */
export async function removeTotp(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.totp.deleteMany({ where: { accountId } })).count > 0;
}

/** Removes a passkey of the account, or all of them. @returns how many */
export async function removePasskeys(tx: Tx, accountId: string, id?: string): Promise<number> {
  return (await tx.passkey.deleteMany({ where: { accountId, ...(id === undefined ? {} : { id }) } })).count;
}

/** Removes all spare codes of the account. */
export async function removeSpareCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.spareCode.deleteMany({ where: { accountId } });
}
