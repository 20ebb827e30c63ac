import { groupedRecoveryCode, RECOVERY_CODE_LASTS } from '#app/domain/identity/recovery-code.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import type { Channel } from '#app/domain/messages/delivery.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { recoveryMessages } from '#app/text/recovery-messages.ts';
import { queueMessage, senders } from '../../messages/index.server.ts';
import { findCredentials } from '../account.repo.server.ts';
import { findPerson } from '../people/person.repo.server.ts';
import { atLeast } from './at-least.server.ts';
import { makeCode } from './make-code.server.ts';
import { storeCode } from './one-time-code.repo.server.ts';
import { verifiedEmail } from './own-email.server.ts';
import { requestsByAddress, requestsByName } from './recovery-throttles.server.ts';

const FLOOR_MS = 300;
const PHONE = /^0\d{9}$/u;

/**
 * Sends a code to who has forgotten the password: to the verified address, else to the phone that is the name to sign in with.
 * The answer is the same, and comes as late, whether there is such an account and whether it can be reached.
 */
export async function requestRecoveryCode(command: {
  signInName: string;
  clientAddress: string;
  now: Instant;
}): Promise<Result<undefined, 'too-many-tries'>> {
  const { clientAddress, now } = command;
  if (!(await requestsByAddress.take(clientAddress))) return refuse('too-many-tries');
  return atLeast(FLOOR_MS, async () => {
    const signInName = signInNameOf(command.signInName);
    // why no refusal for the name: it would tell that somebody has asked for it before.
    if (signInName !== undefined && (await requestsByName.take(signInName))) await send(signInName, now);
    return ok(undefined);
  });
}

async function send(signInName: string, now: Instant): Promise<void> {
  const account = await findCredentials({ signInName });
  const person = account && (await findPerson(account.id));
  if (!account || !person || person.isGone || person.disabledAt !== undefined) return;
  const to = await reach(account.id, account.signInName);
  if (!to) return;
  const { code, codeHash } = makeCode(account.id, 'recovery');
  const expiresAt = now + RECOVERY_CODE_LASTS;
  await inTransaction(async (tx) => {
    await storeCode(tx, { accountId: account.id, purpose: 'recovery', codeHash, channel: to.channel, expiresAt }, now);
    const shown = groupedRecoveryCode(code);
    await queueMessage(tx, {
      ...to,
      purpose: 'recoveryCode',
      accountId: account.id,
      expiresAt,
      now,
      ...recoveryMessages.recoveryCode(shown),
      values: { code: shown },
    });
    const subject = `account:${account.id}`;
    await recordAudit(tx, {
      at: now,
      actorId: undefined,
      action: 'recovery-code.sent',
      subject,
      detail: { by: to.channel },
    });
  });
}

async function reach(
  accountId: string,
  signInName: string,
): Promise<{ channel: Channel; recipient: string } | undefined> {
  const email = await verifiedEmail(accountId);
  if (email !== undefined) return { channel: 'email', recipient: email };
  const channel = (['zalo', 'sms'] as const).find((each) => senders()[each] !== undefined);
  return channel && PHONE.test(signInName) ? { channel, recipient: signInName } : undefined;
}
