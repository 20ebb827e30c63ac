import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '#app/domain/kernel/time.ts';
import { boardScopes, scopeOf } from '#app/domain/results/board-scope.ts';
import { boardState } from '#app/domain/results/board-state.ts';
import { scoresShown } from '#app/domain/results/scores-shown.ts';

const WINDOW = { opensAt: 100 * HOUR, closesAt: 200 * HOUR };

describe('the state of a board', () => {
  const kindAt = (boards: 'live' | 'frozen' | 'after-close' | 'own-row', now: number, settledAt?: number) =>
    boardState({ boards, frozenFor: HOUR }, WINDOW, settledAt, now).kind;

  test.each([
    ['live', ['upcoming', 'live', 'live', 'live', 'closed']],
    ['frozen', ['upcoming', 'willFreeze', 'willFreeze', 'frozen', 'closed']],
    ['after-close', ['upcoming', 'hidden', 'hidden', 'hidden', 'closed']],
    ['own-row', ['ownRow', 'ownRow', 'ownRow', 'ownRow', 'ownRow']],
  ] as const)('%s boards, just before and at each border', (boards, kinds) => {
    const { opensAt, closesAt } = WINDOW;
    const borders = [opensAt - 1, opensAt, closesAt - HOUR - 1, closesAt - HOUR, closesAt];
    expect(borders.map((now) => kindAt(boards, now))).toEqual(kinds);
  });

  test('is final only with frozen figures', () => {
    expect(kindAt('live', WINDOW.closesAt + 1)).toBe('closed');
    expect(kindAt('live', WINDOW.closesAt + 2, WINDOW.closesAt + 1)).toBe('final');
  });

  test('scores of units never show more than the board of persons does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('live', 'frozen', 'after-close', 'own-row'),
        fc.integer({ min: 0, max: 300 * HOUR }),
        (boards, now) => {
          const shown = scoresShown({ boards, frozenFor: HOUR }, WINDOW, now);
          const kind = kindAt(boards, now);
          if (kind === 'hidden') expect(shown).toBe('held');
          if (kind === 'frozen') expect(shown).toBe('frozen');
          if (kind === 'ownRow' && now < WINDOW.closesAt) expect(shown).toBe('held');
          if (kind === 'closed') expect(shown).toBe('now');
        },
      ),
    );
  });
});

describe('the scopes of boards', () => {
  const round = (number: number, phase: 'upcoming' | 'open' | 'closed', kind: 'contest' | 'practice' = 'contest') => ({
    round: { id: `vong-${number}`, number, title: `Vòng ${number}`, kind },
    window: { opensAt: number * HOUR, entryEndsAt: (number + 1) * HOUR, closesAt: (number + 1) * HOUR },
    phase,
  });
  const chosen = (rounds: readonly ReturnType<typeof round>[], key: string | null = null, hasAll = true) =>
    scopeOf(boardScopes('cuoc-thi', rounds, hasAll), key)?.key;

  test('leave practice out', () => {
    const rounds = [round(1, 'closed', 'practice'), round(2, 'open'), round(3, 'upcoming')];
    expect(boardScopes('cuoc-thi', rounds, true).map(({ key, id }) => [key, id])).toEqual([
      ['2', 'vong-2'],
      ['3', 'vong-3'],
      ['all', 'cuoc-thi'],
    ]);
    expect(chosen([round(1, 'open', 'practice')])).toBeUndefined();
  });

  test('one round is the whole contest', () => {
    expect(boardScopes('cuoc-thi', [round(1, 'open')], true).map(({ key }) => key)).toEqual(['1']);
  });

  test('people look for the round under way, then for the whole, then for the last that was', () => {
    expect(chosen([round(1, 'closed'), round(2, 'open')])).toBe('2');
    expect(chosen([round(1, 'closed'), round(2, 'upcoming')])).toBe('all');
    expect(chosen([round(1, 'closed'), round(2, 'upcoming')], null, false)).toBe('1');
    expect(chosen([round(1, 'upcoming'), round(2, 'upcoming')])).toBe('1');
    expect(chosen([round(1, 'closed'), round(2, 'open')], '1')).toBe('1');
    expect(chosen([round(1, 'closed'), round(2, 'open')], 'khong-co')).toBe('2');
  });

  test('the whole is open from the first opening to the last close', () => {
    const all = boardScopes('cuoc-thi', [round(1, 'closed'), round(2, 'upcoming')], true).at(-1);
    expect(all).toMatchObject({ phase: 'open', opensAt: HOUR, closesAt: 3 * HOUR });
    expect(boardScopes('c', [round(1, 'closed'), round(2, 'closed')], true).at(-1)?.phase).toBe('closed');
  });
});
