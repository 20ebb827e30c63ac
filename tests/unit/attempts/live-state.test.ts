// What the sheet says when the organizers change the time.
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { hear, type LiveState } from '#app/features/attempts/device/live-state.ts';
import type { StateHeard } from '#app/features/attempts/device/watch-sheet.ts';
import { DEADLINE, START } from '#tests/support/device.ts';

const live: LiveState = {
  state: 'inProgress',
  deadlineAt: DEADLINE,
  leftInPause: undefined,
  notices: [],
  isSignedIn: true,
  change: undefined,
};

const heard = (given: Partial<StateHeard> = {}): StateHeard => ({
  now: START + MINUTE,
  state: 'inProgress',
  deadlineAt: DEADLINE,
  pausedSince: null,
  sequence: 1,
  leads: true,
  notices: [],
  isSignedIn: true,
  ...given,
});

describe('a change of the time', () => {
  test.each([
    ['ten minutes more', DEADLINE + 10 * MINUTE, { kind: 'more', by: 10 * MINUTE, endsAt: DEADLINE + 10 * MINUTE }],
    ['taken back', DEADLINE - 2 * MINUTE, { kind: 'less', by: 2 * MINUTE, endsAt: DEADLINE - 2 * MINUTE }],
    ['nothing', DEADLINE, undefined],
    ['less than a second', DEADLINE + 999, undefined],
  ])('%s', (_, deadlineAt, change) => {
    expect(hear(live, heard({ deadlineAt }))).toMatchObject({ deadlineAt, change });
  });

  test('is said until the next one, not only once', () => {
    const more = hear(live, heard({ deadlineAt: DEADLINE + MINUTE }));
    expect(hear(more, heard({ deadlineAt: DEADLINE + MINUTE })).change).toEqual(more.change);
  });
});

describe('a pause', () => {
  const left = DEADLINE - (START + MINUTE);
  const paused = hear(live, heard({ pausedSince: START + MINUTE }));

  test('makes what is left stand still while the deadline moves on', () => {
    expect(paused).toMatchObject({ leftInPause: left, change: undefined });
    const later = hear(
      paused,
      heard({ now: START + 3 * MINUTE, deadlineAt: DEADLINE + 2 * MINUTE, pausedSince: START }),
    );
    expect(later).toMatchObject({ leftInPause: left, change: undefined });
  });

  test('ends with a sentence of its own, not with one about minutes that were added', () => {
    const resumed = hear(paused, heard({ now: START + 3 * MINUTE, deadlineAt: DEADLINE + 2 * MINUTE }));
    expect(resumed).toMatchObject({
      leftInPause: undefined,
      change: { kind: 'resumed', endsAt: DEADLINE + 2 * MINUTE },
    });
  });

  test('tells of extra time that is given while it lasts', () => {
    const more = hear(
      paused,
      heard({ now: START + 2 * MINUTE, deadlineAt: DEADLINE + 6 * MINUTE, pausedSince: START }),
    );
    expect(more).toMatchObject({ leftInPause: left + 5 * MINUTE, change: { kind: 'more', by: 5 * MINUTE } });
  });

  test('is not taken for one when the clock merely goes on', () => {
    expect(hear(live, heard({ now: DEADLINE - SECOND })).leftInPause).toBeUndefined();
  });
});
