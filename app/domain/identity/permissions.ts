import { isWithin } from '../units/tree.ts';
import type { Actor, Role } from './actor.ts';

/** What rights are asked for, and at which unit. */
export type Action =
  | 'see-contest-dashboard'
  | 'see-people-of-unit'
  | 'grant-role'
  | 'manage-contests'
  | 'conduct-contest'
  | 'export-results';

const ORGANIZING = [
  'see-contest-dashboard',
  'see-people-of-unit',
  'manage-contests',
  'conduct-contest',
  'export-results',
] as const;

const MATRIX: Record<Role, readonly Action[]> = {
  administrator: [...ORGANIZING, 'grant-role'],
  organizer: ORGANIZING,
  unitManager: ['see-people-of-unit'],
};

/** Whether the actor may do this at the unit with that path. Denies whatever no grant allows, and everything to nobody. */
export function can(actor: Actor | undefined, action: Action, unitPath: string): boolean {
  return (actor?.grants ?? []).some(
    (grant) =>
      Object.hasOwn(MATRIX, grant.role) && MATRIX[grant.role].includes(action) && isWithin(unitPath, grant.unitPath),
  );
}
