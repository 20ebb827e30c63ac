import type { Actor } from '#app/domain/identity/actor.ts';
import { isMinor } from '#app/domain/identity/minor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { storeShowsFullName } from './account.repo.server.ts';
import { keepConsent, withdrawConsents } from './consents/consent.repo.server.ts';
import { newConsent } from './consents/new-consent.server.ts';

interface ChangeBoardName {
  readonly actor: Actor;
  readonly showsFullName: boolean;
  /** The language in which the wording was read. */
  readonly locale?: Locale;
  readonly now: Instant;
}

/** Keeps whether the own full name stands on public boards, and the consent to it or its end. Children's names never do. */
export async function changeBoardName({
  actor,
  showsFullName: wants,
  locale = 'vi',
  now,
}: ChangeBoardName): Promise<void> {
  const showsFullName = wants && !isMinor(actor.birthYear, now);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    await storeShowsFullName(tx, accountId, showsFullName);
    if (showsFullName) await keepConsent(tx, accountId, newConsent('boardName', locale), now);
    else await withdrawConsents(tx, accountId, 'boardName', now);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'account.boardNameChanged',
      subject: `account:${actor.accountId}`,
      detail: { showsFullName },
    });
  });
}
