import { isWithin } from '../units/tree.ts';
import type { Actor, Role } from './actor.ts';

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
  | 'grant-item-role';

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
] as const;

const MATRIX: Record<Role, readonly Action[]> = {
  administrator: [...ORGANIZING, 'grant-role'],
  organizer: ORGANIZING,
  unitManager: ['see-people-of-unit'],
  itemAuthor: ['read-items', 'write-items'],
  itemReviewer: ['read-items', 'review-items'],
  itemApprover: ['read-items', 'review-items', 'publish-items'],
};

/** Whether the actor may do this at the unit with that path. Denies whatever no grant allows, and everything to nobody. */
export function can(actor: Actor | undefined, action: Action, unitPath: string): boolean {
  return (actor?.grants ?? []).some(
    (grant) =>
      Object.hasOwn(MATRIX, grant.role) && MATRIX[grant.role].includes(action) && isWithin(unitPath, grant.unitPath),
  );
}
