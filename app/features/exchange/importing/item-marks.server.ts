import { randomUUID } from 'node:crypto';
import type { WholeItem } from '#app/domain/exchange/compare-item.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { marksOf } from '#app/features/items/index.server.ts';

/** What a question asks and offers, as the bank hashes it: equal in two files that hold the same question. */
export const fingerprintOf = (body: ItemBody): string => marksOf('', body, { tags: [] }).fingerprint;

/** What the bank's search looks at. */
export const searchTextFor = (id: string, { body, place }: WholeItem): string => marksOf(id, body, place).searchText;

/** An id that no item has. */
export const newItemId = (): string => randomUUID();
