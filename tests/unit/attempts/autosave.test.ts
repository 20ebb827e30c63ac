// The saving of a sheet against a server that loses requests and answers, over restarts and between two tabs.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { Outbox, PREDICTION } from '#app/features/attempts/device/outbox.ts';
import {
  ATTEMPT,
  DEADLINE,
  FakeServer,
  GRACE,
  newDevice,
  openTab,
  START,
  type LineState,
} from '#tests/support/device.ts';

let device: ReturnType<typeof newDevice>;
let server: FakeServer;
/** The server's clock; it runs as the device's does, but for what a test adds. */
let at: () => number;

function begin(): void {
  device = newDevice();
  const mark = performance.now();
  at = () => START + (performance.now() - mark);
  server = new FakeServer(() => at());
}

beforeEach(begin);
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const waitingRows = async () => (await Outbox.open()).read(ATTEMPT);

describe('an answer', () => {
  test('is confirmed, leaves the device, and is said to be saved only then', async () => {
    const { autosave } = await openTab('the-1', { now: at() });
    server.line = 'cut';
    autosave.choose(1, [2]);
    await autosave.flush();
    expect(autosave.view).toMatchObject({ line: 'cut', lastSavedAt: undefined });
    expect([...autosave.view.waiting]).toEqual([1]);
    await vi.waitFor(() => expect([...autosave.view.kept]).toEqual([1]));
    expect(await waitingRows()).toHaveLength(1);
    server.line = 'ok';
    device.pass(5 * SECOND);
    await autosave.flush();
    expect(autosave.view).toMatchObject({ line: 'idle', lastSavedAt: at() });
    expect(autosave.view.waiting.size).toBe(0);
    await vi.waitFor(async () => expect(await waitingRows()).toEqual([]));
    expect(server.places).toEqual({ 1: [2] });
    // Chosen when it was chosen, not when the line came back.
    expect(server.attempt.saved.get(1)?.chosenAt).toBe(START);
    autosave.stop();
  });

  test.each<LineState>(['cut', 'busy', 'portal', 'deaf'])(
    'is sent again by itself over a line that is %s',
    async (line) => {
      const { autosave } = await openTab('the-1', { now: at() });
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      server.line = line;
      autosave.choose(2, [3]);
      await autosave.flush();
      const before = server.requests;
      await vi.advanceTimersByTimeAsync(60 * SECOND);
      // From one second on, doubling up to fifteen, each shortened by up to a half.
      expect(server.requests - before).toBeGreaterThanOrEqual(4);
      expect(server.requests - before).toBeLessThanOrEqual(12);
      server.line = 'ok';
      await vi.advanceTimersByTimeAsync(16 * SECOND);
      expect(server.places).toEqual({ 2: [3] });
      expect(server.steps.filter((step) => step.kind === 'responseSaved')).toHaveLength(1);
      autosave.stop();
    },
  );

  test('that the server refuses is said at its question, not sent again, and replaced by the next choice', async () => {
    const { autosave } = await openTab('the-1', { now: at() });
    autosave.choose(9, [1]);
    autosave.choose(1, [1]);
    await autosave.flush();
    expect([...autosave.view.refused]).toEqual([[9, 'no-such-slot']]);
    expect(server.places).toEqual({ 1: [1] });
    const { requests } = server;
    await autosave.flush();
    expect(server.requests).toBe(requests);
    expect(await waitingRows()).toMatchObject([{ slot: 9, refusal: 'no-such-slot' }]);
    const again = await openTab('the-1', { now: at() });
    expect([...again.autosave.view.refused]).toEqual([[9, 'no-such-slot']]);
    again.autosave.forgetRefused();
    await vi.waitFor(async () => expect(await waitingRows()).toEqual([]));
    for (const tab of [autosave, again.autosave]) tab.stop();
  });

  test('that makes a whole parcel invalid takes no other with it', async () => {
    server.line = 'cut';
    const { autosave } = await openTab('the-1', { now: at() });
    for (const slot of [1, 2, 3]) autosave.choose(slot, [slot]);
    server.poison = 2;
    server.line = 'ok';
    await autosave.flush();
    expect(server.places).toEqual({ 1: [1], 3: [3] });
    expect([...autosave.view.refused]).toEqual([[2, 'invalid']]);
    autosave.stop();
  });

  test('of two to one question the one chosen later counts, even where the older one arrives last', async () => {
    const { autosave } = await openTab('the-1', { now: at() });
    let letGo = (): void => undefined;
    const real = globalThis.fetch;
    // The first request stalls on its way until the second is long done.
    const stalled = new Promise<void>((done) => {
      letGo = done;
    });
    let stalledCall: Promise<Response> | undefined;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      if (stalledCall) return real(path, init);
      stalledCall = stalled.then(() => real(path, init));
      return Promise.reject(new TypeError('gave up'));
    });
    autosave.choose(1, [1]);
    await autosave.flush();
    device.pass(2 * SECOND);
    autosave.choose(1, [4]);
    await autosave.flush();
    expect(server.places).toEqual({ 1: [4] });
    device.pass(30 * SECOND);
    letGo();
    await stalledCall;
    expect(server.steps.filter((step) => step.kind === 'responseSaved')).toHaveLength(2);
    expect(server.places).toEqual({ 1: [4] });
    autosave.stop();
  });
});

describe('the deadline', () => {
  test('what was chosen before it counts when it arrives in the grace, what was chosen after it does not', async () => {
    const { autosave } = await openTab('the-1', { now: at() });
    server.line = 'cut';
    device.pass(DEADLINE - START - SECOND);
    autosave.choose(1, [1]);
    device.pass(2 * SECOND);
    autosave.choose(2, [2]);
    device.pass(30 * SECOND);
    server.line = 'ok';
    await autosave.flush();
    expect(server.places).toEqual({ 1: [1] });
    expect(server.attempt.late).toBe(1);
    expect([...autosave.view.refused]).toEqual([[2, 'too-late']]);
    autosave.stop();
  });

  test('what arrives when the grace is over is refused and said, and the device stops asking', async () => {
    const { autosave } = await openTab('the-1', { now: at() });
    server.line = 'cut';
    autosave.choose(1, [1]);
    device.pass(DEADLINE - START + GRACE);
    server.line = 'ok';
    await autosave.flush();
    expect(server.places).toEqual({});
    expect([...autosave.view.refused]).toEqual([[1, 'too-late']]);
    const { requests } = server;
    autosave.wake();
    await autosave.flush();
    expect(server.requests).toBe(requests);
    autosave.stop();
  });
});

describe('restart and other attempts', () => {
  test('what waited before a restart is sent after it, with its instant of choice', async () => {
    const first = await openTab('the-1', { now: at() });
    server.line = 'cut';
    device.pass(MINUTE);
    first.autosave.choose(3, [2]);
    first.autosave.choose(PREDICTION, [1_234]);
    await first.autosave.submit();
    await vi.waitFor(async () => expect(await waitingRows()).toHaveLength(2));
    first.autosave.stop();
    device.pass(MINUTE);
    server.line = 'ok';
    const second = await openTab('the-1', { now: at() });
    expect(second.autosave.view.isSubmitted).toBe(true);
    expect(server.attempt).toMatchObject({ state: 'submitted', prediction: 1_234 });
    expect(server.attempt.saved.get(3)).toMatchObject({ response: ['b'], chosenAt: START + MINUTE });
    expect(await (await Outbox.open()).attempts()).toEqual([]);
    second.autosave.stop();
  });

  test('a wish to submit waits behind the answers and can be taken back', async () => {
    const { autosave } = await openTab('the-1', { now: at() });
    server.line = 'cut';
    autosave.choose(1, [1]);
    await autosave.submit();
    await autosave.goOn();
    server.line = 'ok';
    await autosave.flush();
    expect(server.attempt.state).toBe('inProgress');
    await autosave.submit();
    expect(server.attempt.state).toBe('submitted');
    expect(server.steps.map((step) => step.kind)).toEqual(['started', 'responseSaved', 'submitted']);
    autosave.stop();
  });

  test('a wrong token is refused for good, and nothing is asked for ever', async () => {
    const { autosave } = await openTab('the-1', { now: at(), token: 'v1.cua-bai-khac' });
    autosave.choose(1, [1]);
    await autosave.flush();
    expect(autosave.view).toMatchObject({ closed: 'not-found' });
    expect(server.steps).toHaveLength(1);
    const { requests } = server;
    await autosave.flush();
    expect(server.requests).toBe(requests);
    autosave.stop();
  });
});

describe('two tabs', () => {
  test('the one that opened last leads, the other shows what it answered, and can take over', async () => {
    const one = await openTab('the-1', { now: at() });
    const two = await openTab('the-2', { now: at() });
    two.autosave.choose(1, [3]);
    await two.autosave.flush();
    expect(two.autosave.view.leads).toBe(true);
    one.autosave.heardLead(false);
    await vi.waitFor(() => expect(one.heard).toEqual([{ slot: 1, chosen: [3] }]));
    expect(one.autosave.view).toMatchObject({ leads: false, elsewhere: [1] });
    await one.autosave.takeOver();
    expect(one.autosave.view.leads).toBe(true);
    expect(server.leader).toBe('the-1');
    for (const tab of [one, two]) tab.autosave.stop();
  });
});

type Act =
  | { kind: 'choose'; tab: number; slot: number; place: number }
  | { kind: 'line'; line: LineState }
  | { kind: 'flush' | 'restart' | 'submit' | 'goOn'; tab: number }
  | { kind: 'pass'; ms: number };

interface Chosen {
  readonly slot: number;
  readonly place: number;
  readonly key: string;
  readonly at: number;
}

const tab = fc.nat({ max: 1 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('choose' as const),
        tab,
        slot: fc.integer({ min: 0, max: 3 }),
        place: fc.integer({ min: 1, max: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('line' as const),
        line: fc.constantFrom<LineState>('ok', 'cut', 'deaf', 'busy', 'portal'),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('flush' as const, 'restart' as const), tab }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('submit' as const, 'goOn' as const), tab }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 4 * MINUTE }) }),
    },
  ),
  { maxLength: 25 },
);

test('no order of offline, online, two tabs, restarts and submitting loses an answer or takes one after the limit', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      begin();
      const tabs = [await openTab('the-1', { now: at() }), await openTab('the-2', { now: at() })];
      /** The last choice of each tab for each slot: what nothing may make vanish. */
      const chosen = new Map<string, Chosen>();
      for (const act of script) {
        // why: no two choices of a person fall into one millisecond.
        device.pass(1);
        const current = 'tab' in act ? tabs[act.tab] : undefined;
        switch (act.kind) {
          case 'choose':
            current?.autosave.choose(act.slot, [act.place]);
            // why as the tab noted it: its clock may stand a little behind the server's.
            for (const { key, at: notedAt = 0 } of current?.autosave.answers.filter((each) => each.slot === act.slot) ??
              []) {
              chosen.set(`${act.tab}/${act.slot}`, { slot: act.slot, place: act.place, key, at: notedAt });
            }
            break;
          case 'flush':
            await current?.autosave.flush();
            break;
          case 'submit':
            await current?.autosave.submit();
            break;
          case 'goOn':
            await current?.autosave.goOn();
            break;
          case 'restart':
            current?.autosave.stop();
            // why: a choice is on the device when its transaction is over, which a person cannot outrun by a restart.
            await vi.waitFor(() => expect(current?.autosave.view.kept).toEqual(current?.autosave.view.waiting));
            tabs[act.tab] = await openTab(act.tab === 0 ? 'the-1' : 'the-2', { now: at() });
            break;
          case 'line':
            server.line = act.line;
            break;
          case 'pass':
            device.pass(act.ms);
            break;
        }
      }
      server.line = 'ok';
      for (const each of tabs) await each.autosave.flush();
      for (const each of tabs) each.autosave.stop();
      const rows = await waitingRows();
      expect(rows.filter((row) => !row.refusal)).toEqual([]);
      const said = server.steps.filter((step) => step.kind === 'responseSaved' || step.kind === 'predicted');
      for (const choice of chosen.values()) {
        const stored = said.find((step) => step.key === choice.key);
        const refused = rows.find((row) => row.key === choice.key && row.refusal);
        // A tab that knows of the choice of another may choose anew in its place.
        const isReplaced = [...chosen.values()].some((each) => each.slot === choice.slot && each.at > choice.at);
        expect(stored !== undefined || refused !== undefined || isReplaced, JSON.stringify(choice)).toBe(true);
      }
      // What counts is what was chosen last among what the server took.
      for (const step of said) {
        expect(step.chosenAt).toBeLessThan(DEADLINE);
        expect(step.receivedAt).toBeLessThan(DEADLINE + GRACE);
      }
      for (const slot of [1, 2, 3]) {
        const last = said
          .filter((step) => step.kind === 'responseSaved' && step.slot === slot)
          .toSorted((a, b) => b.chosenAt - a.chosenAt || b.sequence - a.sequence)[0];
        const place = [...chosen.values()].find((each) => each.key === last?.key)?.place;
        if (place !== undefined) expect(server.places[slot]).toEqual([place]);
      }
      // Once each: no key twice.
      expect(new Set(said.map((step) => step.key)).size).toBe(said.length);
    }),
    { numRuns: 120 },
  );
}, 60_000);
