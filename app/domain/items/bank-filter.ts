import { fitsSearch, parseSearch } from './bank-search.ts';
import type { Difficulty, Interaction, ItemStatus } from './item.ts';

/** An item as the list of the bank knows it. */
export interface BankEntry {
  readonly id: string;
  readonly status: ItemStatus;
  readonly work: 'none' | 'draft' | 'review';
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly interaction: Interaction;
  readonly tags: readonly string[];
  readonly contested: boolean;
  readonly authorId: string | undefined;
  /** Who wrote at the text in work. */
  readonly writerIds: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Everything that it says, as searchable() makes it. */
  readonly words: string;
  /** Undefined while the text has not been looked through. */
  readonly checked: { readonly errors: number; readonly warnings: number; readonly hasSource: boolean } | undefined;
}

/** How far an item is, as tabs of the list: an item that is being revised is both published and draft. */
export const STATES = ['draft', 'review', 'published', 'retired'] as const;
export type BankState = (typeof STATES)[number];

export const FINDINGS = ['errors', 'warnings', 'noSource', 'none'] as const;

/** What the list is narrowed by; an empty text narrows nothing. */
export const FILTERS = [
  'state',
  'whose',
  'topic',
  'lesson',
  'difficulty',
  'interaction',
  'tag',
  'findings',
  'contested',
  'author',
] as const;
export type FilterName = (typeof FILTERS)[number];

export const SORTS = ['new', 'changed', 'id', 'place', 'findings'] as const;
export type BankSort = (typeof SORTS)[number];

export interface BankQuery extends Readonly<Record<FilterName, string>> {
  readonly q: string;
  readonly sort: BankSort;
}

/** What decides about "mine" and "waiting for me". */
export interface Viewer {
  readonly accountId: string;
  /** Ids of items that wait for this person. */
  readonly waiting: ReadonlySet<string>;
}

/** Values that an item has for a filter. */
function valuesOf(entry: BankEntry, filter: FilterName, viewer: Viewer): readonly string[] {
  switch (filter) {
    case 'state':
      return statesOf(entry);
    case 'whose':
      return [
        ...(entry.authorId === viewer.accountId || entry.writerIds.includes(viewer.accountId) ? ['mine'] : []),
        ...(viewer.waiting.has(entry.id) ? ['waiting'] : []),
      ];
    case 'topic':
      return [entry.topicSlug];
    case 'lesson':
      return [entry.lessonSlug];
    case 'difficulty':
      return [entry.difficulty];
    case 'interaction':
      return [entry.interaction];
    case 'tag':
      return entry.tags;
    case 'findings':
      return findingsOf(entry);
    case 'contested':
      return [entry.contested ? 'yes' : 'no'];
    case 'author':
      return entry.authorId === undefined ? [] : [entry.authorId];
  }
}

function statesOf({ status, work }: BankEntry): BankState[] {
  if (status === 'retired') return ['retired'];
  const now: BankState[] = status === 'published' ? ['published'] : [];
  return work === 'none' ? now : [...now, work];
}

function findingsOf({ checked }: BankEntry): string[] {
  if (!checked) return [];
  return [
    ...(checked.errors > 0 ? ['errors'] : []),
    ...(checked.warnings > 0 ? ['warnings'] : []),
    ...(checked.hasSource ? [] : ['noSource']),
    ...(checked.errors + checked.warnings === 0 ? ['none'] : []),
  ];
}

export interface Filtered {
  readonly entries: readonly BankEntry[];
  /** How many items each value of each filter would leave, with all the other filters as they are. */
  readonly counts: Readonly<Record<FilterName, Readonly<Record<string, number>>>>;
  /** For each filter, how many items there are with it left out. */
  readonly without: Readonly<Record<FilterName, number>>;
}

/**
 * Narrows the bank and counts for every filter what its values would leave, in one pass: an item that fails just one filter
 * counts for that one. The order is stable: what the sort leaves equal goes by id.
 */
export function filterBank(bank: Iterable<BankEntry>, query: BankQuery, viewer: Viewer): Filtered {
  const search = parseSearch(query.q);
  const asked = FILTERS.filter((filter) => query[filter] !== '');
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, new Map<string, number>()])) as Record<
    FilterName,
    Map<string, number>
  >;
  const without = Object.fromEntries(FILTERS.map((filter) => [filter, 0])) as Record<FilterName, number>;
  const entries: BankEntry[] = [];
  for (const entry of bank) {
    if (!fitsSearch(search, entry)) continue;
    const failed = asked.filter((filter) => !valuesOf(entry, filter, viewer).includes(query[filter]));
    if (failed.length > 1) continue;
    if (failed.length === 0) entries.push(entry);
    for (const filter of failed.length === 1 ? failed : FILTERS) {
      without[filter] += 1;
      for (const value of valuesOf(entry, filter, viewer))
        counts[filter].set(value, (counts[filter].get(value) ?? 0) + 1);
    }
  }
  return { entries: entries.toSorted(ORDER[query.sort]), counts: plain(counts), without };
}

const plain = (counts: Record<FilterName, Map<string, number>>): Filtered['counts'] =>
  Object.fromEntries(FILTERS.map((filter) => [filter, Object.fromEntries(counts[filter])])) as Filtered['counts'];

type Order = (a: BankEntry, b: BankEntry) => number;

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byId: Order = (a, b) => byText(a.id, b.id);
const byPlace: Order = (a, b) => byText(a.topicSlug, b.topicSlug) || byText(a.lessonSlug, b.lessonSlug);
const weight = ({ checked }: BankEntry): number => (checked ? checked.errors * 1_000 + checked.warnings : -1);

const ORDER: Record<BankSort, Order> = {
  new: (a, b) => b.createdAt - a.createdAt || byId(a, b),
  changed: (a, b) => b.updatedAt - a.updatedAt || byId(a, b),
  id: byId,
  place: (a, b) => byPlace(a, b) || byId(a, b),
  findings: (a, b) => weight(b) - weight(a) || byId(a, b),
};
