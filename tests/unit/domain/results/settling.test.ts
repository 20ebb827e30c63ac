import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSettling, type RoundToSettle } from '#app/domain/results/settling.ts';

const round = (id: string, given: Partial<RoundToSettle> = {}): RoundToSettle => ({
  id,
  kind: 'contest',
  isSettled: false,
  isFrozen: false,
  isOver: false,
  ...given,
});

describe('what can be settled', () => {
  test('each round that is over, and the contest with the last of them', () => {
    const [over, open] = [round('1', { isOver: true }), round('2')];
    expect(planSettling([over, open], undefined, false)).toEqual({ roundIds: ['1'], hasContest: false });
    const last = planSettling([round('1', { isSettled: true }), round('2', { isOver: true })], undefined, false);
    expect(last).toEqual({ roundIds: ['2'], hasContest: true });
    expect(planSettling([round('1', { isSettled: true })], undefined, true)).toEqual({
      roundIds: [],
      hasContest: false,
    });
  });

  test('where the prediction is over the whole contest, no round before the last is over', () => {
    const rounds = [round('1', { isOver: true }), round('2')];
    expect(planSettling(rounds, { scope: 'contest' }, false).roundIds).toEqual([]);
    expect(planSettling(rounds, { scope: 'round' }, false).roundIds).toEqual(['1']);
    const over = [round('1', { isOver: true }), round('2', { isOver: true })];
    expect(planSettling(over, { scope: 'contest' }, false)).toEqual({ roundIds: ['1', '2'], hasContest: true });
  });

  test('a round whose figures are frozen goes on to be settled, whatever its time says now', () => {
    expect(planSettling([round('1', { isFrozen: true })], undefined, false).roundIds).toEqual(['1']);
  });

  test('never practice, nor a contest of practice alone', () => {
    const practice = round('0', { kind: 'practice', isOver: true });
    expect(planSettling([practice], undefined, false)).toEqual({ roundIds: [], hasContest: false });
    expect(planSettling([practice, round('1', { isOver: true })], undefined, false)).toEqual({
      roundIds: ['1'],
      hasContest: true,
    });
  });

  test('the contest is never settled while one of its rounds is open', () => {
    const rounds = fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom('contest' as const, 'practice' as const),
        isSettled: fc.boolean(),
        isFrozen: fc.constant(false),
        isOver: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(rounds, fc.constantFrom(undefined, 'round' as const, 'contest' as const), (given, scope) => {
        const plan = planSettling(given, scope && { scope }, false);
        const open = given.filter((each) => each.kind === 'contest' && !each.isSettled && !each.isOver);
        if (open.length > 0) expect(plan.hasContest).toBe(false);
        for (const id of plan.roundIds) expect(given.find((each) => each.id === id)).toMatchObject({ isOver: true });
      }),
    );
  });
});
