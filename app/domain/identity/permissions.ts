import { idsOfPath, isWithin } from '../units/tree.ts';
import type { Actor, Grant, Role } from './actor.ts';

/** What rights are asked for, and at which unit. */
export type Action =
  | 'see-contest-dashboard'
  | 'see-people-of-unit'
  | 'grant-role'
  | 'manage-contests'
  | 'conduct-contest'
  | 'export-results'
  | 'read-items'
  | 'write-items'
  | 'review-items'
  | 'publish-items'
  | 'correct-keys'
  | 'grant-item-role'
  | 'change-units'
  | 'propose-headcount'
  | 'approve-headcount'
  | 'set-targets'
  | 'delegate-unit-manager'
  | 'decide-transfer'
  | 'make-reports'
  /** Read the audit log and check it. */
  | 'see-audit'
  /** See signals of irregular attempts. */
  | 'see-signals'
  /** Ask the contestant, dismiss a signal, propose and decide that an attempt does not count. */
  | 'decide-signals'
  /** Decide on accounts that may be one person. */
  | 'merge-accounts'
  /** Give a person whom one has checked a code to get back into the account. */
  | 'issue-recovery-code'
  /** Switch accounts off and on, end their sessions, take a lost second factor away. */
  | 'manage-accounts'
  /** Answer what people ask about their own data. */
  | 'answer-data-requests';

const ORGANIZING = [
  'see-contest-dashboard',
  'see-people-of-unit',
  'manage-contests',
  'conduct-contest',
  'export-results',
  'read-items',
  'write-items',
  'review-items',
  'publish-items',
  'correct-keys',
  'grant-item-role',
  'change-units',
  'propose-headcount',
  'approve-headcount',
  'set-targets',
  'delegate-unit-manager',
  'decide-transfer',
  'make-reports',
  'see-audit',
  'see-signals',
  'decide-signals',
  'merge-accounts',
  'issue-recovery-code',
  'answer-data-requests',
] as const;

/** What those in charge of a unit do in their branch; some of it only for units below their own, see canFromAbove(). */
const MANAGING = [
  'see-people-of-unit',
  'propose-headcount',
  'approve-headcount',
  'set-targets',
  'delegate-unit-manager',
  'decide-transfer',
  'make-reports',
  'issue-recovery-code',
] as const;

const MATRIX: Record<Role, readonly Action[]> = {
  administrator: [...ORGANIZING, 'grant-role', 'manage-accounts'],
  organizer: ORGANIZING,
  unitManager: MANAGING,
  /** Sees everything that results rest on, and changes nothing. */
  auditor: ['see-contest-dashboard', 'see-audit', 'see-signals', 'export-results'],
  itemAuthor: ['read-items', 'write-items'],
  itemReviewer: ['read-items', 'review-items'],
  itemApprover: ['read-items', 'review-items', 'publish-items'],
};

/** Where something is done: the path of a unit; with its block, grants that hold for one block count too. */
export type Place = string | { readonly path: string; readonly block: string | undefined };

const pathOf = (place: Place): string => (typeof place === 'string' ? place : place.path);

const holdsAt = (grant: Grant, place: Place): boolean => {
  if (!isWithin(pathOf(place), grant.unitPath)) return false;
  // why no block without a place that names one: who forgets it denies, and gives nothing away.
  return grant.block === undefined || (typeof place === 'object' && place.block === grant.block);
};

const gives = (grant: Grant, action: Action): boolean =>
  Object.hasOwn(MATRIX, grant.role) && MATRIX[grant.role].includes(action);

/** The grants by which the actor may do this somewhere. */
export const grantsFor = (actor: Actor | undefined, action: Action): Grant[] =>
  (actor?.grants ?? []).filter((grant) => gives(grant, action));

/** Whether the actor may do this at the unit in that place. Denies whatever no grant allows, and everything to nobody. */
export function can(actor: Actor | undefined, action: Action, place: Place): boolean {
  return (actor?.grants ?? []).some((grant) => gives(grant, action) && holdsAt(grant, place));
}

/**
 * Whether the actor may do this to the unit from above it: by a grant at a unit that stands higher, by one for its block, or by
 * one at the top of the tree, above which nobody stands. For what a unit must not do to itself, like approving its own figures.
 */
export function canFromAbove(actor: Actor | undefined, action: Action, place: Place): boolean {
  return (actor?.grants ?? []).some(
    (grant) =>
      gives(grant, action) &&
      holdsAt(grant, place) &&
      (pathOf(place) !== grant.unitPath || idsOfPath(grant.unitPath).length === 1),
  );
}

/** Whether the actor is in charge of this very unit, not of one above it: for lists of names that must not leave the unit. */
export function canAtUnitItself(actor: Actor | undefined, action: Action, unitId: string): boolean {
  return (actor?.grants ?? []).some(
    (grant) => gives(grant, action) && grant.unitId === unitId && grant.block === undefined,
  );
}
