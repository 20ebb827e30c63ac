import type { Actor } from '#app/domain/identity/actor.ts';
import type { ItemField } from '#app/domain/items/finding.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { loadDesk } from '../desk.repo.server.ts';
import { addComment, markResolved } from './comment.repo.server.ts';

const LONGEST = 2_000;

/** Says something about a field of an item, or about the whole, to those who work at it. */
export async function commentOnItem(query: {
  actor: Actor;
  itemId: string;
  field: ItemField | '';
  text: string;
  now: Instant;
}): Promise<Result<undefined, 'not-found' | 'comment-missing'>> {
  const { actor, itemId, field, now } = query;
  const text = query.text.trim();
  if (text === '' || text.length > LONGEST) return refuse('comment-missing');
  return inTransaction(async (tx) => {
    const desk = await loadDesk(itemId, tx);
    if (!desk) return refuse('not-found');
    const versionId = desk.reviewVersionId;
    await addComment(tx, { itemId, versionId, authorId: actor.accountId, field, text, at: now });
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'item.commented', subject: `item:${itemId}` });
    return ok(undefined);
  });
}

/** Notes that a comment is dealt with. Resolving it twice is refused, so that nobody takes over another's word unawares. */
export async function resolveComment(query: {
  actor: Actor;
  itemId: string;
  commentId: string;
  now: Instant;
}): Promise<Result<undefined, 'not-found'>> {
  const { actor, itemId, commentId, now } = query;
  if (!canBeKey(itemId) || !canBeKey(commentId)) return refuse('not-found');
  return inTransaction(async (tx) => {
    if (!(await markResolved(tx, { id: commentId, itemId }, actor.accountId, now))) return refuse('not-found');
    const detail = { commentId };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'item.commentResolved',
      subject: `item:${itemId}`,
      detail,
    });
    return ok(undefined);
  });
}
