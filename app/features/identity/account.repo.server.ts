import type { Role } from '#app/domain/identity/actor.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { keptNamesOf, readName, sealName, storedName } from './kept-name.server.ts';
import { closeAllSessions } from './session.repo.server.ts';

/** What signing in needs to know about an account. */
export interface Credentials {
  readonly id: string;
  /** Whole, in its one spelling, however it is kept. */
  readonly signInName: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
  /** "!" also where the account is switched off: nobody signs in to it. */
  readonly passwordHash: string;
}

const credentials = {
  id: true,
  signInName: true,
  phoneSealed: true,
  fullName: true,
  birthYear: true,
  unitId: true,
  passwordHash: true,
  disabledAt: true,
  mergedIntoId: true,
} as const;

/** Rows whose name to sign in with is this one, however it is kept. */
export const withSignInName = (signInName: string) => ({ signInName: { in: keptNamesOf(signInName) } });

/** The account with this name to sign in with, or with this id. */
export async function findCredentials(
  by: { signInName: string } | { id: string },
  tx?: Tx,
): Promise<Credentials | undefined> {
  const where = 'id' in by ? by : withSignInName(by.signInName);
  const row = await (tx ?? (await database())).account.findFirst({ where, select: credentials });
  if (!row) return undefined;
  const { phoneSealed: _, disabledAt, mergedIntoId, ...rest } = row;
  // why not of a merged one: who knows its password is told that it was merged, and is let in nowhere; see signIn().
  const isOff = disabledAt !== null && mergedIntoId === null;
  return { ...rest, signInName: readName(row), passwordHash: isOff ? '!' : row.passwordHash };
}

/** An account with its unit, its roles and what the person agreed to. */
export async function findAccount(accountId: string) {
  return (await database()).account.findUnique({
    where: { id: accountId },
    omit: { passwordHash: true },
    include: {
      unit: { select: { id: true, name: true } },
      grants: {
        select: { role: true, block: true, unit: { select: { id: true, name: true } } },
        orderBy: { grantedAt: 'asc' },
      },
      consents: { select: { purpose: true, textVersion: true, givenAt: true }, orderBy: { givenAt: 'asc' } },
    },
  });
}

/** Full names of people, and whether they stand on boards. */
export async function findNames(accountIds: readonly string[]) {
  return (await database()).account.findMany({
    where: { id: { in: [...accountIds] } },
    select: { id: true, fullName: true, showsFullName: true, birthYear: true },
  });
}

export interface NewAccount {
  readonly signInName: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
  readonly passwordHash: string;
}

/** Creates an account. A phone number is kept sealed. @returns its id */
export async function createAccount(tx: Tx, { signInName, ...account }: NewAccount, at: Instant): Promise<string> {
  const { id } = await tx.account.create({
    data: {
      ...account,
      signInName: storedName(signInName),
      foldedName: fold(account.fullName),
      createdAt: new Date(at),
    },
    select: { id: true },
  });
  // why after it: a number is sealed for its own row, whose id the database client gives.
  const phoneSealed = sealName(signInName, id);
  if (phoneSealed !== null) await tx.account.update({ where: { id }, data: { phoneSealed } });
  return id;
}

/** Gives an account a new hash of the same password, unless the password was changed meanwhile. */
export async function replacePasswordHash(tx: Tx, accountId: string, before: string, after: string): Promise<void> {
  await tx.account.updateMany({ where: { id: accountId, passwordHash: before }, data: { passwordHash: after } });
}

/** Gives an account another password hash. */
export async function storePasswordHash(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } });
}

/** Keeps whether the full name stands on boards. */
export async function storeShowsFullName(tx: Tx, accountId: string, showsFullName: boolean): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { showsFullName } });
}

/**
 * Gives a role at a unit; a role that is held already stays as it is. A new one ends all sessions of the person: what was
 * signed in to with fewer rights never holds more, and the limits of people with roles begin with a sign-in.
 */
export async function storeGrant(
  tx: Tx,
  {
    grantedById,
    block = '',
    ...grant
  }: { accountId: string; role: Role; unitId: string; block?: string; grantedById?: string },
  at: Instant,
): Promise<void> {
  const key = { ...grant, block };
  const where = { accountId_role_unitId_block: key };
  if (await tx.grant.findUnique({ where, select: { accountId: true } })) return;
  await tx.grant.upsert({
    where,
    create: { ...key, grantedById: grantedById ?? null, grantedAt: new Date(at) },
    update: {},
  });
  await closeAllSessions(tx, grant.accountId);
}

/** The top of the unit tree; undefined before units are loaded. */
export async function findRootUnit(tx: Tx): Promise<{ id: string } | undefined> {
  const row = await tx.unit.findFirst({
    where: { parentId: null },
    orderBy: { validFrom: 'desc' },
    select: { id: true },
  });
  return row ?? undefined;
}

/** Ids of accounts with this text in the folded name whose owner, born in that year or before, agreed to the full name on boards, by name. */
export async function findAccountsByPublicName(folded: string, bornUntil: number, take: number): Promise<string[]> {
  const rows = await (
    await database()
  ).account.findMany({
    where: { showsFullName: true, birthYear: { lte: bornUntil }, foldedName: { contains: folded } },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Everybody who is registered at the unit itself. */
export async function findPeopleOfUnit(unitId: string): Promise<{ id: string; fullName: string; birthYear: number }[]> {
  const select = { id: true, fullName: true, birthYear: true };
  return (await database()).account.findMany({ where: { unitId }, select });
}

const person = { id: true, fullName: true, birthYear: true, unitId: true } as const;

/** People by their name to sign in with, or by their ids. */
export async function findPeople(by: { signInName: string } | { id: { in: string[] } }) {
  const where = 'id' in by ? by : withSignInName(by.signInName);
  return (await database()).account.findMany({ where, select: person });
}

/** People with exactly this folded name in a branch of the unit tree. */
export async function findPeopleNamed(foldedName: string, unitPath: string, take: number) {
  return (await database()).account.findMany({
    where: { foldedName, unit: { path: { startsWith: unitPath } } },
    orderBy: { id: 'asc' },
    take,
    select: person,
  });
}
