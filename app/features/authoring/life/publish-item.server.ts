import { dropDraft, loadVersions, setItemText } from '../desk.repo.server.ts';
import { actOnItem, type Acting } from './act-on-item.server.ts';

/** The version that the actor has read: another one that came in its place is not meant. */
export type ActingOnVersion = Acting & { readonly versionId: string };

/**
 * Makes the frozen text the one that papers are drawn from, as exactly the version that was reviewed. Papers that were drawn
 * before keep theirs; the bank in memory sees the change by itself, as it is read anew within two seconds.
 */
export async function publishItem(acting: ActingOnVersion): ReturnType<typeof actOnItem> {
  const { itemId, versionId } = acting;
  return actOnItem(acting, {
    act: 'publish',
    kind: 'published',
    seen: ({ reviewVersionId }) => reviewVersionId === undefined || reviewVersionId === versionId,
    versions: () => ({ current: versionId, review: undefined }),
    store: async (tx, desk) => {
      await dropDraft(tx, itemId);
      const version = (await loadVersions(itemId, tx)).find(({ id }) => id === versionId);
      if (!version) throw new Error(`item version ${versionId} is missing`);
      await setItemText(tx, { id: itemId, body: version.body, place: version.place ?? desk.place, isCurrent: true });
    },
  });
}
