import type { Resemblance } from '#app/domain/exchange/import-row.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { findSimilarOfEach } from '../../bank/index.server.ts';

/** Looked for together; between two bites the server answers others. */
const BITE = 100;
const MOST = 2;

/** Items of the bank that are probably the same questions, for each of the texts, in their order. */
export async function findResemblances(bodies: readonly ItemBody[]): Promise<(readonly Resemblance[])[]> {
  const all: (readonly Resemblance[])[] = [];
  for (let from = 0; from < bodies.length; from += BITE) {
    const some = bodies.slice(from, from + BITE).map((body) => ({ body }));
    const found = await findSimilarOfEach(some, MOST);
    all.push(...found.map((each) => each.map(({ itemId, prompt, score }) => ({ itemId, prompt, likeness: score }))));
    await new Promise((go) => void setImmediate(go));
  }
  return all;
}
