import type { ItemBody, ItemStatus } from '#app/domain/items/item.ts';
import { likenessOf, NEAR_DUPLICATE } from '#app/domain/items/similarity.ts';
import { lookAtBank } from './catalogue/catalogue.server.ts';
import { loadTexts } from './catalogue/catalogue.repo.server.ts';
import type { SimilarItem } from './catalogue/similar-index.ts';

/** An item of the bank that is probably the same question as another. */
export interface SimilarFound extends SimilarItem {
  /** Markdown. */
  readonly prompt: string;
  readonly status: ItemStatus;
}

/** A text that is looked for in the bank. */
export interface Looked {
  readonly body: ItemBody;
  /** The item that the text is of, which is not like itself. */
  readonly excludeItemId?: string | undefined;
}

/** Items of the bank that are probably the same question, the likeliest first. Also finds retired ones. */
export async function findSimilar(looked: Looked, limit = 5): Promise<SimilarFound[]> {
  const [found = []] = await findSimilarOfEach([looked], limit);
  return found;
}

/**
 * As findSimilar(), for many texts at once, such as the rows of a file; the bank is read once.
 * @returns in the order of the texts
 */
export async function findSimilarOfEach(texts: readonly Looked[], limit = 3): Promise<SimilarFound[][]> {
  const { entries, similar } = await lookAtBank({ needsTexts: true });
  const found = texts.map(({ body, excludeItemId }) =>
    similar.find(likenessOf(body), { except: excludeItemId, limit, least: NEAR_DUPLICATE }),
  );
  const ids = [...new Set(found.flat().map(({ itemId }) => itemId))];
  const prompts = await loadTexts(ids.flatMap((id) => entries.get(id)?.textId ?? []));
  return found.map((some) =>
    some.flatMap(({ itemId, score }): SimilarFound[] => {
      const entry = entries.get(itemId);
      const prompt = entry?.textId && prompts.get(entry.textId)?.prompt;
      return entry && prompt !== undefined ? [{ itemId, score, prompt, status: entry.status }] : [];
    }),
  );
}
