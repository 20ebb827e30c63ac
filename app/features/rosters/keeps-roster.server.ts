import type { Actor } from '#app/domain/identity/actor.ts';
import { canAtUnitItself } from '#app/domain/identity/permissions.ts';

/** Whether the actor is in charge of the unit itself: nobody above it, and nobody of the organizers, sees a roster. */
export const keepsRoster = (actor: Actor | undefined, unitId: string): boolean =>
  canAtUnitItself(actor, 'see-people-of-unit', unitId);
