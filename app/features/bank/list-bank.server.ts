import type { Actor } from '#app/domain/identity/actor.ts';
import { filterBank, type BankEntry, type BankQuery, type Filtered } from '#app/domain/items/bank-filter.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { loadLastActs, loadTexts, loadTurns } from './catalogue/catalogue.repo.server.ts';
import { lookAtBank, type CatalogueEntry } from './catalogue/catalogue.server.ts';

const PAGE_SIZE = 50;
/** Two lines of a row. */
const LONGEST_PROMPT = 240;

/** What decides what waits for a person. */
export interface ReaderRights {
  readonly mayReview: boolean;
  readonly mayPublish: boolean;
}

/** An item as a row of the list shows it. */
export interface BankRow extends Omit<BankEntry, 'words' | 'writerIds' | 'createdAt'> {
  /** Plain text, cut; empty for a draft that asks nothing yet. */
  readonly prompt: string;
  /** The last act of its life; undefined for items that were loaded from content/. */
  readonly lastAct: { readonly kind: string; readonly actorId: string | undefined; readonly at: Instant } | undefined;
}

export interface BankPage extends Pick<Filtered, 'counts' | 'without'> {
  readonly rows: readonly BankRow[];
  /** Items of the whole bank. */
  readonly size: number;
  /** Items that the query leaves. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
  /** Items that wait for this person, whatever the query says. */
  readonly waiting: number;
  /** False while findings of some items are not known yet: counts by findings are too low then. */
  readonly areFindingsKnown: boolean;
}

/** One page of the bank as a query narrows it, with counts for every filter. A page beyond the last is the last. */
export async function listBank(asked: {
  actor: Actor;
  rights: ReaderRights;
  query: BankQuery;
  page: number;
}): Promise<BankPage> {
  const { query } = asked;
  const { entries, filtered, waiting } = await narrowBank(asked);
  const found = filtered.entries.length;
  const pages = Math.max(1, Math.ceil(found / PAGE_SIZE));
  const page = Math.min(asked.page, pages);
  const shown = filtered.entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) as CatalogueEntry[];
  const all = [...entries.values()];
  const [texts, acts] = await Promise.all([
    loadTexts(shown.flatMap(({ textId }) => textId ?? [])),
    loadLastActs(shown.map(({ id }) => id)),
  ]);
  return {
    rows: shown.map(({ words: _words, writerIds: _writers, createdAt: _createdAt, textId, ...entry }) => ({
      ...entry,
      prompt: cut(plainText((textId && texts.get(textId)?.prompt) ?? '')),
      lastAct: acts.get(entry.id),
    })),
    size: all.length,
    found,
    page,
    pages,
    pageSize: PAGE_SIZE,
    counts: filtered.counts,
    without: filtered.without,
    waiting: waiting.size,
    areFindingsKnown: query.findings !== '' || all.every(({ checked, textId }) => checked || !textId),
  };
}

/** The ids of all items that a query leaves, in its order. */
export async function findBankIds(asked: { actor: Actor; rights: ReaderRights; query: BankQuery }): Promise<string[]> {
  const { filtered } = await narrowBank(asked);
  return filtered.entries.map(({ id }) => id);
}

async function narrowBank({ actor, rights, query }: { actor: Actor; rights: ReaderRights; query: BankQuery }) {
  const needsTexts = query.findings !== '' || query.sort === 'findings';
  const [{ entries }, turns] = await Promise.all([lookAtBank({ needsTexts }), loadTurns(actor.accountId)]);
  const waiting = new Set(
    [...entries.values()].filter((entry) => waitsFor(entry, actor.accountId, rights, turns)).map(({ id }) => id),
  );
  const viewer = { accountId: actor.accountId, waiting };
  return { entries, waiting, filtered: filterBank(entries.values(), query, viewer) };
}

/** In review: for those who may decide and did not write it; returned: for those who wrote it. */
function waitsFor(
  { id, work, writerIds }: BankEntry,
  accountId: string,
  { mayReview, mayPublish }: ReaderRights,
  { endorsed, returned }: { endorsed: ReadonlySet<string>; returned: ReadonlySet<string> },
): boolean {
  const isWriter = writerIds.includes(accountId);
  if (work === 'review') return !isWriter && (mayPublish || (mayReview && !endorsed.has(id)));
  return work === 'draft' && isWriter && returned.has(id);
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_PROMPT ? line : `${line.slice(0, LONGEST_PROMPT).trimEnd()}…`;
}
