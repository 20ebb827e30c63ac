import type { OutgoingItem, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
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
 * What was read from the words of a format, completed by the record beside them. Where the record, written again, gives the
 * very words of the file, it is the item; where another program has changed the words since, they count, and only what the
 * format has no words for (source, facts, place) is taken from the record.
 */
export function withRecord(read: ParsedItem, record: OutgoingItem | undefined, saysTheSame: boolean): ParsedItem {
  if (!record) return read;
  const { place, contested, id } = record;
  const externalId = read.externalId === '' ? id : read.externalId;
  if (saysTheSame)
    return {
      ...read,
      externalId: id === '' ? read.externalId : id,
      place,
      contested,
      body: record.body,
      notes: read.notes.filter(isOfImage),
    };
  const body: ItemBody = { ...read.body, source: record.body.source, facts: record.body.facts };
  return { ...read, externalId, place, contested, body };
}

// why the others go: they speak of what the words could not say, and the record says it.
const isOfImage = ({ code }: { readonly code: string }): boolean => code.startsWith('image-');
