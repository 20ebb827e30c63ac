import { randomUUID } from 'node:crypto';
import type { Channel } from '#app/domain/messages/delivery.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { sealMessage } from './message-body.server.ts';
import { storeMessage } from './message.repo.server.ts';

interface QueueMessage {
  readonly channel: Channel;
  /** An e-mail address, or a Vietnamese phone number as 0xxxxxxxxx. */
  readonly recipient: string;
  /** "recoveryCode": what it is for, in a word; stands on the page of messages. */
  readonly purpose: string;
  readonly subject: string;
  readonly text: string;
  /** Parts of the text for gateways with templates of their own. */
  readonly values?: Readonly<Record<string, string>>;
  readonly accountId?: string | undefined;
  /** From then on it is of no use: a code that is over is not sent any more. */
  readonly expiresAt?: Instant;
  readonly now: Instant;
}

/**
 * Puts a message on its way in the transaction of the act that it is about: it goes out once that is done, and never when it is
 * taken back. Recipient and text are sealed.
 * @returns its id
 */
export async function queueMessage(tx: Tx, message: QueueMessage): Promise<string> {
  const { channel, recipient, purpose, subject, text, values = {}, accountId, expiresAt, now } = message;
  const id = randomUUID();
  const sealed = sealMessage(id, recipient, {
    subject,
    text,
    values,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
  await storeMessage(tx, { id, channel, ...sealed, purpose, accountId }, now);
  return id;
}
