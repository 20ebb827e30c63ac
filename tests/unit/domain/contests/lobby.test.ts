import { describe, expect, it } from 'vitest';
import { firstStep, startsAgainAt, type LobbyRound, type OwnAttempt } from '#app/domain/contests/lobby.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { OPENING } from '#tests/support/clock.ts';

const UNLIMITED = { left: undefined, limit: undefined, nextAt: undefined };
const used = (per: 'round' | 'day' | 'contest', nextAt?: number) => ({ left: 0, limit: { count: 1, per }, nextAt });

const aRound = (given: Partial<LobbyRound> = {}): LobbyRound => ({
  id: 'vong-1',
  title: 'Vòng 1',
  kind: 'contest',
  phase: 'open',
  opensAt: OPENING,
  entryEndsAt: OPENING + DAY,
  closesAt: OPENING + DAY,
  questions: 10,
  duration: 10 * MINUTE,
  isFixed: false,
  endsIfStartedNow: undefined,
  own: [],
  attempts: 0,
  left: UNLIMITED,
  ...given,
});

const anAttempt = (given: Partial<OwnAttempt> = {}): OwnAttempt => ({
  id: 'luot-1',
  number: 1,
  isRunning: false,
  deadlineAt: OPENING + HOUR,
  isSetAside: false,
  score: 8,
  maxScore: 10,
  isValid: true,
  ...given,
});

/** "start vong-2": what is to be done and in which round. */
function stepOf(rounds: readonly LobbyRound[], refusal?: 'too-young'): string {
  const step = firstStep(rounds, refusal);
  return 'round' in step ? `${step.kind} ${step.round.id}` : step.kind;
}

const ROUND_2 = {
  id: 'vong-2',
  opensAt: OPENING + 7 * DAY,
  entryEndsAt: OPENING + 8 * DAY,
  closesAt: OPENING + 8 * DAY,
};

describe('the first thing to do', () => {
  it.each([
    ['upcoming', 'wait vong-1'],
    ['open', 'start vong-1'],
    ['paused', 'paused vong-1'],
    ['entryOver', 'entryOver vong-1'],
    ['closed', 'closed'],
  ] as const)('in a contest of one round that is %s is: %s', (phase, expected) => {
    expect(stepOf([aRound({ phase })])).toBe(expected);
  });

  it('is to go on with what runs, in whatever phase, and whatever else is open or refused', () => {
    const running = { own: [anAttempt({ isRunning: true })], attempts: 1, left: used('round') };
    for (const phase of ['open', 'paused', 'entryOver', 'closed'] as const) {
      const rounds = [aRound({ ...ROUND_2 }), aRound({ phase, ...running })];
      expect(stepOf(rounds)).toBe('resume vong-1');
      expect(stepOf(rounds, 'too-young')).toBe('resume vong-1');
    }
  });

  it('is to learn why one may not enter, as long as there is anything to enter', () => {
    for (const phase of ['upcoming', 'open', 'paused', 'entryOver'] as const) {
      expect(stepOf([aRound({ phase })], 'too-young')).toBe('refused');
    }
    expect(stepOf([aRound({ phase: 'closed' })], 'too-young')).toBe('closed');
  });

  it('is to start where an attempt is left, in the round that opened first', () => {
    expect(stepOf([aRound(ROUND_2), aRound()])).toBe('start vong-1');
    expect(stepOf([aRound({ left: used('round') }), aRound(ROUND_2)])).toBe('start vong-2');
  });

  it('is to be told that none is left, and not to wait for a round in which none would be left either', () => {
    expect(stepOf([aRound({ left: used('round') })])).toBe('noneLeft vong-1');
    expect(stepOf([aRound({ left: used('round') }), aRound({ ...ROUND_2, phase: 'upcoming' })])).toBe(
      'noneLeft vong-1',
    );
    const all = { left: used('contest'), attempts: 1, own: [anAttempt()] };
    const rounds = [
      aRound({ ...all, phase: 'closed' }),
      aRound({ ...ROUND_2, phase: 'upcoming', left: used('contest') }),
    ];
    expect(stepOf(rounds)).toBe('noneLeft vong-2');
    expect(stepOf([aRound({ ...all, phase: 'entryOver' })])).toBe('noneLeft vong-1');
  });

  it('between two rounds is to wait for the next', () => {
    expect(stepOf([aRound({ phase: 'closed' }), aRound({ ...ROUND_2, phase: 'upcoming' })])).toBe('wait vong-2');
    expect(stepOf([aRound({ phase: 'entryOver' }), aRound({ ...ROUND_2, phase: 'upcoming' })])).toBe('wait vong-2');
  });
});

describe('starting again', () => {
  const entryEndsAt = OPENING + DAY;

  it('is possible when the limit begins anew before the end of entry', () => {
    expect(startsAgainAt({ left: used('day', OPENING + HOUR), entryEndsAt })).toBe(OPENING + HOUR);
    expect(startsAgainAt({ left: used('day', entryEndsAt - 1), entryEndsAt })).toBe(entryEndsAt - 1);
  });

  it('is never possible at the end of entry or later, without an end of the limit, or while attempts are left', () => {
    expect(startsAgainAt({ left: used('day', entryEndsAt), entryEndsAt })).toBeUndefined();
    expect(startsAgainAt({ left: used('round'), entryEndsAt })).toBeUndefined();
    expect(startsAgainAt({ left: { ...used('day', OPENING + HOUR), left: 1 }, entryEndsAt })).toBeUndefined();
    expect(startsAgainAt({ left: UNLIMITED, entryEndsAt })).toBeUndefined();
  });
});
