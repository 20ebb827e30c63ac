import { getPool } from '#app/features/items/index.server.ts';
import type { BankFacet } from './bank.ts';

/** The question bank by what rows of a paper can choose by. */
export async function getBank(): Promise<BankFacet[]> {
  const facets = new Map<string, BankFacet>();
  for (const { topicSlug: topic, lessonSlug: lesson, difficulty, interaction, tags } of await getPool()) {
    const key = JSON.stringify([topic, lesson, difficulty, interaction, tags]);
    const count = (facets.get(key)?.count ?? 0) + 1;
    facets.set(key, { topic, lesson, difficulty, interaction, tags, count });
  }
  return [...facets.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, facet]) => facet);
}
