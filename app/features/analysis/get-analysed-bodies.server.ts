import type { ItemBody } from '#app/domain/items/item.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { findCorrections, type KeyInForce } from './correction.repo.server.ts';

/** An item version with the key that holds in a contest. */
export interface AnalysedBody {
  readonly body: ItemBody;
  /** How its key was corrected in this contest; undefined where it holds as it was written. */
  readonly correction: KeyInForce | undefined;
}

/** Bodies of item versions with the keys that hold in a contest, for organizers only. */
export async function getAnalysedBodies(
  contestId: string,
  itemVersionIds: readonly string[],
): Promise<Map<string, AnalysedBody>> {
  const [bodies, corrections] = await Promise.all([getBodies(itemVersionIds), findCorrections(contestId)]);
  return new Map(
    [...bodies].map(([id, body]) => {
      const correction = corrections.get(id);
      const key = correction?.kind === 'key' ? correction.key : body.key;
      return [id, { body: { ...body, key }, correction }];
    }),
  );
}
