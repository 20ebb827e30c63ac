import type { Instant } from '#app/domain/kernel/time.ts';
import { getPool } from '#app/features/items/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import type { KnownContent } from './description-faults.ts';

/** What a description may refer to now, from the bank and the unit tree. @param topics those that people can read */
export async function getKnownContent(topics: KnownContent['topics'], now: Instant): Promise<KnownContent> {
  const [pool, units] = await Promise.all([getPool(), getUnitIndex(now)]);
  return { topics, units, blocks: new Set([...units.values()].flatMap(({ block }) => block ?? [])), pool };
}
