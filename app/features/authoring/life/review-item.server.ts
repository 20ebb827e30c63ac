import { refuse } from '#app/domain/kernel/result.ts';
import { addComment } from '../talk/comment.repo.server.ts';
import { actOnItem, type Acting } from './act-on-item.server.ts';
import type { ActingOnVersion } from './publish-item.server.ts';

/** A reason of less than this says nothing. */
const SHORTEST_REASON = 5;
export const LONGEST_COMMENT = 2_000;

const isSeen = (versionId: string) => (desk: { readonly reviewVersionId: string | undefined }) =>
  desk.reviewVersionId === undefined || desk.reviewVersionId === versionId;

/** A second person says that the frozen text is right. It is recorded; an approver may publish with or without it. */
export const endorseItem = async (acting: ActingOnVersion): ReturnType<typeof actOnItem> =>
  actOnItem(acting, { act: 'endorse', kind: 'endorsed', seen: isSeen(acting.versionId) });

/** Gives the text back to be written further, with a reason, which is kept as a comment on the whole as well. */
export async function returnItem(acting: ActingOnVersion & { readonly reason: string }) {
  const reason = acting.reason.trim().slice(0, LONGEST_COMMENT);
  if (reason.length < SHORTEST_REASON) return refuse('reason-missing' as const);
  return actOnItem(acting, {
    act: 'return',
    kind: 'returned',
    detail: { reason },
    seen: isSeen(acting.versionId),
    versions: () => ({ review: undefined }),
    store: (tx, { id, reviewVersionId }) =>
      addComment(tx, {
        itemId: id,
        versionId: reviewVersionId,
        authorId: acting.actor.accountId,
        field: '',
        text: reason,
        at: acting.now,
      }),
  });
}

/** The writer takes the text back before anybody has decided on it. */
export const withdrawItem = async (acting: Acting): ReturnType<typeof actOnItem> =>
  actOnItem(acting, { act: 'withdraw', kind: 'withdrawn', versions: () => ({ review: undefined }) });
