import type { Role } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A person with roles and how the account is, as those look at it who look after accounts. */
export interface PersonRow {
  readonly id: string;
  readonly signInName: string;
  readonly phoneSealed: string | null;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
  readonly disabledAt: Instant | undefined;
  /** Merged into another account, or erased: nothing can be done to it here. */
  readonly isGone: boolean;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant | undefined;
  readonly emailSealed: string | null;
  readonly isEmailVerified: boolean;
  readonly grants: readonly {
    readonly role: Role;
    readonly unitId: string;
    readonly unitPath: string;
    readonly block: string | undefined;
    readonly grantedAt: Instant;
    readonly grantedById: string | undefined;
  }[];
}

const columns = {
  id: true,
  signInName: true,
  phoneSealed: true,
  fullName: true,
  birthYear: true,
  unitId: true,
  disabledAt: true,
  mergedIntoId: true,
  erasedAt: true,
  createdAt: true,
  lastSeenAt: true,
  emailSealed: true,
  emailVerifiedAt: true,
  grants: {
    select: {
      role: true,
      unitId: true,
      block: true,
      grantedAt: true,
      grantedById: true,
      unit: { select: { path: true } },
    },
    orderBy: { grantedAt: 'asc' },
  },
} as const;

const findRow = (db: Tx, accountId: string) => db.account.findUnique({ where: { id: accountId }, select: columns });

const shaped = (row: NonNullable<Awaited<ReturnType<typeof findRow>>>): PersonRow => {
  const { disabledAt, mergedIntoId, erasedAt, createdAt, lastSeenAt, emailVerifiedAt, grants, ...rest } = row;
  return {
    ...rest,
    disabledAt: disabledAt?.getTime(),
    isGone: mergedIntoId !== null || erasedAt !== null,
    createdAt: createdAt.getTime(),
    lastSeenAt: lastSeenAt?.getTime(),
    isEmailVerified: emailVerifiedAt !== null,
    grants: grants.map(({ unit, role, block, grantedAt, grantedById, unitId }) => ({
      role: role as Role,
      unitId,
      unitPath: unit.path,
      block: block || undefined,
      grantedAt: grantedAt.getTime(),
      grantedById: grantedById ?? undefined,
    })),
  };
};

/** A person by account id. */
export async function findPerson(accountId: string, tx?: Tx): Promise<PersonRow | undefined> {
  const row = await findRow(tx ?? (await database()), accountId);
  return row ? shaped(row) : undefined;
}

/** People by account ids, in any order. */
export async function findPersons(accountIds: readonly string[]): Promise<PersonRow[]> {
  const rows = await (await database()).account.findMany({ where: { id: { in: [...accountIds] } }, select: columns });
  return rows.map(shaped);
}

/**
 * Ids of people of a branch whose folded name is, begins with or has a word that begins with this text; by name.
 * @param folded plain letters, digits and spaces only
 */
export async function findIdsNamed(
  folded: string,
  unitPath: string,
  take: number,
): Promise<{ id: string; unitId: string }[]> {
  return (await database()).account.findMany({
    where: {
      OR: [{ foldedName: { startsWith: folded } }, { foldedName: { contains: ` ${folded}` } }],
      erasedAt: null,
      mergedIntoId: null,
      unit: { path: { startsWith: unitPath } },
    },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, unitId: true },
  });
}

/** Ids of people who have a role in a branch, by when they got it; administrators and organizers are few. */
export async function findIdsWithRoles(unitPath: string, take: number): Promise<{ id: string; unitId: string }[]> {
  const rows = await (
    await database()
  ).account.findMany({
    where: { grants: { some: { unit: { path: { startsWith: unitPath } } } }, erasedAt: null, mergedIntoId: null },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, unitId: true },
  });
  return rows;
}

/** How many sessions a person has that are not over, and which second factors. */
export async function findAccess(accountId: string, now: Instant) {
  const db = await database();
  const [sessions, totp, passkeys, spareCodes, identities] = await Promise.all([
    db.session.count({ where: { accountId, expiresAt: { gt: new Date(now) } } }),
    db.totp.count({ where: { accountId, confirmedAt: { not: null } } }),
    db.passkey.count({ where: { accountId } }),
    db.spareCode.count({ where: { accountId, usedAt: null } }),
    db.externalIdentity.count({ where: { accountId } }),
  ]);
  return { sessions, hasTotp: totp > 0, passkeys, spareCodes, identities };
}

/** Switches an account off, or on again. */
export async function storeDisabled(tx: Tx, accountId: string, at: Instant | undefined): Promise<void> {
  const disabledAt = at === undefined ? null : new Date(at);
  await tx.account.update({ where: { id: accountId }, data: { disabledAt } });
}

/** Takes every second factor of a person away. @returns how many there were */
export async function removeFactors(tx: Tx, accountId: string): Promise<number> {
  const taken = [
    await tx.totp.deleteMany({ where: { accountId } }),
    await tx.passkey.deleteMany({ where: { accountId } }),
    await tx.spareCode.deleteMany({ where: { accountId } }),
  ];
  return taken.reduce((sum, { count }) => sum + count, 0);
}

/** Takes a role away. @returns whether the person had it */
export async function removeRole(
  tx: Tx,
  grant: { accountId: string; role: Role; unitId: string; block: string },
): Promise<boolean> {
  return (await tx.grant.deleteMany({ where: grant })).count > 0;
}

/** How many people are administrators of the whole tree and can sign in. */
export const countAdministrators = (tx: Tx): Promise<number> =>
  tx.account.count({
    where: { disabledAt: null, grants: { some: { role: 'administrator', block: '', unit: { parentId: null } } } },
  });
