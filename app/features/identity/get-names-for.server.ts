import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getBoardNames } from './get-board-names.server.ts';
import { getFullNames } from './get-full-names.server.ts';

/** Names of people as the actor may see them: full ones with the right to see people, else those of public boards. */
export async function getNamesFor(
  actor: Actor,
  accountIds: readonly string[],
  { topPath, now }: { topPath: string; now: Instant },
): Promise<{ names: ReadonlyMap<string, string>; isMasked: boolean }> {
  const isMasked = !can(actor, 'see-people-of-unit', topPath);
  return { names: await (isMasked ? getBoardNames(accountIds, now) : getFullNames(accountIds)), isMasked };
}
