import { differingParts, laidOver, type WholeItem } from '#app/domain/exchange/compare-item.ts';
import {
  isPlaceKnown,
  type ImportDefaults,
  type ImportRow,
  type Resemblance,
} from '#app/domain/exchange/import-row.ts';
import { itemIdOf, wordsInCommon } from '#app/domain/exchange/item-id.ts';
import type { FileNote, Format, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { resolvePlace, type KnownTopic } from '#app/domain/exchange/resolve-place.ts';
import { checkItem } from '#app/domain/items/check-item.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { loadExisting, type ExistingItem } from './existing-item.repo.server.ts';
import { findResemblances } from './find-resemblances.server.ts';
import { fingerprintOf } from './item-marks.server.ts';

/** Rows are judged in bites of so many, between which the server answers others. */
const BITE = 50;
/** Two questions with one id and fewer words in common are two questions, and the id is no id of ours. */
const SAME_QUESTION = 0.3;

interface Context {
  readonly format: Format;
  readonly actorId: string;
  readonly defaults: ImportDefaults;
  readonly topics: readonly KnownTopic[];
}

/** A question of the file on its way to a row. */
interface Candidate {
  readonly number: number;
  readonly item: ParsedItem;
  readonly place: ImportRow['place'];
  readonly whole: WholeItem;
  readonly fingerprint: string;
  readonly itemId: string;
  readonly notes: readonly FileNote[];
}

/**
 * The dry run: looks at every question of a file against the bank and against the rest of the file, and says what an import
 * would do with it. Changes nothing.
 */
export async function judgeRows(
  items: readonly ParsedItem[],
  context: Context,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ImportRow[]> {
  const candidates: Candidate[] = [];
  for (const [index, item] of items.entries()) {
    candidates.push(candidateOf(item, index + 1, context));
    if (index % BITE === 0) await pause();
  }
  const existing = await loadExisting(
    candidates.flatMap(({ itemId }) => itemId || []),
    candidates.map(({ fingerprint }) => fingerprint),
  );
  const byPrint = new Map([...existing.values()].map((item) => [item.fingerprint, item]));
  const seen = new Map<string, number>();
  const usedIds = new Map<string, number>();
  const rows: ImportRow[] = [];
  for (const candidate of candidates) {
    rows.push(judge(candidate, { existing, byPrint, seen, usedIds, context }));
    if (candidate.number % BITE === 0) {
      onProgress(candidate.number, candidates.length);
      await pause();
    }
  }
  return withResemblances(rows);
}

const pause = (): Promise<void> => new Promise((go) => void setImmediate(go));

function candidateOf(item: ParsedItem, number: number, { defaults, topics }: Context): Candidate {
  const resolved = resolvePlace(item.place, topics, defaults, item.at);
  const source =
    item.body.source.title === '' && defaults.source !== ''
      ? { ...item.body.source, title: defaults.source }
      : item.body.source;
  const body = { ...item.body, source };
  const place = resolved.place;
  return {
    number,
    item,
    place,
    whole: {
      body,
      place: place ?? { topicSlug: '', lessonSlug: '', difficulty: defaults.difficulty, tags: [] },
      contested: item.contested,
    },
    fingerprint: fingerprintOf(body),
    itemId: itemIdOf(item.externalId),
    notes: [...item.notes, ...resolved.notes],
  };
}

interface Seen {
  readonly existing: ReadonlyMap<string, ExistingItem>;
  readonly byPrint: ReadonlyMap<string, ExistingItem>;
  /** Rows by what they ask. */
  readonly seen: Map<string, number>;
  readonly usedIds: Map<string, number>;
  readonly context: Context;
}

function judge(candidate: Candidate, given: Seen): ImportRow {
  const { number, item, place, whole, fingerprint, itemId } = candidate;
  const notes = [...candidate.notes];
  const row = { number, item, place, similar: [], notes, findings: [] };
  const match = matchOf(candidate, given);
  // why before the errors: what is already in the bank may be in a file that names no topic.
  if (match && place === undefined) {
    const rest = notes.filter(({ code }) => code !== 'no-topic' && code !== 'unknown-topic');
    return judge({ ...candidate, place: match.whole.place, notes: rest }, given);
  }
  if (notes.some(({ level }) => level === 'error')) return { ...row, verdict: 'faulty' };
  const twinOf = given.seen.get(fingerprint);
  if (twinOf !== undefined) return { ...row, verdict: 'twin', twinOf };
  given.seen.set(fingerprint, number);
  if (match) return { ...row, ...against(match, row, given.context) };
  const sameId = itemId === '' ? undefined : given.usedIds.get(itemId);
  if (sameId !== undefined)
    notes.push({ level: 'warning', code: 'id-repeated', at: item.at, values: { id: item.externalId } });
  else if (given.existing.has(itemId)) {
    notes.push({ level: 'warning', code: 'id-of-another', at: item.at, values: { id: item.externalId } });
  } else if (itemId !== '') given.usedIds.set(itemId, number);
  return { ...row, verdict: 'new', findings: checkItem(whole.body, whole.place) };
}

function matchOf({ itemId, whole, fingerprint }: Candidate, { existing, byPrint }: Seen): ExistingItem | undefined {
  const byId = itemId === '' ? undefined : existing.get(itemId);
  const isSame =
    byId &&
    (byId.fingerprint === fingerprint ||
      wordsInCommon(plainText(byId.whole.body.prompt), plainText(whole.body.prompt)) >= SAME_QUESTION);
  return isSame ? byId : byPrint.get(fingerprint);
}

/** What a question is to the item of the bank that it is. */
function against(
  match: ExistingItem,
  row: Pick<ImportRow, 'item' | 'place' | 'notes'>,
  { format, actorId }: Context,
): Pick<ImportRow, 'verdict' | 'itemId' | 'parts' | 'findings' | 'notes'> {
  const laid = laidOver(match.whole, { ...row, isPlaceKnown: isPlaceKnown(row) }, format, plainText);
  const parts = differingParts(match.whole, laid);
  const found = { itemId: match.id, parts, notes: row.notes, findings: [] };
  if (parts.length === 0) return { ...found, verdict: 'same' };
  const lock = lockOf(match, actorId);
  if (lock)
    return { ...found, verdict: 'locked', notes: [...row.notes, { level: 'warning', code: lock, at: row.item.at }] };
  return { ...found, verdict: 'changed', findings: checkItem(laid.body, laid.place) };
}

/** Why an item of the bank is not given another text by an import. */
function lockOf({ stand, writerIds }: ExistingItem, actorId: string): string | undefined {
  if (stand.status === 'retired') return 'item-retired';
  if (stand.work === 'review') return 'item-in-review';
  return stand.work === 'draft' && writerIds.some((id) => id !== actorId) ? 'item-in-work' : undefined;
}

async function withResemblances(rows: readonly ImportRow[]): Promise<ImportRow[]> {
  const fresh = rows.filter(({ verdict }) => verdict === 'new');
  const found = await findResemblances(fresh.map(({ item }) => item.body));
  const byNumber = new Map<number, readonly Resemblance[]>(
    fresh.map(({ number }, index) => [number, found[index] ?? []]),
  );
  return rows.map((row) => ({ ...row, similar: byNumber.get(row.number) ?? [] }));
}
