import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Answer } from '../answer.ts';
import { localLayer, memoryLayer, openDatabaseLayer, type Layer } from './outbox-layers.ts';

/** The number of no question: the prediction stands beside the questions of a paper, and is kept and sent like them. */
export const PREDICTION = 0;

/** An answer on the device that the server has not confirmed yet. Nothing else of a person is kept. */
export interface Waiting {
  /** Idempotency key: sending it twice is the same as once. */
  readonly key: string;
  readonly attemptId: string;
  readonly slot: number;
  /** Of the prediction, its number. Empty: taken back. */
  readonly chosen: Answer;
  /** When it was chosen, by the server's clock; undefined for answers kept before devices noted it. */
  readonly at: Instant | undefined;
  /** The write token of the attempt, so that it can be sent whoever is signed in; empty where it is not known. */
  readonly token: string;
  /** Why the server did not take it: it is not sent again, and is here only until the person was told. */
  readonly refusal?: ContestantRefusalCode;
}

/** An attempt with something to send: answers, or the wish to submit. */
export interface WaitingAttempt {
  readonly attemptId: string;
  readonly token: string;
}

/** Where something is kept: on the device, over a restart; or only as long as the page stays open. */
export type Kept = 'device' | 'page';

const OLD = /^outbox:(.+):(\d+)$/u;
/** What was refused and never looked at is forgotten. */
const FORGET_REFUSED_AFTER_MS = 30 * 24 * 3_600_000;

const answerName = (attemptId: string, key: string): string => `answer/${attemptId}/${key}`;
const submitName = (attemptId: string): string => `submit/${attemptId}`;

/**
 * What waits on this device to be sent, of all attempts. One row for each answer under its own key: two tabs cannot overwrite
 * each other's. Where the best place to keep it fails, the next one is taken.
 */
export class Outbox {
  readonly #layers: readonly Layer[];
  /** Acts come one after the other: an answer must not be dropped before it was kept. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** The outbox of this device, with what earlier versions of the page have left. */
  static async open(): Promise<Outbox> {
    const database = await openDatabaseLayer().catch(() => undefined);
    const outbox = new Outbox([...(database ? [database] : []), localLayer, memoryLayer()]);
    await outbox.#takeOverOld();
    return outbox;
  }

  /** What waits of an attempt, in the order in which it was chosen; refused answers too. */
  async read(attemptId: string): Promise<Waiting[]> {
    const rows = await this.#read(`answer/${attemptId}/`);
    return rows.map(([, row]) => row as Waiting).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  }

  /** Whether the person has asked to submit the attempt. */
  async wantsToSubmit(attemptId: string): Promise<boolean> {
    return (await this.#read(submitName(attemptId))).length > 0;
  }

  /** Attempts with something to send that carry their token. */
  async attempts(): Promise<WaitingAttempt[]> {
    const rows = [...(await this.#read('answer/')), ...(await this.#read('submit/'))];
    const waiting = rows.map(([, row]) => row as Waiting).filter((row) => row.token !== '' && !row.refusal);
    const tokens = new Map(waiting.map(({ attemptId, token }) => [attemptId, token]));
    return [...tokens].map(([attemptId, token]) => ({ attemptId, token }));
  }

  /** Keeps an answer in place of those that it replaces. @returns once it is durable */
  keep(waiting: Waiting, replaced: readonly string[] = []): Promise<Kept> {
    return this.#write(
      [[answerName(waiting.attemptId, waiting.key), waiting]],
      replaced.map((key) => answerName(waiting.attemptId, key)),
    );
  }

  /** Forgets answers that the server has, or that the person was told about. */
  async drop(attemptId: string, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#write(
      [],
      keys.map((key) => answerName(attemptId, key)),
    );
  }

  /** Keeps the wish to submit, or takes it back. */
  wish({ attemptId, token }: WaitingAttempt, wants: boolean): Promise<Kept> {
    const name = submitName(attemptId);
    return wants ? this.#write([[name, { attemptId, token }]], []) : this.#write([], [name]);
  }

  /** Forgets refused answers that nobody came back to. @param now by the server's clock */
  async forgetOld(now: Instant): Promise<void> {
    const rows = await this.#read('answer/');
    const old = rows.filter(([, row]) => {
      const { refusal, at } = row as Waiting;
      return refusal && (at ?? 0) < now - FORGET_REFUSED_AFTER_MS;
    });
    if (old.length > 0) {
      await this.#write(
        [],
        old.map(([name]) => name),
      );
    }
  }

  async #read(prefix: string): Promise<[string, unknown][]> {
    await this.#last;
    const found = await Promise.all(
      // why: what cannot be read was never promised to be kept.
      this.#layers.map((layer) => layer.read(prefix).catch((): [string, unknown][] => [])),
    );
    return [...new Map(found.flat().filter(([, row]) => row))];
  }

  #write(puts: readonly (readonly [string, unknown])[], drops: readonly string[]): Promise<Kept> {
    const act = async (): Promise<Kept> => {
      const names = [...puts.map(([name]) => name), ...drops];
      for (const [index, layer] of this.#layers.entries()) {
        try {
          await layer.write(puts, drops);
          const others = this.#layers.filter((each) => each !== layer);
          // why: an answer that lay in a worse place before must not come back from there.
          await Promise.allSettled(others.map((other) => other.write([], names)));
          return index < this.#layers.length - 1 ? 'device' : 'page';
        } catch {
          // The next place is tried.
        }
      }
      return 'page';
    };
    const done = this.#last.then(act);
    this.#last = done;
    return done;
  }

  /** Answers that were kept one by one in localStorage, without token and instant. */
  async #takeOverOld(): Promise<void> {
    for (const name of namesOfOld()) {
      const [, attemptId = '', slot] = OLD.exec(name) ?? [];
      try {
        const { key, places } = JSON.parse(localStorage.getItem(name) ?? '') as { key: string; places: number[] };
        const waiting = { key, attemptId, slot: Number(slot), chosen: places, at: undefined, token: '' };
        if ((await this.keep(waiting)) === 'device') localStorage.removeItem(name);
      } catch {
        // why nothing: what cannot be read was never promised to be kept.
      }
    }
  }
}

function namesOfOld(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => OLD.test(name));
  } catch {
    return [];
  }
}

let opened: Promise<Outbox> | undefined;

/** The outbox of this device; opened once for a page. */
export const theOutbox = (): Promise<Outbox> => (opened ??= Outbox.open());

/** A new idempotency key. why not randomUUID alone: it is missing on pages without https and in old browsers. */
export const newKey = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
