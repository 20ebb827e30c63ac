import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, MOST_STEPS, type AttemptCommand, type AttemptFrame } from '#app/domain/attempts/decide.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';

const START = 1_000_000;
const DEADLINE = START + 600_000;
const GRACE = 30_000;
const LAST = DEADLINE + GRACE;
const frame: AttemptFrame = {
  form: {
    slots: [1, 2, 3].map((slot) => ({ slot, itemVersionId: `v${slot}`, optionOrder: ['b', 'a', 'd', 'c'] })),
  },
  deadlineAt: DEADLINE,
  grace: GRACE,
};
const started: Step = { kind: 'started', sequence: 1, receivedAt: START };
const save = (slot: number, response: readonly string[], key: string): AttemptCommand => ({
  kind: 'save',
  slot,
  response,
  key,
});

/** Plays commands one after the other, as the use cases do, and keeps what was refused. */
function play(acts: readonly { readonly command: AttemptCommand; readonly now: number }[]): {
  steps: Step[];
  refused: string[];
} {
  const steps: Step[] = [started];
  const refused: string[] = [];
  for (const { command, now } of acts) {
    const verdict = decide(frame, replay(steps), command, now);
    if (verdict.ok) steps.push(...verdict.value);
    else refused.push(verdict.error);
  }
  return { steps, refused };
}

const saves: fc.Arbitrary<AttemptCommand> = fc.record({
  kind: fc.constant('save' as const),
  slot: fc.integer({ min: 0, max: 4 }),
  response: fc.subarray(['a', 'b', 'c', 'd', 'z']),
  key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'),
});
const commands: fc.Arbitrary<AttemptCommand> = fc.oneof(
  { weight: 6, arbitrary: saves },
  { weight: 1, arbitrary: fc.constant<AttemptCommand>({ kind: 'submit' }) },
  { weight: 1, arbitrary: fc.constant<AttemptCommand>({ kind: 'expire' }) },
);
const acts = fc
  .array(fc.record({ command: commands, now: fc.integer({ min: START, max: LAST + 60_000 }) }), { maxLength: 25 })
  .map((list) => list.toSorted((a, b) => a.now - b.now));

describe('laws', () => {
  test('saving twice is saving once, also after the end', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 0, max: 1_000_000 }), (list, later) => {
        const { steps } = play(list);
        const attempt = replay(steps);
        for (const step of steps) {
          if (step.kind !== 'responseSaved') continue;
          const again = decide(frame, attempt, save(step.slot, step.response, step.key), LAST + later);
          expect(again).toEqual({ ok: true, value: [] });
        }
      }),
    );
  });

  test('each key is stored once, and sequences run 1, 2, 3', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { steps } = play(list);
        const keys = steps.flatMap((step) => (step.kind === 'responseSaved' ? [step.key] : []));
        expect(new Set(keys).size).toBe(keys.length);
        expect(steps.map((step) => step.sequence)).toEqual(steps.map((_, index) => index + 1));
      }),
    );
  });

  test('a key that comes back with another answer is refused', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { steps } = play(list);
        const attempt = replay(steps);
        for (const step of steps) {
          if (step.kind !== 'responseSaved') continue;
          const otherSlot = decide(frame, attempt, save(step.slot + 1, step.response, step.key), START);
          const otherAnswer = decide(
            frame,
            attempt,
            save(step.slot, step.response.length > 0 ? [] : ['a'], step.key),
            START,
          );
          expect([otherSlot, otherAnswer]).toEqual([
            { ok: false, error: 'key-reused' },
            { ok: false, error: 'key-reused' },
          ]);
        }
      }),
    );
  });

  test('nothing is accepted at or after the deadline and grace, and nothing after the end', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { steps } = play(list);
        const end = steps.findIndex((step) => step.kind === 'submitted' || step.kind === 'expired');
        if (end >= 0) expect(end).toBe(steps.length - 1);
        for (const step of steps) expect(step.receivedAt).toBeLessThan(LAST);
      }),
    );
  });

  test('an attempt never ends after its deadline', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { finishedAt } = replay(play(list).steps);
        if (finishedAt !== undefined) expect(finishedAt).toBeLessThanOrEqual(DEADLINE);
      }),
    );
  });

  test('however late the sweep comes, the attempt ends at the deadline with what was saved', () => {
    fc.assert(
      fc.property(fc.integer({ min: LAST, max: LAST + 1_000_000_000 }), (now) => {
        const { steps } = play([
          { command: save(1, ['a'], 'k1'), now: START + 5 },
          { command: { kind: 'expire' }, now },
        ]);
        const attempt = replay(steps);
        expect(attempt).toMatchObject({ state: 'expired', finishedAt: DEADLINE });
        expect(attempt.saved.get(1)?.response).toEqual(['a']);
      }),
    );
  });

  test('replay does not depend on the order of its input', () => {
    fc.assert(
      fc.property(acts, fc.string(), (list, seed) => {
        const { steps } = play(list);
        expect(replay(shuffle(steps, seededRandom(seed)))).toEqual(replay(steps));
      }),
    );
  });

  test('the newest answer of a slot counts', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { steps } = play(list);
        const last = new Map<number, readonly string[]>();
        for (const step of steps) if (step.kind === 'responseSaved') last.set(step.slot, step.response);
        expect(new Map([...replay(steps).saved].map(([slot, saved]) => [slot, saved.response]))).toEqual(last);
      }),
    );
  });
});

describe('the moments around the end', () => {
  const fresh = replay([started]);
  const submit: AttemptCommand = { kind: 'submit' };
  const expire: AttemptCommand = { kind: 'expire' };

  test.each([
    [
      'a save at the deadline',
      save(1, ['a'], 'k'),
      DEADLINE,
      { ok: true, value: [{ kind: 'responseSaved', receivedAt: DEADLINE }] },
    ],
    [
      'a save in the last millisecond of grace',
      save(1, ['a'], 'k'),
      LAST - 1,
      { ok: true, value: [{ receivedAt: LAST - 1 }] },
    ],
    ['a save when grace is over', save(1, ['a'], 'k'), LAST, { ok: false, error: 'too-late' }],
    [
      'a submission in time ends now',
      submit,
      START + 7,
      { ok: true, value: [{ kind: 'submitted', receivedAt: START + 7 }] },
    ],
    [
      'a submission within grace ends at the deadline',
      submit,
      LAST - 1,
      { ok: true, value: [{ kind: 'submitted', receivedAt: DEADLINE }] },
    ],
    [
      'a submission after grace is an expiry',
      submit,
      LAST,
      { ok: true, value: [{ kind: 'expired', receivedAt: DEADLINE }] },
    ],
    ['a sweep within grace waits', expire, LAST - 1, { ok: false, error: 'not-over-yet' }],
    ['a sweep after grace', expire, LAST, { ok: true, value: [{ kind: 'expired', receivedAt: DEADLINE }] }],
  ])('%s', (_name, command, now, verdict) => {
    expect(decide(frame, fresh, command, now)).toMatchObject(verdict);
  });

  test('submitting or sweeping twice changes nothing', () => {
    const { steps } = play([{ command: submit, now: START + 1 }]);
    for (const command of [submit, expire])
      expect(decide(frame, replay(steps), command, LAST)).toEqual({ ok: true, value: [] });
    expect(decide(frame, replay(steps), save(1, ['a'], 'new'), START + 2)).toEqual({
      ok: false,
      error: 'already-finished',
    });
  });
});

describe('answers that do not fit the paper', () => {
  const fresh = replay([started]);
  test.each([
    ['no such slot', save(4, ['a'], 'k'), 'no-such-slot'],
    ['slot zero', save(0, ['a'], 'k'), 'no-such-slot'],
    ['a slot that is no number', save(Number.NaN, ['a'], 'k'), 'no-such-slot'],
    ['no such option', save(1, ['a', 'z'], 'k'), 'no-such-option'],
  ])('%s', (_name, command, error) => {
    expect(decide(frame, fresh, command, START)).toEqual({ ok: false, error });
  });

  test('taking an answer back is an answer', () => {
    const { steps } = play([
      { command: save(1, ['a'], 'k1'), now: START },
      { command: save(1, [], 'k2'), now: START + 1 },
    ]);
    expect(replay(steps).saved.get(1)?.response).toEqual([]);
  });
});

test('an attempt that is flooded with changes takes no more, and can still be submitted', () => {
  const flooded = { ...replay([started]), lastSequence: MOST_STEPS };
  expect(decide(frame, flooded, save(1, ['a'], 'k'), START)).toEqual({ ok: false, error: 'too-many-changes' });
  expect(decide(frame, { ...flooded, lastSequence: MOST_STEPS - 1 }, save(1, ['a'], 'k'), START).ok).toBe(true);
  expect(decide(frame, flooded, { kind: 'submit' }, START)).toMatchObject({ ok: true, value: [{ kind: 'submitted' }] });
});
