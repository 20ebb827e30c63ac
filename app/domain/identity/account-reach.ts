import type { Actor, Role } from './actor.ts';
import { can, type Place } from './permissions.ts';

/** A role at a place: all of a branch, or one block of it. */
export interface RoleAt {
  readonly role: Role;
  readonly unitPath: string;
  readonly block?: string | undefined;
}

/** A person as those look at it who may act on the account. */
export interface ManagedPerson {
  readonly accountId: string;
  /** Where the person belongs, with its block. */
  readonly home: Exclude<Place, string>;
  readonly grants: readonly RoleAt[];
}

const placeOf = ({ unitPath, block }: RoleAt): Place => ({ path: unitPath, block });

/** Whether the actor may give or take this role: only where the actor's own right to give roles reaches as far. */
export const mayGiveRole = (actor: Actor | undefined, role: RoleAt): boolean => can(actor, 'grant-role', placeOf(role));

/** Whether the actor finds this person among those whose accounts the actor looks after. */
export const maySeeAccount = (actor: Actor | undefined, { home }: Pick<ManagedPerson, 'home'>): boolean =>
  can(actor, 'manage-accounts', home) || can(actor, 'grant-role', home);

/**
 * Whether the actor may switch the account off, end its sessions or take its second factor: where the person belongs and
 * wherever the person has a role. Who looks after one part cannot lock out somebody with a duty beyond it.
 */
export const mayManageAccount = (actor: Actor | undefined, { home, grants }: ManagedPerson): boolean =>
  can(actor, 'manage-accounts', home) && grants.every((grant) => can(actor, 'manage-accounts', placeOf(grant)));

export type NoCodeBecause = 'forbidden' | 'own-account' | 'person-has-roles';

/**
 * Why the actor may not give this person a code that opens the account; undefined where it is allowed. A code for somebody with
 * a role is a way to that role: only those may give one who could lock the account as well.
 */
export function noCodeBecause(actor: Actor, person: ManagedPerson): NoCodeBecause | undefined {
  if (!can(actor, 'issue-recovery-code', person.home)) return 'forbidden';
  if (actor.accountId === person.accountId) return 'own-account';
  if (person.grants.length > 0 && !mayManageAccount(actor, person)) return 'person-has-roles';
  return undefined;
}

/** Whether this is the actor's own last role as an administrator: nobody gives that away by a slip. */
export const isOwnLastAdministration = (actor: Actor, accountId: string, role: Role): boolean =>
  actor.accountId === accountId &&
  role === 'administrator' &&
  actor.grants.filter((grant) => grant.role === 'administrator').length <= 1;
