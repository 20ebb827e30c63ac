// What the application itself records is sound; and a mark, a key or a limit that changes is found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAttempt, type SatBy, type StoredOutcome } from '#app/domain/attempts/check-attempt.ts';
import { decide, type AttemptCommand, type AttemptFrame } from '#app/domain/attempts/decide.ts';
import { durationOf } from '#app/domain/attempts/duration.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import { deadlineOf, knownAt, type Adjustment } from '#app/domain/contests/timeline.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { scoreAttempt } from '#app/domain/scoring/score-attempt.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const START = 10 * MINUTE;
const GRACE = 30 * SECOND;
const form = {
  slots: [1, 2, 3].map((slot) => ({ slot, itemVersionId: `v${slot}`, optionOrder: ['b', 'a', 'd', 'c'] })),
};
const bodies = new Map(form.slots.map(({ itemVersionId }) => [itemVersionId, anItemBody()]));
const sitter = { accountId: 'an', unitId: 'xa' };

const rulesWith = (adjustments: readonly Adjustment[]): SatBy => ({
  timing: {
    opensAt: 0,
    closesAt: 60 * MINUTE,
    duration: 10 * MINUTE,
    window: 'personal',
    lateArrival: 'cut',
  },
  adjustments,
  marking: { right: 1, wrong: -1, blank: 0, partial: 'none' },
  mustAnswerAll: false,
  asksPrediction: true,
});

const acts = fc.array(
  fc.record({
    what: fc.constantFrom('save', 'save', 'save', 'predict', 'submit', 'extraTime', 'extension', 'pause', 'undo'),
    wait: fc.integer({ min: 1, max: 3 * MINUTE }),
    slot: fc.integer({ min: 1, max: 3 }),
    response: fc.subarray(['a', 'b', 'c', 'd']),
    age: fc.option(fc.integer({ min: 0, max: MINUTE }), { nil: undefined }),
  }),
  { maxLength: 14 },
);
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** Sits an attempt as the use cases do, while the organizers adjust its time, and ends it. */
function sat(list: Acts): { stored: StoredOutcome; steps: Step[]; rules: SatBy } {
  let now = START;
  let adjustments: Adjustment[] = [];
  const steps: Step[] = [{ kind: 'started', sequence: 1, receivedAt: START }];
  const rules = () => rulesWith(adjustments);
  const frame = (): AttemptFrame => ({
    form,
    startedAt: START,
    deadlineAt: deadlineOf({ timing: rules().timing, adjustments: knownAt(adjustments, now), now }, sitter, START),
    grace: GRACE,
    asksPrediction: true,
  });
  const act = (command: AttemptCommand): void => {
    const verdict = decide(frame(), replay(steps), command, now);
    if (verdict.ok) steps.push(...verdict.value);
  };
  for (const [index, { what, wait, slot, response, age }] of list.entries()) {
    now += wait;
    const base = { id: String(index), at: now, ms: wait };
    if (what === 'save') act({ kind: 'save', slot, response, key: `k${index}`, age });
    if (what === 'predict') act({ kind: 'predict', value: index, key: `k${index}`, age });
    if (what === 'submit') act({ kind: 'submit' });
    if (what === 'extraTime') adjustments.push({ ...base, kind: 'extraTime', accountId: 'an' });
    if (what === 'extension') adjustments.push({ ...base, kind: 'extension' });
    if (what === 'pause') adjustments.push({ ...base, kind: 'pause', ms: 0, startsAt: now, endsAt: now + wait });
    if (what === 'undo') {
      adjustments = adjustments.map((each, at) =>
        at === 0 && each.undoneAt === undefined ? { ...each, undoneAt: now } : each,
      );
    }
  }
  now = Math.max(now, frame().deadlineAt + GRACE) + MINUTE;
  act({ kind: 'expire' });
  const { state, finishedAt = 0, prediction, late, saved } = replay(steps);
  const responses = new Map([...saved].map(([slot, { response }]) => [slot, response]));
  const { marking } = rules();
  const result = scoreAttempt(form, bodies, responses, marking, {
    mustAnswerAll: false,
    asksPrediction: true,
    prediction,
  });
  const duration = durationOf({ timing: rules().timing, adjustments, now }, START, finishedAt);
  const stored = {
    ...sitter,
    form,
    startedAt: START,
    grace: GRACE,
    state,
    finishedAt,
    duration,
    prediction,
    late,
    ...result,
  };
  return { stored, steps, rules: rules() };
}

test('whatever is recorded by the rules of its instant is sound when it is looked at later', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const { stored, steps, rules } = sat(list);
      expect(checkAttempt(stored, steps, rules, bodies)).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

test('a submission in the grace is sound where extra time was given between its deadline and its arrival', () => {
  const act = { slot: 1, response: [], age: undefined };
  const given = { ...act, what: 'extraTime' as const, wait: 10 * MINUTE + SECOND };
  const { stored, steps, rules } = sat([given, { ...act, what: 'submit', wait: 10 * MINUTE + 2 * SECOND }]);
  expect(stored.state).toBe('submitted');
  expect(checkAttempt(stored, steps, rules, bodies)).toEqual([]);
});

test('another key, another scheme and a question that is gone are found', () => {
  const save = { what: 'save' as const, wait: SECOND, slot: 2, response: ['a'], age: 0 };
  const { stored, steps, rules } = sat([save]);
  const otherKey = new Map(bodies).set('v2', anItemBody({ key: ['b'] }));
  expect(checkAttempt(stored, steps, rules, otherKey).map(({ what, slot }) => [what, slot])).toEqual([
    ['score', undefined],
    ['outcome.fraction', 2],
    ['outcome.mark', 2],
  ]);
  const marking = { ...rules.marking, right: 2 };
  expect(checkAttempt(stored, steps, { ...rules, marking }, bodies).map(({ what }) => what)).toEqual([
    'score',
    'maxScore',
    'outcome.mark',
  ]);
  const without = new Map([...bodies].filter(([id]) => id !== 'v3'));
  expect(checkAttempt(stored, steps, rules, without)).toEqual([
    { what: 'item version', slot: 3, stored: 'v3', derived: 'none' },
  ]);
});

test('a step that was not allowed at its instant is found, whichever limit it breaks', () => {
  const { stored, steps, rules } = sat([]);
  const deadline = START + 10 * MINUTE;
  const end = steps.at(-1)!;
  const withStep = (given: { receivedAt: number; chosenAt: number; isLate: boolean }): string[] => {
    const said: Step = { kind: 'responseSaved', sequence: 2, slot: 1, response: ['a'], key: 'k', ...given };
    const history = [steps[0]!, said, { ...end, sequence: 3 }];
    const result = scoreAttempt(form, bodies, new Map([[1, ['a']]]), rules.marking, {
      mustAnswerAll: false,
      asksPrediction: true,
      prediction: undefined,
    });
    const late = Number(given.isLate);
    return checkAttempt({ ...stored, ...result, late }, history, rules, bodies).map(({ what }) => what);
  };
  const before = { receivedAt: deadline - 1, chosenAt: deadline - 1, isLate: false };
  expect(withStep(before)).toEqual([]);
  expect(withStep({ ...before, isLate: true })).toEqual(['isLate']);
  expect(withStep({ receivedAt: deadline + GRACE - 1, chosenAt: deadline - 1, isLate: true })).toEqual([]);
  expect(withStep({ receivedAt: deadline + GRACE, chosenAt: deadline - 1, isLate: true })).toEqual(['in time']);
  expect(withStep({ receivedAt: deadline, chosenAt: deadline, isLate: true })).toEqual(['in time']);
  expect(withStep({ receivedAt: deadline, chosenAt: deadline - 1, isLate: false })).toEqual(['isLate']);
});
