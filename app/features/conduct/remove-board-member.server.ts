import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { ChangeOfBoard } from './add-board-member.server.ts';
import { dropMember } from './board-member.repo.server.ts';
import { openContest, reasonOf, type ConductRefusal } from './open-conduct.server.ts';

/** Takes a person off the organizing board of a contest. Taking off somebody who is not on it changes nothing. */
export async function removeBoardMember(
  command: ChangeOfBoard,
): Promise<Result<{ wasMember: boolean }, ConductRefusal>> {
  const { actor, contestSlug, accountId, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const key = { contestId: opened.value.id, accountId };
  return inTransaction(async (tx) => {
    const wasMember = await dropMember(tx, key);
    if (wasMember) {
      await recordAudit(tx, {
        at: now,
        actorId: actor.accountId,
        action: 'board-member.removed',
        subject: `account:${accountId}`,
        detail: { contestId: key.contestId, reason },
      });
    }
    return ok({ wasMember });
  });
}
