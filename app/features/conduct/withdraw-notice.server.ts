import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { announceRound } from '#app/features/attempts/index.server.ts';
import { dropNotices } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hasNotice, storeWithdrawal } from './conduct.repo.server.ts';
import { openContest, type ConductRefusal } from './open-conduct.server.ts';

/** Takes a notice from the screens; it stays in the history. Taking it twice is the success of the first time. */
export async function withdrawNotice(command: {
  readonly actor: Actor;
  readonly contestSlug: string;
  readonly noticeId: string;
  readonly now: Instant;
}): Promise<Result<undefined, ConductRefusal>> {
  const { actor, contestSlug, noticeId, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const contest = opened.value;
  const found = await inTransaction(async (tx) => {
    const isNew = await storeWithdrawal(tx, noticeId, contest.id, now);
    if (isNew) {
      await recordAudit(tx, {
        at: now,
        actorId: actor.accountId,
        action: 'notice.withdrawn',
        subject: `notice:${noticeId}`,
        detail: { contestId: contest.id },
      });
    }
    return isNew || (await hasNotice(tx, noticeId, contest.id));
  });
  if (!found) return refuse('not-found');
  dropNotices();
  for (const round of contest.rounds) announceRound(round.id);
  return ok(undefined);
}
