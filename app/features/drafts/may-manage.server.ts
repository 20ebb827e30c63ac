import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';

/** Whether the actor manages the contests of the whole tree. */
export async function mayManage(actor: Actor, now: Instant): Promise<boolean> {
  return can(actor, 'manage-contests', (await getTopUnit(now))?.path ?? '');
}
