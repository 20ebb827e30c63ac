import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import type { Saved } from '../save-responses.server.ts';
import { FIRST_VIEW, type AutosaveView } from './autosave-view.ts';
import { Held } from './held.ts';
import { newKey, type Outbox, type Waiting } from './outbox.ts';
import { ask } from './post.ts';
import { elsewhereOf, savesOf, type Elsewhere } from './save-body.ts';
import type { ServerClock } from './server-clock.ts';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;

interface Options {
  readonly attemptId: string;
  /** The write token of the attempt: saving and submitting need no session. */
  readonly token: string;
  /** Left out for an attempt that is only sent on: it leads nowhere. */
  readonly device?: () => Promise<string>;
  readonly outbox: () => Promise<Outbox>;
  readonly clock: ServerClock;
  /** The last step that the page knows. */
  readonly seen: number;
  /** Called with answers that this page does not show yet. */
  readonly onElsewhere?: (answers: readonly Elsewhere[]) => void;
  readonly onSaved?: (saved: Pick<Saved, 'deadlineAt' | 'sequence'>) => void;
}

/**
 * Saves the answers of one attempt. What the server has not confirmed stays in the outbox and is sent again by itself, until
 * it is confirmed or the server says that it will not take it. The wish to submit waits behind the answers.
 */
export class Autosave {
  readonly #options: Options;
  readonly #held: Held;
  readonly #listeners = new Set<() => void>();
  #view: AutosaveView = FIRST_VIEW;
  #seen: number;
  #lastAt: Instant = 0;
  #opensSheet = false;
  /** One by one, after the server has called a whole parcel invalid. */
  #isCareful = false;
  #flight: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = FIRST_RETRY_MS;
  #isStopped = false;

  constructor(options: Options) {
    this.#options = options;
    this.#held = new Held(options.attemptId, options.outbox);
    this.#seen = options.seen;
  }

  get view(): AutosaveView {
    return this.#view;
  }

  /** What waits, as the page should show it: the newest of each slot. */
  get answers(): Waiting[] {
    return [...this.#held.newest().values()].filter((each) => !each.refusal);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes up what the device holds of the attempt; flush() sends it.
   * @param takesOver the person opens the sheet here: this tab leads from now on
   * @param seen the last step that the page shows, where that is more than it came with
   */
  async open({ takesOver, seen = 0 }: { takesOver: boolean; seen?: number }): Promise<void> {
    this.#isStopped = false;
    this.#opensSheet ||= takesOver;
    this.#seen = Math.max(this.#seen, seen);
    const box = await this.#options.outbox();
    const wants = await box.wantsToSubmit(this.#options.attemptId);
    this.#lastAt = Math.max(this.#lastAt, await this.#held.load());
    this.#say({ wantsToSubmit: this.#view.wantsToSubmit || wants });
  }

  /** Stops sending by itself; what waits stays in the outbox. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Notes an answer, keeps it on the device, and sends it. @param ago how long ago it was given, where it was typed */
  choose(slot: number, chosen: Elsewhere['chosen'], ago = 0): void {
    const { attemptId, token, clock } = this.#options;
    // why later than the one before: of two answers to a question the one that was chosen later counts.
    this.#lastAt = Math.max(clock.now() - Math.round(ago), this.#lastAt + 1);
    const waiting: Waiting = { key: newKey(), attemptId, slot, chosen, at: this.#lastAt, token };
    const keeping = this.#held.add(waiting);
    this.#say({ elsewhere: this.#view.elsewhere.filter((each) => each !== slot) });
    void keeping.then((kept) => this.#say({ isInMemoryOnly: kept === 'page' }));
    void this.flush();
  }

  /** Submits once nothing waits any more; without a line the wish waits on the device too. */
  async submit(): Promise<void> {
    this.#say({ wantsToSubmit: true });
    const kept = await (await this.#options.outbox()).wish(this.#options, true);
    if (kept === 'page') this.#say({ isInMemoryOnly: true });
    await this.flush();
  }

  /** Takes the wish to submit back, as long as it waits. */
  async goOn(): Promise<void> {
    this.#say({ wantsToSubmit: false });
    await (await this.#options.outbox()).wish(this.#options, false);
  }

  /** Makes this tab lead. */
  takeOver(): Promise<void> {
    this.#opensSheet = true;
    return this.flush();
  }

  /** The server says that another tab or device leads, or this one again. */
  heardLead(leads: boolean): void {
    if (this.#opensSheet || leads === this.#view.leads) return;
    this.#say({ leads });
    // why at once: what was answered there should stand here as well.
    void this.look();
  }

  /** Asks for what was answered elsewhere. */
  async look(): Promise<void> {
    while (this.#flight) await this.#flight;
    if (!this.#isStopped) await this.#fly(() => this.#send([]));
  }

  /** The line may be back: tries at once. */
  wake(): void {
    this.#delay = FIRST_RETRY_MS;
    void this.flush();
  }

  /** Forgets refused answers that the person was told about. */
  forgetRefused(): void {
    void this.#held.forgetRefused().then(() => this.#say({}));
  }

  /** Sends what waits. @returns once the try is over, whatever came of it */
  async flush(): Promise<void> {
    // why a loop: of several callers that waited, each must see the flight that the one before it began.
    while (this.#flight) await this.#flight;
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const parcel = this.#held.parcel(this.#isCareful);
    const mustSend = parcel.length > 0 || this.#opensSheet;
    if (!mustSend && (!this.#view.wantsToSubmit || this.#view.isSubmitted)) return;
    const isAnswered = await this.#fly(() => (mustSend ? this.#send(parcel) : this.#sendSubmission()));
    if (isAnswered) return this.flush();
    this.#retryLater();
  }

  #fly(act: () => Promise<boolean>): Promise<boolean> {
    this.#flight = act().finally(() => (this.#flight = undefined));
    return this.#flight;
  }

  #retryLater(): void {
    if (this.#isStopped) return;
    // why jitter: when a server comes back, not all phones of a province shall ask in the same second.
    this.#timer = setTimeout(() => void this.flush(), this.#delay * (0.5 + Math.random() / 2));
    this.#delay = Math.min(this.#delay * 2, LAST_RETRY_MS);
  }

  /** @returns whether the server has answered */
  async #send(parcel: readonly Waiting[]): Promise<boolean> {
    const { attemptId, token, device, clock } = this.#options;
    const takesOver = this.#opensSheet;
    if (parcel.length > 0) this.#say({ line: 'sending' });
    const body = {
      seen: this.#seen,
      ...savesOf(parcel),
      token,
      ...(device ? { device: await device() } : {}),
      ...(takesOver ? { takesOver } : {}),
    };
    const asked = await ask<Saved>({ path: paths.responses(attemptId), body, has: 'sequence' });
    if (asked.kind === 'unreachable') {
      if (parcel.length > 0 || takesOver) this.#say({ line: 'cut' });
      return false;
    }
    this.#delay = FIRST_RETRY_MS;
    if (takesOver) this.#opensSheet = false;
    if (asked.kind === 'answered') clock.aim(asked.value.savedAt, asked.roundTrip);
    await (asked.kind === 'answered' ? this.#confirm(parcel, asked.value) : this.#refuseAll(parcel, asked.refusal));
    return true;
  }

  async #confirm(parcel: readonly Waiting[], saved: Saved): Promise<void> {
    const refusals = new Map(saved.refused.map((each) => [each.key, each.refusal]));
    const taken = parcel.filter((each) => !refusals.has(each.key));
    const dropped = this.#held.drop(taken.map((each) => each.key));
    for (const each of parcel) {
      const refusal = refusals.get(each.key);
      if (refusal) await this.#held.refuse(each, refusal);
    }
    this.#seen = Math.max(this.#seen, saved.sequence);
    this.#isCareful = false;
    const here = this.#held.newest();
    const foreign = elsewhereOf(saved).filter((each) => !here.has(each.slot));
    this.#say({
      line: 'idle',
      leads: saved.leads,
      savedAt: new Map([...this.#view.savedAt, ...taken.map((each) => [each.slot, saved.savedAt] as const)]),
      ...(taken.length > 0 ? { lastSavedAt: saved.savedAt } : {}),
      ...(foreign.length > 0 ? { elsewhere: foreign.map((each) => each.slot) } : {}),
    });
    if (foreign.length > 0) this.#options.onElsewhere?.(foreign);
    this.#options.onSaved?.(saved);
    await dropped;
  }

  async #refuseAll(parcel: readonly Waiting[], refusal: ContestantRefusalCode): Promise<void> {
    if (refusal === 'invalid' && parcel.length > 1) {
      // why: one answer that is no answer must not take the others with it.
      this.#isCareful = true;
      return this.#say({ line: 'idle' });
    }
    for (const each of parcel) await this.#held.refuse(each, refusal);
    const isOver = refusal === 'already-finished' || refusal === 'not-found';
    this.#say({ line: 'idle', ...(isOver ? { closed: refusal } : {}) });
  }

  /** @returns whether the server has answered */
  async #sendSubmission(): Promise<boolean> {
    const { attemptId, token, outbox } = this.#options;
    const asked = await ask({ path: paths.submitAttempt(attemptId), body: { token }, has: 'state' });
    if (asked.kind === 'unreachable') {
      this.#say({ line: 'cut' });
      return false;
    }
    await (await outbox()).wish(this.#options, false);
    if (asked.kind === 'answered') this.#say({ line: 'idle', isSubmitted: true });
    else this.#say({ line: 'idle', wantsToSubmit: false, closed: asked.refusal });
    return true;
  }

  #say(change: Partial<AutosaveView>): void {
    this.#view = { ...this.#view, ...this.#held.view(), ...change };
    for (const listener of this.#listeners) listener();
  }
}
