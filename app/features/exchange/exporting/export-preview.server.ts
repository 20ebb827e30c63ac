import type { Format } from '#app/domain/exchange/parsed-file.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { bankQueryOf, findBankIds } from '../../bank/index.server.ts';
import { countLosses, writeItems } from './export-items.server.ts';

interface Asked {
  readonly actor: Actor;
  /** The query of an address: filters of the list, or ids=a,b,c. */
  readonly search: string;
}

/** The items that an address means, in the order of the list. */
export async function idsOfAddress({ actor, search }: Asked): Promise<string[]> {
  const query = new URLSearchParams(search);
  const ids = query.get('ids');
  if (ids !== null) return ids.split(',').filter((id) => id !== '' && !id.includes('\u0000'));
  return findBankIds({ actor, rights: { mayReview: true, mayPublish: true }, query: bankQueryOf(query) });
}

/** How many items an address means, and what a format would lose of them. */
export async function exportPreview(asked: Asked & { readonly format: Format | undefined }) {
  const ids = await idsOfAddress(asked);
  const losses = asked.format ? countLosses((await writeItems(ids, asked.format)).losses) : [];
  return { items: ids.length, losses };
}
