import type { Duration } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import type { AttemptStateNow } from '../get-attempt-state.server.ts';
import { ask } from './post.ts';

/** The state of an attempt as the page hears it. */
export type StateHeard = AttemptStateNow & {
  /** Whether somebody is signed in in this browser; the sheet works without. */
  readonly isSignedIn: boolean;
};

const FIRST_EVENT_WITHIN_MS = 8_000;
/** The server says every twenty seconds that it is still there. */
const SILENT_AFTER_MS = 50_000;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 60_000;
const SHORT_PAUSE_MS = 1_000;

interface Options {
  readonly attemptId: string;
  readonly token: string;
  readonly device: () => Promise<string>;
  /** @param roundTrip how long the answer took; left out for events of the stream */
  readonly onState: (state: StateHeard, roundTrip?: Duration) => void;
  /** Whether the server was reached at the last try. */
  readonly onReach: (isReached: boolean) => void;
}

/**
 * Hears what changes under an open sheet: by a stream, and where none gets through by asking every 15 to 60 seconds. The stream
 * is read by fetch, as an EventSource cannot carry the write token, which is what the sheet lives on once the session is over.
 */
export class SheetWatch {
  readonly #options: Options;
  #stopper = new AbortController();
  #wake = (): void => undefined;
  #hangUp = (): void => undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    this.#stopper = new AbortController();
    void this.#run(this.#stopper.signal);
  }

  stop(): void {
    this.#stopper.abort();
    this.#wake();
  }

  /** The line may be another one now: the stream begins anew. */
  restart(): void {
    this.#hangUp();
    this.#wake();
  }

  /** Asks at once, as the page is shown again. */
  async ask(): Promise<void> {
    const { attemptId, token, device, onState, onReach } = this.#options;
    this.#wake();
    const path = paths.attemptState(attemptId, await device());
    const asked = await ask<StateHeard>({ path, token, has: 'deadlineAt' });
    if (this.#stopper.signal.aborted) return;
    if (asked.kind === 'answered') onState(asked.value, asked.roundTrip);
    onReach(asked.kind !== 'unreachable');
  }

  async #run(stopped: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!stopped.aborted) {
      const isHeard = await this.#listen(stopped);
      if (stopped.aborted) return;
      // why after a stream too: it may have ended because the line is gone.
      await this.ask();
      await this.#rest(isHeard ? SHORT_PAUSE_MS : pause);
      pause = isHeard ? FIRST_PAUSE_MS : Math.min(pause * 1.5, LONGEST_PAUSE_MS);
    }
  }

  /** why jitter: thousands of sheets must not ask in step. */
  #rest(about: Duration): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, about * (0.75 + Math.random() / 2));
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  /** Follows the stream to its end. @returns whether anything was heard */
  async #listen(stopped: AbortSignal): Promise<boolean> {
    const { attemptId, token, device, onState, onReach } = this.#options;
    const giveUp = new AbortController();
    const end = (): void => giveUp.abort();
    this.#hangUp = end;
    stopped.addEventListener('abort', end);
    let patience = setTimeout(end, FIRST_EVENT_WITHIN_MS);
    let isHeard = false;
    try {
      const response = await fetch(paths.attemptEvents(attemptId, await device()), {
        headers: { 'X-Attempt-Token': token },
        signal: giveUp.signal,
      });
      if (!response.ok || !response.body) return false;
      for await (const data of eventsOf(response.body)) {
        clearTimeout(patience);
        patience = setTimeout(end, SILENT_AFTER_MS);
        if (data === undefined) continue;
        isHeard = true;
        onState(JSON.parse(data) as StateHeard);
        onReach(true);
      }
    } catch {
      // The line broke, or the sheet was left.
    } finally {
      clearTimeout(patience);
      stopped.removeEventListener('abort', end);
      end();
    }
    return isHeard;
  }
}

/** The data of each event of a stream; undefined for a sign of life. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string | undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) yield /^data: (.*)$/mu.exec(event)?.[1];
  }
}
