import type { Role } from '#app/domain/identity/actor.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** What signing in needs to know about an account. */
export interface Credentials {
  readonly id: string;
  readonly signInName: string;
  readonly fullName: string;
  readonly passwordHash: string;
}

const credentials = { id: true, signInName: true, fullName: true, passwordHash: true } as const;

/** The account with this name to sign in with, or with this id. */
export async function findCredentials(
  by: { signInName: string } | { id: string },
  tx?: Tx,
): Promise<Credentials | undefined> {
  const row = await (tx ?? (await database())).account.findUnique({ where: by, select: credentials });
  return row ?? undefined;
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

/** Creates an account. @returns its id */
export async function createAccount(tx: Tx, account: NewAccount, at: Instant): Promise<string> {
  const { id } = await tx.account.create({
    data: { ...account, foldedName: fold(account.fullName), createdAt: new Date(at) },
    select: { id: true },
  });
  return id;
}

/** Gives an account another password hash. */
export async function storePasswordHash(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } });
}

/** Keeps whether the full name stands on boards. */
export async function storeShowsFullName(tx: Tx, accountId: string, showsFullName: boolean): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { showsFullName } });
}

/** Gives a role at a unit; a role that is held already stays as it is. */
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
  await tx.grant.upsert({
    where: { accountId_role_unitId_block: key },
    create: { ...key, grantedById: grantedById ?? null, grantedAt: new Date(at) },
    update: {},
  });
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
export async function findPeople(where: { signInName: string } | { id: { in: string[] } }) {
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
