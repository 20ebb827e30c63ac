import type { ItemBody } from '#app/domain/items/item.ts';
import { bodiesUnder, type Corrections } from '#app/domain/scoring/correction.ts';
import { getBodies } from '#app/features/items/index.server.ts';

/** Bodies of item versions with the keys that hold in a contest, each key that holds beside others too; for organizers only. */
export async function getAnalysedBodies(
  corrections: Corrections,
  itemVersionIds: readonly string[],
): Promise<Map<string, ItemBody>> {
  const bodies = await getBodies(itemVersionIds);
  return new Map([...bodies].map(([id, body]) => [id, underCorrection(body, corrections, id)]));
}

function underCorrection(body: ItemBody, corrections: Corrections, id: string): ItemBody {
  const [first = body, ...others] = bodiesUnder(body, corrections.get(id));
  return others.length === 0 ? first : { ...first, key: [...new Set([first, ...others].flatMap(({ key }) => key))] };
}
