import { randomUUID } from 'node:crypto';
import { refuse } from '#app/domain/kernel/result.ts';
import { hashOf } from '#app/features/items/index.server.ts';
import { freezeVersion, loadDesk } from '../desk.repo.server.ts';
import { actOnItem, type Acting } from './act-on-item.server.ts';

class ChangedMeanwhile extends Error {}

/**
 * Freezes the draft for a second person. What is frozen is the revision that the writer saw; a saving that came in between
 * makes it a refusal.
 */
export async function submitItem(acting: Acting & { readonly revision: number }): ReturnType<typeof actOnItem> {
  const versionId = randomUUID();
  const { actor, itemId, now, revision } = acting;
  try {
    return await actOnItem(acting, {
      act: 'submit',
      kind: 'submitted',
      about: versionId,
      seen: ({ draft }) => draft?.revision === revision,
      versions: () => ({ review: versionId }),
      store: async (tx) => {
        // why again: a saving may have been under way while this was decided; now the row is held and it is over.
        const draft = (await loadDesk(itemId, tx))?.draft;
        if (draft?.revision !== revision) throw new ChangedMeanwhile();
        const contentHash = hashOf(draft.body);
        await freezeVersion(tx, { id: versionId, itemId, draft, contentHash, authorId: actor.accountId, at: now });
      },
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refuse('item-changed');
    throw error;
  }
}
