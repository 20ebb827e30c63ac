import type { Instant } from '#app/domain/kernel/time.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { figureScopes, getParticipation } from './get-participation.server.ts';

/** How many people of each unit itself take part in the contest that comes first in the list; nobody before there is one. */
export async function peopleByUnit(now: Instant): Promise<Map<string, number>> {
  const [first] = await listContests(now);
  if (!first) return new Map();
  const { own } = await getParticipation(first, figureScopes(first).at(-1), { audience: 'everybody', now });
  return new Map([...own].map(([unitId, { people }]) => [unitId, people]));
}
