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
  startedAt: START,
  deadlineAt: DEADLINE,
  grace: GRACE,
  asksPrediction: false,
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

describe('what a device states about the time', () => {
  const fresh = replay([started]);
  const at = (now: number, age: number | undefined) =>
    decide(frame, fresh, { kind: 'save', slot: 1, response: ['a'], key: 'k', age }, now);

  test.each([
    [
      'chosen before the deadline, arrived in grace',
      DEADLINE + 20_000,
      20_001,
      { chosenAt: DEADLINE - 1, isLate: true },
    ],
    ['chosen in time, arrived in time', START + 9_000, 4_000, { chosenAt: START + 5_000, isLate: false }],
    ['an age from before the start is cut at the start', START + 9_000, 1e12, { chosenAt: START, isLate: false }],
    ['an age below nothing is the arrival', START + 9_000, -5_000, { chosenAt: START + 9_000, isLate: false }],
    ['no statement within grace', DEADLINE + 20_000, undefined, { chosenAt: DEADLINE - 1, isLate: true }],
  ])('%s', (_, now, age, step) => {
    expect(at(now, age)).toMatchObject({ ok: true, value: [{ receivedAt: now, ...step }] });
  });

  test.each([
    ['chosen at the deadline itself', DEADLINE + 20_000, 20_000],
    ['chosen in grace', DEADLINE + 20_000, 3],
    ['arrived when grace is over, however old', LAST, 1e12],
  ])('refused: %s', (_, now, age) => {
    expect(at(now, age)).toEqual({ ok: false, error: 'too-late' });
  });

  test('an instant that the device states goes before an age, and is bounded alike', () => {
    const said = (now: number, stated: number) =>
      decide(frame, fresh, { kind: 'save', slot: 1, response: ['a'], key: 'k', at: stated, age: 5 }, now);
    expect(said(START + 9_000, START + 2_000)).toMatchObject({ ok: true, value: [{ chosenAt: START + 2_000 }] });
    expect(said(START + 9_000, START + 60_000)).toMatchObject({ ok: true, value: [{ chosenAt: START + 9_000 }] });
    expect(said(START + 9_000, 0)).toMatchObject({ ok: true, value: [{ chosenAt: START }] });
    expect(said(DEADLINE + 1_000, DEADLINE - 1)).toMatchObject({ ok: true, value: [{ isLate: true }] });
    expect(said(DEADLINE + 1_000, DEADLINE)).toEqual({ ok: false, error: 'too-late' });
    expect(said(LAST, START)).toEqual({ ok: false, error: 'too-late' });
  });

  test('nothing that a device states gains more than the grace, or changes when anything arrived', () => {
    fc.assert(
      fc.property(fc.integer({ min: START, max: LAST + 60_000 }), fc.double({ noNaN: true }), (now, age) => {
        const verdict = at(now, age);
        if (!verdict.ok) return;
        const step = verdict.value[0];
        if (step?.kind !== 'responseSaved') throw new Error('no step');
        expect(step.receivedAt).toBe(now);
        expect(now).toBeLessThan(LAST);
        expect(step.chosenAt).toBeGreaterThanOrEqual(START);
        expect(step.chosenAt).toBeLessThanOrEqual(now);
        expect(step.chosenAt).toBeLessThan(DEADLINE);
      }),
    );
  });

  test('of two devices the answer that was chosen later counts, whichever arrived first', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ chosenAt: fc.integer({ min: 0, max: 500_000 }), delay: fc.integer({ min: 0, max: 99_000 }) }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        (answers) => {
          const sent = answers
            .map(({ chosenAt, delay }, index) => ({
              chosenAt,
              arrivesAt: chosenAt + delay,
              response: [['a', 'b', 'c', 'd'][index % 4]!],
              key: `k${index}`,
            }))
            .toSorted((a, b) => a.arrivesAt - b.arrivesAt);
          const { steps } = play(
            sent.map(({ chosenAt, arrivesAt, response, key }) => ({
              command: { kind: 'save', slot: 1, response, key, age: arrivesAt - chosenAt },
              now: START + arrivesAt,
            })),
          );
          const latest = Math.max(...sent.map((each) => each.chosenAt));
          const winner = sent.findLast((each) => each.chosenAt === latest);
          expect(replay(steps).saved.get(1)?.response).toEqual(winner?.response);
        },
      ),
    );
  });
});

describe('a prediction', () => {
  const asking: AttemptFrame = { ...frame, asksPrediction: true };
  const predict = (value: number | undefined, key: string): AttemptCommand => ({ kind: 'predict', value, key });
  const played = (asked: readonly AttemptCommand[]): Step[] => {
    const steps: Step[] = [started];
    for (const command of asked) {
      const verdict = decide(asking, replay(steps), command, START + steps.length);
      if (verdict.ok) steps.push(...verdict.value);
    }
    return steps;
  };

  test('counts as it was given last, and can be taken back', () => {
    expect(replay(played([predict(5, 'k1'), predict(7, 'k2')])).prediction).toBe(7);
    expect(replay(played([predict(5, 'k1'), predict(undefined, 'k2')])).prediction).toBeUndefined();
    expect(replay(played([])).prediction).toBeUndefined();
  });

  test('is stored once for its key, which serves nothing else', () => {
    const attempt = replay(played([predict(5, 'k1')]));
    expect(decide(asking, attempt, predict(5, 'k1'), LAST)).toEqual({ ok: true, value: [] });
    expect(decide(asking, attempt, predict(6, 'k1'), START)).toEqual({ ok: false, error: 'key-reused' });
    expect(decide(asking, attempt, save(1, ['a'], 'k1'), START)).toEqual({ ok: false, error: 'key-reused' });
  });

  test('is refused where nothing is asked, and when it comes too late', () => {
    expect(decide(frame, replay([started]), predict(5, 'k'), START)).toEqual({
      ok: false,
      error: 'no-prediction-asked',
    });
    expect(decide(asking, replay([started]), predict(5, 'k'), LAST)).toEqual({ ok: false, error: 'too-late' });
  });
});
