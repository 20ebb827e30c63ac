import { createHash } from 'node:crypto';
import type { ItemBody, ItemPlace } from '#app/domain/items/item.ts';
import { fingerprintSource, searchTextOf } from '#app/domain/items/search-text.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a text as it is stored: equal texts of one item are one version. */
export const hashOf = (body: ItemBody): string => sha256(JSON.stringify(body));

/** The columns by which an item is searched, filtered and recognised, of its newest text. */
export interface TextMarks {
  readonly searchText: string;
  readonly fingerprint: string;
  readonly interaction: string;
}

/** Columns of an item that follow from its text: to be written whenever the text or the tags are. */
export const marksOf = (id: string, body: ItemBody, place: Pick<ItemPlace, 'tags'>): TextMarks => ({
  searchText: searchTextOf(id, body, place),
  fingerprint: sha256(fingerprintSource(body)),
  interaction: body.interaction,
});
