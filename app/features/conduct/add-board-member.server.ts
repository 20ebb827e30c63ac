import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hasEntered, storeMember } from './board-member.repo.server.ts';
import { hasAccount } from './conduct.repo.server.ts';
import { openContest, reasonOf, type ConductRefusal } from './open-conduct.server.ts';

export interface ChangeOfBoard {
  readonly actor: Actor;
  readonly contestSlug: string;
  readonly accountId: string;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * Names a person as a member of the organizing board: from now on they start no attempt in the contest, where its rules say
 * so. Refused for somebody who has entered, unless it is said again with `isForced`: then what they submitted keeps result
 * and rank, and only new starts are refused.
 */
export async function addBoardMember(
  command: ChangeOfBoard & { readonly isForced: boolean },
): Promise<Result<{ isNew: boolean }, ConductRefusal | 'member-has-entered'>> {
  const { actor, contestSlug, accountId, isForced, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const key = { contestId: opened.value.id, accountId };
  return inTransaction(async (tx) => {
    if (!(await hasAccount(tx, accountId))) return refuse('unknown-person' as const);
    const entered = await hasEntered(tx, key);
    if (entered && !isForced) return refuse('member-has-entered' as const);
    const isNew = await storeMember(tx, key, now);
    if (isNew) {
      await recordAudit(tx, {
        at: now,
        actorId: actor.accountId,
        action: 'board-member.added',
        subject: `account:${accountId}`,
        detail: { contestId: key.contestId, reason, hadEntered: entered },
      });
    }
    return ok({ isNew });
  });
}
