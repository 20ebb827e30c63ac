import type { Channel } from '#app/domain/messages/delivery.ts';
import { maskedRecipient } from '#app/domain/messages/recipient.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { openRecipient } from './message-body.server.ts';
import { countMessages, findMessages, type MessageRow } from './message.repo.server.ts';
import { senders } from './senders/choose-senders.server.ts';

const PAGE = 50;

/** A message as those see it who look after messages: never what it says, and the recipient masked. */
export interface ListedMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly purpose: string;
  readonly state: MessageRow['state'];
  readonly tries: number;
  readonly nextTryAt: Instant;
  readonly lastError: string;
  readonly createdAt: Instant;
  readonly sentAt: Instant | undefined;
  /** Its text is still there, so that it can be tried again. */
  readonly canResend: boolean;
}

export interface MessageList {
  readonly rows: readonly ListedMessage[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly counts: Readonly<Record<MessageRow['state'], number>>;
  /** By what messages of each channel go; a channel that is not there sends nothing. */
  readonly channels: readonly { readonly channel: Channel; readonly sender: string }[];
}

/** A page of the messages, the newest first. */
export async function listMessages(query: {
  state: MessageRow['state'] | undefined;
  page: number;
}): Promise<MessageList> {
  const skip = (query.page - 1) * PAGE;
  const [{ rows, count }, counted] = await Promise.all([
    findMessages(query.state, { skip, take: PAGE }),
    countMessages(),
  ]);
  const counts = { waiting: 0, sent: 0, failed: 0 };
  for (const each of counted) counts[each.state as MessageRow['state']] += each.count;
  return {
    rows: rows.map((row) => listed(row)),
    count,
    page: query.page,
    pages: Math.max(1, Math.ceil(count / PAGE)),
    counts,
    channels: Object.entries(senders()).map(([channel, sender]) => ({
      channel: channel as Channel,
      sender: sender.name,
    })),
  };
}

function listed(row: MessageRow): ListedMessage {
  const { id, channel, purpose, state, tries, nextTryAt, lastError, createdAt, sentAt, body } = row;
  const recipient = openRecipient(row);
  return {
    id,
    channel,
    purpose,
    state,
    tries,
    nextTryAt,
    lastError,
    createdAt,
    sentAt,
    recipient: recipient === undefined ? '•••' : maskedRecipient(recipient),
    canResend: state === 'failed' && body !== '',
  };
}
