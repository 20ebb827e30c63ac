// A device in tests without a browser: its storage, which outlives a restart, its clock, and a line to a server that obeys the
// same rules as the real one and can lose requests and answers.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { decide, type AttemptFrame } from '#app/domain/attempts/decide.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { Autosave } from '#app/features/attempts/device/autosave.ts';
import { Outbox } from '#app/features/attempts/device/outbox.ts';
import type { Elsewhere } from '#app/features/attempts/device/save-body.ts';
import { ServerClock } from '#app/features/attempts/device/server-clock.ts';
import { SaveResponses, SubmitAttempt } from '#app/features/attempts/save-responses.schema.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';

export const START = Date.UTC(2026, 11, 1, 1);
export const DEADLINE = START + 10 * MINUTE;
export const GRACE = MINUTE;
export const ATTEMPT = 'bai-thi';
export const TOKEN = 'v1.the-cua-bai';

/** Storage as browsers have it. */
class Storage {
  readonly #rows = new Map<string, string>();
  /** Throws from now on, as a full or forbidden storage does. */
  isBroken = false;

  getItem(name: string): string | null {
    this.#check();
    return this.#rows.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.#check();
    this.#rows.set(name, value);
    Object.assign(this, { [name]: value });
  }

  removeItem(name: string): void {
    this.#check();
    this.#rows.delete(name);
    Reflect.deleteProperty(this, name);
  }

  #check(): void {
    if (this.isBroken) throw new Error('QuotaExceededError');
  }
}

/** Gives the test the storage of a device that nobody has used, and a clock that stands until it is moved. */
export function newDevice({ hasDatabase = true } = {}): { local: Storage; pass(ms: number): void } {
  const local = new Storage();
  let time = 1_000;
  vi.stubGlobal('indexedDB', hasDatabase ? new IDBFactory() : undefined);
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.stubGlobal('localStorage', local);
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  return {
    local,
    pass(ms) {
      time += ms;
    },
  };
}

/** ok: works. cut: nothing gets through. deaf: requests arrive, answers are lost. busy: the server answers 503. */
export type LineState = 'ok' | 'cut' | 'deaf' | 'busy' | 'portal';

/** An attempt on a server, and the lines to it. */
export class FakeServer {
  readonly frame: AttemptFrame = {
    form: {
      slots: [1, 2, 3].map((slot) => ({
        slot,
        itemVersionId: `cau-${slot}`,
        optionOrder: ['a', 'b', 'c', 'd'],
      })),
    },
    startedAt: START,
    deadlineAt: DEADLINE,
    grace: GRACE,
    asksPrediction: true,
  };
  steps: Step[] = [{ kind: 'started', sequence: 1, receivedAt: START }];
  leader: string | undefined;
  requests = 0;
  /** Answers "invalid" to a parcel with this slot. */
  poison: number | undefined;
  line: LineState = 'ok';
  #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => this.#fetch(path, init));
  }

  get attempt(): ReturnType<typeof replay> {
    return replay(this.steps);
  }

  /** By slot what counts, as places. */
  get places(): Record<number, number[]> {
    const saved = [...this.attempt.saved].filter(([, held]) => held.response.length > 0);
    return Object.fromEntries(saved.map(([slot, held]) => [slot, held.response.map((id) => 'abcd'.indexOf(id) + 1)]));
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    this.requests += 1;
    const line = this.line;
    if (line === 'cut') throw new TypeError('Failed to fetch');
    if (line === 'busy') return new Response('{"refusal":"too-many-tries"}', { status: 503 });
    if (line === 'portal') return Response.json({ signIn: 'Wi-Fi' });
    const body: unknown = JSON.parse(init.body as string);
    const answer = path.endsWith('/submit') ? this.#submit(body) : this.#save(body);
    if (line === 'deaf') throw new TypeError('Failed to fetch');
    return answer;
  }

  #refuse(refusal: RefusalCode): Response {
    return Response.json({ refusal }, { status: statusOf(refusal) });
  }

  #submit(raw: unknown): Response {
    const body = SubmitAttempt.parse(raw);
    if (body.token !== TOKEN) return this.#refuse('not-found');
    const decision = decide(this.frame, this.attempt, { kind: 'submit' }, this.#now());
    if (!decision.ok) return this.#refuse(decision.error);
    this.steps.push(...decision.value);
    return Response.json({ state: 'submitted' });
  }

  #save(raw: unknown): Response {
    const { data: body } = SaveResponses.safeParse(raw);
    if (!body || body.saves.some((save) => save.slot === this.poison)) return this.#refuse('invalid');
    if (body.token !== TOKEN) return this.#refuse('not-found');
    const now = this.#now();
    const { seen } = body;
    const refused: { key: string; refusal: RefusalCode }[] = [];
    const commands = body.saves.map(({ slot, places = [], text, key, at }) => {
      const response = text === undefined ? places.map((place) => 'abcd'.charAt(place - 1)) : [text];
      return { kind: 'save' as const, slot, response, key, at };
    });
    for (const command of commands) {
      const decision = decide(this.frame, this.attempt, command, now);
      if (decision.ok) this.steps.push(...decision.value);
      else refused.push({ key: command.key, refusal: decision.error });
    }
    if (body.prediction) {
      const { value, key, at } = body.prediction;
      const command = { kind: 'predict' as const, value: value ?? undefined, key, at };
      const decision = decide(this.frame, this.attempt, command, now);
      if (decision.ok) this.steps.push(...decision.value);
      else refused.push({ key, refusal: decision.error });
    }
    const sent = commands.length + Number(body.prediction !== undefined);
    const [first] = refused;
    if (first && refused.length === sent && refused.every((each) => each.refusal === first.refusal)) {
      return this.#refuse(first.refusal);
    }
    if (body.device && (body.takesOver || !this.leader)) this.leader = body.device;
    const own = new Set([...body.saves.map((save) => save.key), body.prediction?.key]);
    const after = this.attempt;
    const elsewhere = [...after.saved].flatMap(([slot, held]) => {
      const step = this.steps.find((each) => each.sequence === held.sequence);
      const isOwn = step && 'key' in step && own.has(step.key);
      return isOwn || held.sequence <= seen ? [] : { slot, places: this.places[slot] ?? [], savedAt: held.receivedAt };
    });
    return Response.json({
      sequence: after.lastSequence,
      savedAt: now,
      elsewhere,
      refused,
      deadlineAt: this.frame.deadlineAt,
      leads: body.device === undefined || body.device === this.leader,
    });
  }
}

/** A tab that has the sheet open; opening it again is a reload. */
export async function openTab(
  device: string,
  { now, takesOver = true, token = TOKEN }: { now: number; takesOver?: boolean; token?: string },
): Promise<{ autosave: Autosave; clock: ServerClock; heard: Elsewhere[] }> {
  const outbox = Outbox.open();
  const clock = new ServerClock(now);
  const heard: Elsewhere[] = [];
  const autosave = new Autosave({
    attemptId: ATTEMPT,
    token,
    device: () => Promise.resolve(device),
    outbox: () => outbox,
    clock,
    seen: 0,
    onElsewhere: (answers) => void heard.push(...answers),
  });
  await autosave.open({ takesOver });
  await autosave.flush();
  return { autosave, clock, heard };
}
