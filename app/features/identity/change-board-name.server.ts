import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { storeShowsFullName } from './account.repo.server.ts';

interface ChangeBoardName {
  readonly actor: Actor;
  readonly showsFullName: boolean;
  readonly now: Instant;
}

/** Keeps whether the own full name stands on public boards. The audit row is the proof of the consent and of its end. */
export async function changeBoardName({ actor, showsFullName, now }: ChangeBoardName): Promise<void> {
  await inTransaction(async (tx) => {
    await storeShowsFullName(tx, actor.accountId, showsFullName);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'account.boardNameChanged',
      subject: `account:${actor.accountId}`,
      detail: { showsFullName },
    });
  });
}
