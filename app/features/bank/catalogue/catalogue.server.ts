import { setImmediate } from 'node:timers/promises';
import type { BankEntry } from '#app/domain/items/bank-filter.ts';
import { searchable } from '#app/domain/items/bank-search.ts';
import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { likenessOf } from '#app/domain/items/similarity.ts';
import { SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { countItems, listStamps, loadHeads, loadTexts, type HeadRow, type TextId } from './catalogue.repo.server.ts';
import { SimilarIndex } from './similar-index.ts';

/** An item of the catalogue, and where its newest text stands. */
export interface CatalogueEntry extends BankEntry {
  readonly textId: TextId | undefined;
}

/**
 * Other processes' clocks, and transactions that take long, may bring a change whose time is before the newest that is known.
 * Rows of this span are looked at again each time.
 */
const LATE_CHANGES = 60 * SECOND;
/** So many texts are looked through before other requests get their turn. */
const AT_ONCE = 250;

class Catalogue {
  readonly entries = new Map<string, CatalogueEntry>();
  readonly similar = new SimilarIndex();
  #newest: Instant | undefined;
  #reading: Promise<unknown> = Promise.resolve();
  #looking: Promise<void> = Promise.resolve();

  /** Brings the entries up to what is committed now. Two statements where nothing has changed. */
  refresh(): Promise<void> {
    // why one after the other: a refresh that began before somebody's change must not stand for one after it.
    const next = this.#reading.then(() => this.#refresh());
    this.#reading = next.catch(() => undefined);
    return next;
  }

  async #refresh(): Promise<void> {
    if (this.#newest === undefined) {
      for (const head of await loadHeads()) this.#put(head);
      return;
    }
    const [count, stamps] = await Promise.all([countItems(), listStamps(this.#newest - LATE_CHANGES)]);
    const changed = [...stamps].flatMap(([id, at]) => (this.entries.get(id)?.updatedAt === at ? [] : id));
    if (changed.length > 0) for (const head of await loadHeads(changed)) this.#put(head);
    if (count !== this.entries.size) await this.#compareAll();
  }

  async #compareAll(): Promise<void> {
    const stamps = await listStamps();
    for (const id of [...this.entries.keys()]) {
      if (stamps.has(id)) continue;
      this.entries.delete(id);
      this.similar.drop(id);
    }
    const missing = [...stamps.keys()].filter((id) => !this.entries.has(id));
    if (missing.length > 0) for (const head of await loadHeads(missing)) this.#put(head);
  }

  #put({ searchText, ...head }: HeadRow): void {
    const known = this.entries.get(head.id);
    const checked = known?.textId === head.textId ? known?.checked : undefined;
    this.entries.set(head.id, { ...head, words: searchable(searchText), checked });
    this.#newest = Math.max(this.#newest ?? 0, head.updatedAt);
  }

  /** How many texts have not been looked through yet. */
  get unread(): number {
    let unread = 0;
    for (const { checked, textId } of this.entries.values()) if (!checked && textId) unread += 1;
    return unread;
  }

  /** Looks through the texts that are new: their findings, and what they are like. */
  readTexts(): Promise<void> {
    const next = this.#looking.then(() => this.#readTexts());
    this.#looking = next.catch(() => undefined);
    return next;
  }

  async #readTexts(): Promise<void> {
    const unread = [...this.entries.values()].filter(({ checked, textId }) => !checked && textId);
    for (let start = 0; start < unread.length; start += AT_ONCE) {
      const some = unread.slice(start, start + AT_ONCE);
      const texts = await loadTexts(some.flatMap(({ textId }) => textId ?? []));
      for (const { id, textId } of some) {
        const body = textId && texts.get(textId);
        // why again from the entries: somebody may have refreshed them while this was read.
        const entry = this.entries.get(id);
        if (!body || entry?.textId !== textId || !entry) continue;
        this.similar.put(id, likenessOf(body));
        const errors = checkItem(body).length;
        this.entries.set(id, {
          ...entry,
          words: entry.words === '' ? searchable(sayingOf(entry, body)) : entry.words,
          checked: { errors, warnings: 0, hasSource: body.source.title.trim() !== '' },
        });
      }
      await setImmediate();
    }
  }
}

/** What is searched in an item whose row was written before there was a column for it. */
const sayingOf = ({ id, tags }: BankEntry, { name = '', prompt, options, targets = [] }: ItemBody): string =>
  [id, name, prompt, ...[...options, ...targets].map(({ text }) => text), ...tags].join(' ');

let catalogue = new Catalogue();
whenForgotten(() => (catalogue = new Catalogue()));

/** So few texts are looked through while the reader waits; more of them only where the reader needs them. */
const SOON = 1_000;

/**
 * The whole bank as of now, without texts, from memory: some hundred bytes an item. What has changed since the last look is read
 * anew, so that every process sees what any of them has committed.
 * @param needsTexts whether findings and likeness must be known of every item; where not, they come with a later look
 */
export async function lookAtBank({ needsTexts = false } = {}): Promise<Pick<Catalogue, 'entries' | 'similar'>> {
  const bank = catalogue;
  await bank.refresh();
  if (needsTexts || bank.unread <= SOON) await bank.readTexts();
  else void bank.readTexts().catch(() => undefined);
  return bank;
}
