import type { BulkAct } from '#app/domain/items/bulk.ts';
import type { ItemPlace } from '#app/domain/items/item.ts';
import { searchTextOf } from '#app/domain/items/search-text.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import {
  addEvents,
  groupByValue,
  setColumns,
  setDraftPlaces,
  setTextMarks,
  type BulkRow,
  type ItemColumns,
} from './bulk.repo.server.ts';
import type { KeptOfItems, RunningAct } from './running-act.ts';

interface PlaceOfItem extends ItemPlace {
  readonly contested: boolean;
}

/** The place of an item as the act makes it. */
export function changedPlace(act: BulkAct, place: PlaceOfItem): PlaceOfItem {
  switch (act.kind) {
    case 'move':
      return { ...place, topicSlug: act.topicSlug, lessonSlug: act.lessonSlug };
    case 'difficulty':
      return { ...place, difficulty: act.difficulty };
    case 'addTag':
      return { ...place, tags: [...new Set([...place.tags, act.tag])] };
    case 'removeTag':
      return { ...place, tags: place.tags.filter((tag) => tag !== act.tag) };
    case 'contest':
    case 'uncontest':
      return { ...place, contested: act.kind === 'contest' };
    default:
      return place;
  }
}

const placeOf = ({ topicSlug, lessonSlug, difficulty, tags, contested }: PlaceOfItem): PlaceOfItem => ({
  topicSlug,
  lessonSlug,
  difficulty,
  tags,
  contested,
});

const columnsOf = ({ tags, ...place }: PlaceOfItem): ItemColumns => ({
  ...place,
  tags: tags.length > 0 ? `|${tags.join('|')}|` : '',
  isEdited: true,
});

/**
 * Moves items, or changes their difficulty, tags or contested flag; a text in work follows, so that publishing it does not bring
 * the old place back. Frozen texts stay as they are.
 */
export async function changePlaces(tx: Tx, running: RunningAct, rows: readonly BulkRow[]): Promise<KeptOfItems> {
  const { act } = running;
  const places = rows.map((row) => ({ row, was: placeOf(row), is: changedPlace(act, placeOf(row)) }));
  const columns = new Map(places.map(({ row, is }) => [row.id, JSON.stringify(columnsOf(is))]));
  for (const [json, ids] of groupByValue(columns)) await setColumns(tx, ids, JSON.parse(json) as ItemColumns);
  const drafts = rows.flatMap(({ id, draft }) => (draft ? { id, place: draft.place } : []));
  await setDraftPlaces(
    tx,
    new Map(drafts.map(({ id, place }) => [id, JSON.stringify(changedPlace(act, JSON.parse(place) as PlaceOfItem))])),
  );
  if (act.kind === 'addTag' || act.kind === 'removeTag') {
    for (const { row, is } of places) {
      if (row.body) await setTextMarks(tx, row.id, { searchText: searchTextOf(row.id, row.body, is) });
    }
  }
  const events = places.map(({ row, was, is }) => ({ itemId: row.id, kind: 'moved', detail: { was, is } }));
  await addEvents(tx, events, running);
  return new Map(drafts.map(({ id, place }) => [id, { draftPlace: place }]));
}
