import { sumOutcomes } from '#app/features/attempts/index.server.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { rate } from '#app/domain/kernel/numbers.ts';

/** How a question did in a round. */
export interface ItemShare {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly prompt: string;
  readonly difficulty: string;
  readonly topicSlug: string;
  /** Papers that had the question. */
  readonly attempts: number;
  readonly answered: number;
  /** Facility index 0..1: the mean fraction over all papers that had the question (Moodle quiz statistics). */
  readonly facility: number | undefined;
}

/** The share right of every question of a round, the hardest first. */
export async function getItemShares(roundId: string): Promise<ItemShare[]> {
  const sums = await sumOutcomes(roundId);
  const labels = await getItemLabels(sums.map((sum) => sum.itemVersionId));
  return sums
    .flatMap((sum) => {
      const label = labels.get(sum.itemVersionId);
      if (!label) return [];
      const { itemVersionId, attempts, answered, fractionSum } = sum;
      return { itemVersionId, attempts, answered, facility: rate(fractionSum, attempts), ...label };
    })
    .toSorted((a, b) => (a.facility ?? 0) - (b.facility ?? 0) || (a.itemId < b.itemId ? -1 : 1));
}
