import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { deleteDraft, findDraft } from './draft.repo.server.ts';
import { mayManage } from './may-manage.server.ts';

/** Throws a draft away, in the version that was seen. The contest that it was to change stays as it is. */
export async function discardDraft(command: {
  actor: Actor;
  draftId: string;
  version: number;
  now: Instant;
}): Promise<Result<undefined, 'forbidden' | 'not-found' | 'draft-changed'>> {
  const { actor, draftId, version, now } = command;
  if (!(await mayManage(actor, now))) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const draft = await findDraft(draftId, tx);
    if (!draft) return refuse('not-found');
    if (draft.version !== version || !(await deleteDraft(tx, draft))) return refuse('draft-changed');
    const subject = `draft:${draft.id}`;
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'draft.discarded', subject });
    return ok(undefined);
  });
}
