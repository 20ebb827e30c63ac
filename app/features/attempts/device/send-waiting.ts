import type { Instant } from '#app/domain/kernel/time.ts';
import { Autosave } from './autosave.ts';
import { theOutbox } from './outbox.ts';
import { ServerClock } from './server-clock.ts';

/** The same from a page that has no clock of the server yet. @param serverNow the server's instant now, as far as the page knows */
export const sendWaitingAt = (serverNow: Instant): (() => void) => sendWaiting(new ServerClock(serverNow));

/**
 * Sends what waits on this device of other attempts: of one that was left, or of another person on a shared phone. Each goes
 * with its own write token, so it needs no session and comes to its own attempt, whoever is signed in.
 * @param except the attempt of this page, which sends by itself
 * @returns how to stop
 */
export function sendWaiting(clock: ServerClock, except?: string): () => void {
  const senders = new Map<string, Autosave>();
  let isStopped = false;
  const begin = async (): Promise<void> => {
    const outbox = await theOutbox();
    await outbox.forgetOld(clock.now());
    for (const { attemptId, token } of await outbox.attempts()) {
      if (attemptId === except || senders.has(attemptId) || isStopped) continue;
      const sender = new Autosave({ attemptId, token, outbox: theOutbox, clock, seen: 0 });
      senders.set(attemptId, sender);
      await sender.open({ takesOver: false });
      void sender.flush();
    }
  };
  const again = (): void => {
    for (const sender of senders.values()) sender.wake();
    void begin();
  };
  void begin();
  window.addEventListener('online', again);
  return () => {
    isStopped = true;
    window.removeEventListener('online', again);
    for (const sender of senders.values()) sender.stop();
  };
}
