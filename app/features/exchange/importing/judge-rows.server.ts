import { differingParts, laidOver, type ItemPart, type WholeItem } from '#app/domain/exchange/compare-item.ts';
import {
  isPlaceKnown,
  type ImportDefaults,
  type ImportRow,
  type Resemblance,
} from '#app/domain/exchange/import-row.ts';
import { itemIdOf } from '#app/domain/exchange/item-id.ts';
import type { FileNote, Format, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { resolvePlace, type KnownTopic } from '#app/domain/exchange/resolve-place.ts';
import { checkItem } from '#app/domain/items/check-item.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { loadExisting, type ExistingItem } from './existing-item.repo.server.ts';
import { findResemblances } from './find-resemblances.server.ts';
import { fingerprintOf } from './item-marks.server.ts';
import { matchRows, repeatsIn, type Sought } from './match-rows.ts';

/** Rows are judged in bites of so many, between which the server answers others. */
const BITE = 50;

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
  const sound = candidates.filter(({ notes }) => !notes.some(isFatal));
  const repeats = repeatsIn(sound.map(soughtOf));
  const matches = matchRows(
    candidates.filter(({ number }) => repeats.get(number)?.isSame !== true).map(soughtOf),
    existing,
    plainText,
    (row, item) => differencesOf(candidates[row.number - 1], item, context),
  );
  const usedIds = new Map<string, number>();
  const rows: ImportRow[] = [];
  for (const candidate of candidates) {
    rows.push(judge(candidate, { existing, matches, repeats, usedIds, context }));
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
  readonly matches: ReturnType<typeof matchRows>;
  readonly repeats: ReturnType<typeof repeatsIn>;
  readonly usedIds: Map<string, number>;
  readonly context: Context;
}

function judge(candidate: Candidate, given: Seen): ImportRow {
  const { number, item, place, whole, itemId } = candidate;
  const notes = [...candidate.notes];
  const row = { number, item, place, similar: [], notes, findings: [] };
  const match = given.matches.get(number);
  // why before the errors: what is already in the bank may be in a file that names no topic.
  if (match && place === undefined) {
    const rest = notes.filter(({ code }) => !ABOUT_PLACE.has(code));
    return judge({ ...candidate, place: match.whole.place, notes: rest }, given);
  }
  if (notes.some(({ level }) => level === 'error')) return { ...row, verdict: 'faulty' };
  const repeat = given.repeats.get(number);
  if (repeat?.isSame) return { ...row, verdict: 'twin', twinOf: repeat.of };
  if (match) return { ...row, ...against(match, row, given.context) };
  // why taken all the same: a mark or another key makes it another question.
  if (repeat) notes.push({ level: 'warning', code: 'nearly-repeats', at: item.at, values: { number: repeat.of } });
  const sameId = itemId === '' ? undefined : given.usedIds.get(itemId);
  if (sameId !== undefined)
    notes.push({ level: 'warning', code: 'id-repeated', at: item.at, values: { id: item.externalId } });
  else if (given.existing.has(itemId)) {
    notes.push({ level: 'warning', code: 'id-of-another', at: item.at, values: { id: item.externalId } });
  } else if (itemId !== '') given.usedIds.set(itemId, number);
  return { ...row, verdict: 'new', findings: checkItem(whole.body, whole.place) };
}

const ABOUT_PLACE = new Set(['no-topic', 'unknown-topic']);
const isFatal = ({ level, code }: FileNote): boolean => level === 'error' && !ABOUT_PLACE.has(code);

const soughtOf = ({ number, whole, fingerprint, itemId }: Candidate): Sought => ({
  number,
  body: whole.body,
  fingerprint,
  itemId,
});

const QUESTION_PARTS: readonly ItemPart[] = ['interaction', 'prompt', 'options', 'key', 'fractions', 'rules'];

/** In how many ways a question of the file asks another thing than an item of the bank, as far as its format can say. */
function differencesOf(candidate: Candidate | undefined, match: ExistingItem, { format }: Context): number {
  if (!candidate) return QUESTION_PARTS.length;
  const row = { item: candidate.item, place: candidate.place ?? match.whole.place, isPlaceKnown: false };
  const parts = differingParts(match.whole, laidOver(match.whole, row, format, plainText));
  return parts.filter((part) => QUESTION_PARTS.includes(part)).length;
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
