import type { Instant } from '#app/domain/kernel/time.ts';
import { sendMessages, type Breakers } from './send-messages.server.ts';
import { senders } from './senders/choose-senders.server.ts';

const breakers: Breakers = new Map();
let running: Promise<unknown> | undefined;
let isStopped = false;

/** Sends what waits, one round after the other until nothing more goes out; a call while one runs changes nothing. */
export async function keepSending({ clock }: { clock: () => Instant }): Promise<void> {
  if (running) return;
  isStopped = false;
  running = rounds(clock).finally(() => (running = undefined));
  await running;
}

async function rounds(clock: () => Instant): Promise<void> {
  while (!isStopped && (await sendMessages({ senders: senders(), breakers, clock })) > 0);
}

/** Lets the messages that are under way end, and takes no more. */
export async function stopSending(): Promise<void> {
  isStopped = true;
  await running?.catch(() => undefined);
}
