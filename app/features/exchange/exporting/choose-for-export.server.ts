import type { Format, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { BankQuery } from '#app/domain/items/bank-filter.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { noteSentence } from '#app/text/file-notes.ts';
import { findBankIds } from '../../bank/index.server.ts';
import { countLosses, exportItems, writeItems } from './export-items.server.ts';

interface Chosen {
  readonly actor: Actor;
  /** These items; none of them named, all that the query finds. */
  readonly ids: readonly string[];
  readonly query: BankQuery;
  readonly format: Format;
}

const idsOf = async ({ actor, ids, query }: Chosen): Promise<readonly string[]> =>
  ids.length > 0 ? ids : findBankIds({ actor, rights: { mayReview: false, mayPublish: false }, query });

/** How many items are chosen, and what the format would lose of them, each kind of loss once. Nothing leaves the server. */
export async function chooseForExport(
  chosen: Chosen & { locale: 'vi' | 'en' },
): Promise<{ items: number; losses: { code: string; count: number; sentence: string }[] }> {
  const { items, losses } = await writeItems(await idsOf(chosen), chosen.format);
  return {
    items,
    losses: countLosses(losses).map(({ code, count, first }) => ({
      code,
      count,
      sentence: noteSentence(first, chosen.locale),
    })),
  };
}

/** The file of the chosen items, and a note of who took it. */
export async function exportChosen(chosen: Chosen & { now: Instant }): Promise<Result<WrittenFile, 'not-found'>> {
  const ids = await idsOf(chosen);
  const written = await exportItems({ actor: chosen.actor, ids, format: chosen.format, now: chosen.now });
  return written.items > 0 ? ok(written) : refuse('not-found');
}
