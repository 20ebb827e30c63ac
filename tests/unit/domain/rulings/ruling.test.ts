import { expect, test } from 'vitest';
import { checkRuling, isSetAsideBy, type RuledAttempt } from '#app/domain/rulings/ruling.ts';

const attempt = (given: Partial<RuledAttempt> = {}): RuledAttempt => ({
  accountId: 'an',
  isFinished: true,
  isPractice: false,
  isSetAside: false,
  ...given,
});

test('nobody rules on an attempt of their own, on practice, on what runs, or without changing something', () => {
  expect(checkRuling(attempt(), 'setAside', 'binh').ok).toBe(true);
  expect(checkRuling(attempt(), 'setAside', 'an')).toEqual({ ok: false, error: 'attempt-own' });
  expect(checkRuling(attempt({ isPractice: true }), 'setAside', 'binh')).toEqual({
    ok: false,
    error: 'practice-round',
  });
  expect(checkRuling(attempt({ isFinished: false }), 'setAside', 'binh')).toEqual({
    ok: false,
    error: 'attempt-not-over',
  });
  expect(checkRuling(attempt({ isSetAside: true }), 'setAside', 'binh')).toEqual({
    ok: false,
    error: 'already-set-aside',
  });
  expect(checkRuling(attempt(), 'restored', 'binh')).toEqual({ ok: false, error: 'not-set-aside' });
});

test('the last ruling holds, as of an instant the last one up to then', () => {
  const rulings = [
    { kind: 'setAside', cause: 'signal', at: 10 },
    { kind: 'restored', cause: 'other', at: 20 },
  ] as const;
  expect(isSetAsideBy([])).toBe(false);
  expect(isSetAsideBy(rulings)).toBe(false);
  expect(isSetAsideBy(rulings, 9)).toBe(false);
  expect(isSetAsideBy(rulings, 10)).toBe(true);
  expect(isSetAsideBy(rulings, 20)).toBe(false);
});
