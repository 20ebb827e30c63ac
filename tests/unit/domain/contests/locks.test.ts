import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contest, ContestRules, Round } from '#app/domain/contests/contest.ts';
import { isSameData, lockedChanges, type ContestPast } from '#app/domain/contests/locks.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { contestRules } from '#tests/support/factories.ts';

const round = (number: number, given: Partial<Round> = {}): Round => ({
  id: `r${number}`,
  contestId: 'c',
  number,
  title: `Vòng ${number}`,
  kind: 'contest',
  opensAt: number * DAY,
  closesAt: number * DAY + 8 * HOUR,
  duration: 10 * MINUTE,
  window: 'personal',
  lateArrival: 'cut',
  blueprint: { sections: [{ title: 'Chung', quotas: [{ count: 5 }] }] },
  lotCommitment: '',
  ...given,
});

const contest = (rounds: Round[], rules: Partial<ContestRules> = {}): Contest => ({
  id: 'c',
  slug: 'c',
  title: 'Cuộc thi',
  rules: contestRules(rules),
  rounds,
});

const past = (attempts: [number, number][], given: Partial<ContestPast> = {}): ContestPast => ({
  attempts: new Map(attempts),
  adjusted: new Set(),
  isSettled: false,
  ...given,
});

const marks = { right: 2, wrong: 0, blank: 0, partial: 'none' } as const;

describe('lockedChanges', () => {
  test('refuses nothing that is as it was, whatever has happened', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 4 }), fc.boolean(), fc.nat(10), (counts, isSettled, day) => {
        const rounds = counts.map((_, index) => round(index + 1, isSettled ? { settledAt: day } : {}));
        const same = contest(rounds);
        const happened = past(
          counts.map((count, index) => [index + 1, count]),
          { isSettled },
        );
        expect(lockedChanges(same, structuredClone(same), happened, day * DAY)).toEqual([]);
      }),
    );
  });

  test('refuses nothing at all before anybody has sat and before anything has opened', () => {
    const after = contest([round(7, { kind: 'practice', duration: MINUTE })], { marking: marks, ranking: ['lot'] });
    expect(lockedChanges(contest([round(1), round(2)]), after, past([]), 0)).toEqual([]);
  });

  test('lets practice lock what marks, and only contest rounds what ranks', () => {
    const before = contest([round(1, { kind: 'practice' }), round(2)]);
    const after = contest([round(1, { kind: 'practice' }), round(2)], { marking: marks, ranking: ['score', 'lot'] });
    const rulesOf = (happened: ContestPast): string[] =>
      lockedChanges(before, after, happened, 0).flatMap((change) => (change.of === 'rule' ? change.rule : []));
    expect(rulesOf(past([[1, 1]]))).toEqual(['marking']);
    expect(rulesOf(past([[2, 1]]))).toEqual(['marking', 'ranking']);
  });

  test('lets a close and the end of entry be put off while the round runs, never brought forward, never once it is over', () => {
    const before = contest([round(1, { entryFor: HOUR })]);
    const locked = (change: Partial<Round>, now: number): string[] =>
      lockedChanges(before, contest([round(1, { entryFor: HOUR, ...change })]), past([[1, 1]]), now).flatMap((each) =>
        each.of === 'round' ? each.part : [],
      );
    const close = before.rounds[0]?.closesAt ?? 0;
    expect(locked({ closesAt: close + 1 }, close - 1)).toEqual([]);
    expect(locked({ entryFor: undefined }, close - 1)).toEqual([]);
    expect(locked({ closesAt: close - 1, entryFor: HOUR - 1 }, close - 1)).toEqual(['closing', 'entry']);
    expect(locked({ closesAt: close + 1, entryFor: undefined }, close)).toEqual(['closing', 'entry']);
  });

  test('keeps a round with final results, and adds no contest round once the whole is final', () => {
    const before = contest([round(1, { settledAt: 5 * DAY })]);
    const final = past([[1, 3]], { isSettled: true });
    const later = contest([round(1, { closesAt: 3 * DAY }), round(2), round(3, { kind: 'practice' })]);
    expect(lockedChanges(before, later, final, 6 * DAY)).toEqual([
      { of: 'round', part: 'all', round: 1, title: 'Vòng 1' },
      { of: 'addition', round: 2, title: 'Vòng 2' },
    ]);
    const renamed = contest([round(1, { title: 'Chung kết', settledAt: 5 * DAY })]);
    expect(lockedChanges(before, renamed, final, 6 * DAY)).toEqual([]);
  });
});

test('equal data are equal whatever the order of keys, and undefined is the same as missing', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(isSameData(value, { ...turned, nothing: undefined })).toBe(true);
      expect(isSameData(value, { ...turned, something: 1, ...('something' in value ? { other: 2 } : {}) })).toBe(
        'something' in value && value['something'] === 1 && 'other' in value,
      );
    }),
  );
  expect(isSameData([1, 2], [2, 1])).toBe(false);
  expect(isSameData([], {})).toBe(false);
});
