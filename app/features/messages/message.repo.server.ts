import type { Channel, Fate } from '#app/domain/messages/delivery.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';

/** A message as it lies in the table; recipient and body are sealed. */
export interface MessageRow {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly body: string;
  readonly purpose: string;
  readonly accountId: string | undefined;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly tries: number;
  readonly nextTryAt: Instant;
  readonly lastError: string;
  readonly createdAt: Instant;
  readonly sentAt: Instant | undefined;
}

type Stored = Awaited<ReturnType<typeof findDueRows>>[number];

const shaped = (row: Stored): MessageRow => ({
  ...row,
  channel: row.channel as Channel,
  state: row.state as MessageRow['state'],
  accountId: row.accountId ?? undefined,
  nextTryAt: row.nextTryAt.getTime(),
  createdAt: row.createdAt.getTime(),
  sentAt: row.sentAt?.getTime(),
});

/** Puts a message into the table; it goes out once the transaction is done. */
export async function storeMessage(
  tx: Tx,
  message: Pick<MessageRow, 'id' | 'channel' | 'recipient' | 'body' | 'purpose' | 'accountId'>,
  now: Instant,
): Promise<void> {
  const at = new Date(now);
  const accountId = message.accountId ?? null;
  await tx.outgoingMessage.create({ data: { ...message, accountId, state: 'waiting', nextTryAt: at, createdAt: at } });
}

async function findDueRows(channels: readonly Channel[], now: Instant, take: number) {
  return (await database()).outgoingMessage.findMany({
    where: { state: 'waiting', nextTryAt: { lte: new Date(now) }, channel: { in: [...channels] } },
    orderBy: { nextTryAt: 'asc' },
    take,
  });
}

/** Messages of these channels whose turn it is, those that have waited longest first. */
export const findDue = async (channels: readonly Channel[], now: Instant, take: number): Promise<MessageRow[]> =>
  (await findDueRows(channels, now, take)).map(shaped);

/**
 * Takes a message for one try: until the lease is over nobody else takes it, in whichever process.
 * @returns false where somebody else was faster
 */
export async function leaseMessage(
  { id, nextTryAt, tries }: MessageRow,
  now: Instant,
  lease: Duration,
): Promise<boolean> {
  // why in a transaction, here and below: it is tried again where another writer holds the database.
  const taken = await inTransaction((tx) =>
    tx.outgoingMessage.updateMany({
      where: { id, state: 'waiting', tries, nextTryAt: new Date(nextTryAt) },
      data: { tries: { increment: 1 }, nextTryAt: new Date(now + lease) },
    }),
  );
  return taken.count === 1;
}

/** Nothing that can be tried again: a code that is over, or a text that does not open. */
const isUseless = (error: string): boolean => error === 'expired' || error === 'unreadable';

/** Keeps what became of a message after a try. What it said is taken out as soon as it will not be tried again. */
export async function storeFate(id: string, tries: number, fate: Fate, now: Instant): Promise<void> {
  const data =
    fate.state === 'waiting'
      ? { nextTryAt: new Date(fate.nextTryAt), lastError: fate.error }
      : fate.state === 'sent'
        ? { state: 'sent', body: '', lastError: '', sentAt: new Date(now) }
        : { state: 'failed', lastError: fate.error, ...(isUseless(fate.error) ? { body: '' } : {}) };
  // why with the tries: who was slower than the lease must not overwrite what the next one found.
  await inTransaction((tx) => tx.outgoingMessage.updateMany({ where: { id, tries, state: 'waiting' }, data }));
}

/** How many messages there are by channel and state. */
export async function countMessages(): Promise<{ channel: string; state: string; count: number }[]> {
  const rows = await (
    await database()
  ).outgoingMessage.groupBy({ by: ['channel', 'state'], _count: { _all: true }, orderBy: [{ channel: 'asc' }] });
  return rows.map(({ channel, state, _count }) => ({ channel, state, count: _count._all }));
}

/** A page of messages, the newest first. */
export async function findMessages(
  state: MessageRow['state'] | undefined,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: MessageRow[]; count: number }> {
  const db = await database();
  const where = state === undefined ? {} : { state };
  const [rows, count] = await Promise.all([
    db.outgoingMessage.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip, take }),
    db.outgoingMessage.count({ where }),
  ]);
  return { rows: rows.map(shaped), count };
}

/** Lets a failed message be tried again, from the first pause on. @returns false where it is not a failed one with its text */
export async function reviveMessage(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const revived = await tx.outgoingMessage.updateMany({
    where: { id, state: 'failed', body: { not: '' } },
    data: { state: 'waiting', tries: 0, nextTryAt: new Date(now), lastError: '' },
  });
  return revived.count === 1;
}

/** Deletes messages from before then. @returns how many */
export async function deleteMessagesBefore(before: Instant): Promise<number> {
  const where = { createdAt: { lt: new Date(before) } };
  return (await inTransaction((tx) => tx.outgoingMessage.deleteMany({ where }))).count;
}

/** Messages from before then, for a report on what would be deleted. */
export const countMessagesBefore = async (before: Instant): Promise<number> =>
  (await database()).outgoingMessage.count({ where: { createdAt: { lt: new Date(before) } } });
