import type { Contest } from '#app/domain/contests/contest.ts';
import { rate } from '#app/domain/kernel/numbers.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { inForce, type CorrectionKind } from '#app/domain/scoring/correction.ts';
import { countMarked, sumOutcomes } from '#app/features/attempts/index.server.ts';
import { findCorrections } from '#app/features/contests/index.server.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { ITEMS_PER_PAGE } from './views/keys-page.ts';

/** An item of a contest in the list of those whose key can be corrected. */
export interface KeyItemRow {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly prompt: string;
  readonly attempts: number;
  /** Facility index 0..1, as it is graded now. */
  readonly facility: number | undefined;
  readonly current: CorrectionKind;
}

/** A correction in the history of a contest. */
export interface CorrectionRow {
  readonly id: string;
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly prompt: string;
  readonly kind: CorrectionKind;
  readonly accepted: readonly (readonly string[])[];
  readonly reason: string;
  readonly actorId: string;
  readonly at: number;
  readonly attempts: number;
  readonly changed: number;
  /** Attempts that have the item, while not all of them are graded again; undefined once they are. */
  readonly of: number | undefined;
  /** Whether it is what holds now, and can be taken back. */
  readonly canUndo: boolean;
}

export interface KeyItems {
  readonly rows: readonly KeyItemRow[];
  /** Items that match, and all of the contest. */
  readonly total: number;
  readonly everything: number;
  readonly page: number;
  readonly pages: number;
  readonly history: readonly CorrectionRow[];
}

/** The items that were on papers of a contest, those that few had right first, and every correction so far, the latest first. */
export async function listKeyItems(contest: Contest, query: { words: string; page: number }): Promise<KeyItems> {
  const [sums, corrections] = await Promise.all([
    Promise.all(contest.rounds.map(({ id }) => sumOutcomes(id))),
    findCorrections(contest.id),
  ]);
  const counts = new Map<string, { attempts: number; fractions: number }>();
  for (const { itemVersionId, attempts, fractionSum } of sums.flat()) {
    const so = counts.get(itemVersionId) ?? { attempts: 0, fractions: 0 };
    counts.set(itemVersionId, { attempts: so.attempts + attempts, fractions: so.fractions + fractionSum });
  }
  const labels = await getItemLabels([...counts.keys(), ...corrections.map(({ itemVersionId }) => itemVersionId)]);
  const held = inForce(corrections);
  const nameOf = (itemVersionId: string) => {
    const { itemId = itemVersionId, prompt = '' } = labels.get(itemVersionId) ?? {};
    return { itemId, prompt: plainText(prompt) };
  };
  const rows = [...counts].map(([itemVersionId, { attempts, fractions }]): KeyItemRow => {
    const current = held.get(itemVersionId)?.kind ?? 'original';
    return { itemVersionId, ...nameOf(itemVersionId), attempts, facility: rate(fractions, attempts), current };
  });
  const words = fold(query.words).split(' ').filter(Boolean);
  const found = rows
    .filter(({ itemId, prompt }) => words.every((word) => fold(`${itemId} ${prompt}`).includes(word)))
    .toSorted((a, b) => (a.facility ?? 0) - (b.facility ?? 0) || (a.itemVersionId < b.itemVersionId ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / ITEMS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const history: CorrectionRow[] = [];
  for (const correction of corrections.toReversed()) {
    const { contestId: _, doneAt, ...row } = correction;
    const newest = corrections.findLast((each) => each.itemVersionId === row.itemVersionId);
    const marked = doneAt === undefined ? await countMarked(row.itemVersionId) : undefined;
    history.push({
      ...row,
      ...nameOf(row.itemVersionId),
      of: marked && (marked.find(({ contestId }) => contestId === contest.id)?.attempts ?? 0),
      canUndo: doneAt !== undefined && newest?.id === row.id && row.kind !== 'original',
    });
  }
  return {
    rows: found.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE),
    total: found.length,
    everything: rows.length,
    page,
    pages,
    history,
  };
}
