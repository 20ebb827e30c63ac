import type { FilePlace, OutgoingItem, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { OwnRecord } from './own-record.schema.ts';

/** The name of the vocabulary in which files carry what only the bank knows; other systems pass it over. */
export const OWN_VOCABULARY = 'urn:tim-hieu:item:1';

/** The record of an item as one line of text. */
export const recordOf = ({ id, place, body, contested }: OutgoingItem): string =>
  JSON.stringify({ id, place, contested, body });

/** A record out of a file, which may have been written by anybody; undefined where it is none. */
export function readRecord(text: string | undefined): OutgoingItem | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const parsed = OwnRecord.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { place, ...rest } = parsed.data;
  return { ...rest, place: { ...place, difficulty: place.difficulty } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The item of a record, for a file whose words are the very ones that the record gives when it is written again: only then is
 * a record believed.
 */
export const itemOfRecord = ({ id, place, body, contested }: OutgoingItem, at: FilePlace): ParsedItem => ({
  externalId: id,
  place,
  body,
  contested,
  at,
  notes: [],
});

/**
 * An item whose words were changed since its record was written: the words count, and only what the format has no words for
 * (source, facts, place) comes from the record.
 */
export function completedBy(read: ParsedItem, record: OutgoingItem | undefined): ParsedItem {
  if (!record) return read;
  const { place, contested, id } = record;
  const body: ItemBody = { ...read.body, source: record.body.source, facts: record.body.facts };
  return { ...read, externalId: read.externalId === '' ? id : read.externalId, place, contested, body };
}
