import type { Instant } from '#app/domain/kernel/time.ts';
import { sendMessages, type Breakers } from './send-messages.server.ts';
import { senders } from './senders/choose-senders.server.ts';

const breakers: Breakers = new Map();
let running: Promise<unknown> | undefined;
let stop = new AbortController();

/** Sends what waits, one round after the other until nothing more goes out; a call while one runs changes nothing. */
export async function keepSending({ clock }: { clock: () => Instant }): Promise<void> {
  if (running) return;
  stop = new AbortController();
  running = rounds(clock, stop.signal).finally(() => (running = undefined));
  await running;
}

async function rounds(clock: () => Instant, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await sendMessages({ senders: senders(), breakers, clock })) > 0);
}

/** Lets the messages that are under way end, and takes no more. */
export async function stopSending(): Promise<void> {
  stop.abort();
  await running?.catch(() => undefined);
}
