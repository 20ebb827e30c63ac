import {
  afterTry,
  fateOf,
  mayTry,
  SOUND,
  type Breaker,
  type Channel,
  type Outcome,
} from '#app/domain/messages/delivery.ts';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { openBody, openRecipient } from './message-body.server.ts';
import { findDue, leaseMessage, storeFate, type MessageRow } from './message.repo.server.ts';
import type { Senders } from './senders/choose-senders.server.ts';
import type { MessageSender } from './senders/message-sender.ts';

/** Messages of one channel that are under way at the same time. */
const AT_ONCE = 4;
/** Longer than any sender waits: who holds a message and dies lets it go after this. */
const LEASE = 2 * MINUTE;

/** What this process knows of the senders: a process that starts tries them anew. */
export type Breakers = Map<Channel, Breaker>;

/**
 * Sends the messages whose turn it is, a few at once, those of one channel independent of the others.
 * @returns how many went out
 */
export async function sendMessages({
  senders,
  breakers,
  clock,
}: {
  senders: Senders;
  breakers: Breakers;
  clock: () => Instant;
}): Promise<number> {
  const counts = await Promise.all(
    (Object.entries(senders) as [Channel, MessageSender][]).map(([channel, sender]) =>
      sendChannel({ channel, sender, breakers, clock }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

interface ChannelRun {
  readonly channel: Channel;
  readonly sender: MessageSender;
  readonly breakers: Breakers;
  readonly clock: () => Instant;
}

async function sendChannel({ channel, sender, breakers, clock }: ChannelRun): Promise<number> {
  const take = mayTry(breakers.get(channel) ?? SOUND, clock(), AT_ONCE);
  if (take === 0) return 0;
  const due = await findDue([channel], clock(), take);
  const outcomes = await Promise.all(due.map((row) => sendOne(row, sender, clock)));
  let sent = 0;
  for (const outcome of outcomes) {
    if (!outcome) continue;
    breakers.set(channel, afterTry(breakers.get(channel) ?? SOUND, outcome, clock()));
    if (outcome.kind === 'sent') sent += 1;
  }
  return sent;
}

async function sendOne(row: MessageRow, sender: MessageSender, clock: () => Instant): Promise<Outcome | undefined> {
  if (!(await leaseMessage(row, clock(), LEASE))) return undefined;
  const [recipient, body] = [openRecipient(row), openBody(row)];
  const tries = row.tries + 1;
  const isOver = body?.expiresAt !== undefined && clock() >= body.expiresAt;
  const isReadable = recipient !== undefined && body !== undefined;
  if (isOver || !isReadable) {
    await storeFate(row.id, tries, { state: 'failed', error: isOver ? 'expired' : 'unreadable' }, clock());
    return undefined;
  }
  const { subject, text, values } = body;
  const outcome = await sender.send({ id: row.id, channel: row.channel, recipient, subject, text, values });
  const fate = fateOf(outcome, { tries, now: clock(), expiresAt: body.expiresAt });
  await storeFate(row.id, tries, fate, clock());
  return outcome;
}
