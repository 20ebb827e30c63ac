import { mayGiveRole, mayManageAccount, maySeeAccount } from '#app/domain/identity/account-reach.ts';
import { ROLES, type Actor, type Role } from '#app/domain/identity/actor.ts';
import { grantsFor } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import { getUnitIndex } from '../../units/index.server.ts';
import { findNames } from '../account.repo.server.ts';
import { readMaskedName } from '../kept-name.server.ts';
import { findInReach, type PersonInReach } from './managed-person.server.ts';
import { findAccess } from './person.repo.server.ts';
import { searchAccounts } from './search-accounts.server.ts';

/** A person in the list. */
export interface ListedPerson {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly signInName: string;
  readonly unitName: string;
  readonly roles: readonly { readonly role: Role; readonly unitName: string; readonly block: string | undefined }[];
  readonly isOff: boolean;
  readonly isOwn: boolean;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  readonly count: number;
  readonly isCut: boolean;
  readonly isTooShort: boolean;
  readonly page: number;
  readonly pages: number;
  /** The unit that the list is of; undefined for all of the actor's part. */
  readonly unit: { readonly id: string; readonly name: string } | undefined;
}

/**
 * People whom the actor looks after, by name or by their name to sign in with; without a text those who have a role.
 * @returns 'forbidden' for who looks after no accounts
 */
export async function listPeople(query: {
  actor: Actor;
  text: string;
  unitId: string;
  page: number;
  now: Instant;
}): Promise<Result<PeopleList, 'forbidden'>> {
  const { actor, text, unitId, page, now } = query;
  const own = [...grantsFor(actor, 'manage-accounts'), ...grantsFor(actor, 'grant-role')];
  const [first] = own;
  if (!first) return refuse('forbidden');
  const index = await getUnitIndex(now);
  const asked = index.get(unitId);
  const unit = asked && own.some((grant) => isWithin(asked.path, grant.unitPath)) ? asked : undefined;
  // why the shortest: it is the widest part that the actor looks after.
  const widest = own.map((grant) => grant.unitPath).toSorted((a, b) => a.length - b.length)[0] ?? first.unitPath;
  const { found, ...rest } = await searchAccounts({
    text,
    unitPath: unit?.path ?? widest,
    page,
    listsRoles: true,
    isMine: (person) => maySeeAccount(actor, person),
    now,
  });
  const nameOf = (id: string): string => index.get(id)?.name ?? id;
  return ok({
    ...rest,
    people: found.map((each) => listed(each, nameOf, actor)),
    unit: unit && { id: unit.id, name: unit.name },
  });
}

const listed = ({ row, unitName }: PersonInReach, nameOf: (id: string) => string, actor: Actor): ListedPerson => ({
  accountId: row.id,
  fullName: row.fullName,
  birthYear: row.birthYear,
  signInName: readMaskedName(row),
  unitName,
  roles: row.grants.map(({ role, unitId, block }) => ({ role, unitName: nameOf(unitId), block })),
  isOff: row.disabledAt !== undefined,
  isOwn: row.id === actor.accountId,
});

/** A person in full, as those see it who look after accounts. */
export interface PersonPage extends Omit<ListedPerson, 'roles'> {
  readonly unitId: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant | undefined;
  readonly disabledAt: Instant | undefined;
  readonly hasEmail: boolean;
  readonly access: Awaited<ReturnType<typeof findAccess>>;
  readonly roles: readonly {
    readonly role: Role;
    readonly unitId: string;
    readonly unitName: string;
    readonly block: string | undefined;
    readonly grantedAt: Instant;
    readonly grantedBy: string | undefined;
    readonly canTake: boolean;
  }[];
  /** The actor may switch the account off, end its sessions and take its second factor. */
  readonly canManage: boolean;
  /** Roles that the actor may give somewhere. */
  readonly mayGive: readonly Role[];
  readonly blocks: readonly string[];
}

/** @returns 'forbidden' for who looks after no accounts, 'not-found' for a person outside of the actor's part */
export async function getPerson(query: {
  actor: Actor;
  accountId: string;
  now: Instant;
}): Promise<Result<PersonPage, 'forbidden' | 'not-found'>> {
  const { actor, accountId, now } = query;
  const gives = grantsFor(actor, 'grant-role').length > 0;
  if (!gives && grantsFor(actor, 'manage-accounts').length === 0) return refuse('forbidden');
  const found = canBeKey(accountId) ? await findInReach(accountId, now) : undefined;
  if (!found || found.row.isGone || !maySeeAccount(actor, found.person)) return refuse('not-found');
  const { row, person } = found;
  const [access, index] = await Promise.all([findAccess(accountId, now), getUnitIndex(now)]);
  const givers = [...new Set(row.grants.flatMap(({ grantedById }) => grantedById ?? []))];
  const names = new Map((await findNames(givers)).map(({ id, fullName }) => [id, fullName]));
  const nameOf = (id: string): string => index.get(id)?.name ?? id;
  return ok({
    ...listed(found, nameOf, actor),
    unitId: row.unitId,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    disabledAt: row.disabledAt,
    hasEmail: row.isEmailVerified,
    access,
    roles: row.grants.map(({ role, unitId, unitPath, block, grantedAt, grantedById }) => ({
      role,
      unitId,
      block,
      grantedAt,
      unitName: nameOf(unitId),
      grantedBy: grantedById === undefined ? undefined : (names.get(grantedById) ?? undefined),
      canTake: mayGiveRole(actor, { role, unitPath, block }),
    })),
    canManage: accountId !== actor.accountId && mayManageAccount(actor, person),
    mayGive: gives ? ROLES : [],
    blocks: [...new Set([...index.values()].flatMap(({ block }) => block ?? []))].toSorted((a, b) =>
      a.localeCompare(b, 'vi'),
    ),
  });
}
