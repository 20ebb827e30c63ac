import type { ItemBody } from '#app/domain/items/item.ts';
import { loadBodies } from './item.repo.server.ts';

// why no limit and no expiry: a version never changes, and a province's bank is some thousand short texts.
const known = new Map<string, ItemBody>();

/**
 * The bodies, keys included, of frozen item versions. For scoring and for reviews that may show keys; what a contestant
 * sees during an attempt is cut from it by the caller.
 * @returns by item version id; an id that does not exist is missing from the map
 */
export async function getBodies(itemVersionIds: readonly string[]): Promise<Map<string, ItemBody>> {
  const wanted = [...new Set(itemVersionIds)];
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) {
    for (const [id, body] of await loadBodies(missing)) known.set(id, body);
  }
  const found = new Map<string, ItemBody>();
  for (const id of wanted) {
    const body = known.get(id);
    if (body) found.set(id, body);
  }
  return found;
}
