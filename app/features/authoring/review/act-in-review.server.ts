import { ITEM_FIELDS } from '#app/domain/items/finding.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { publishItem } from '../life/publish-item.server.ts';
import { endorseItem, returnItem } from '../life/review-item.server.ts';
import { commentOnItem, resolveComment } from '../talk/comment-on-item.server.ts';
import type { ReviewView } from './get-review.server.ts';

/** Carries out what a form of the review page asks for. The right to it is asked before. */
export async function actInReview(asked: {
  readonly actor: Actor;
  readonly itemId: string;
  readonly act: string;
  readonly text: (name: string) => string;
  readonly now: Instant;
}): Promise<Result<undefined, RefusalCode>> {
  const { actor, itemId, act, text, now } = asked;
  const acting = { actor, itemId, now, versionId: text('versionId') };
  switch (act) {
    case 'endorse':
      return endorseItem(acting);
    case 'return':
      return returnItem({ ...acting, reason: text('reason') });
    case 'publish':
      return publishItem(acting);
    case 'comment':
      return commentOnItem({
        ...acting,
        field: ITEM_FIELDS.find((each) => each === text('field')) ?? '',
        text: text('text'),
      });
    case 'resolve':
      return resolveComment({ ...acting, commentId: text('commentId') });
    default:
      return refuse('invalid');
  }
}

/** Whose names the review page shows. */
export const seenNames = ({ waiting, comments, endorserIds }: ReviewView): string[] => [
  ...new Set([
    ...(waiting?.authorId ? [waiting.authorId] : []),
    ...endorserIds,
    ...comments.map(({ authorId }) => authorId),
  ]),
];
