import type { AttemptFrame } from '#app/domain/attempts/decide.ts';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { deadlineOf, type RoundClock } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getClock } from '#app/features/contests/index.server.ts';
import type { StoredAttempt } from './attempt.repo.server.ts';

/** An attempt's frame with what it was made from. */
export interface FramedAttempt {
  readonly frame: AttemptFrame;
  readonly contest: Contest;
  readonly round: Round;
  readonly clock: RoundClock;
}

/**
 * The frame of an attempt as it stands now: its deadline is derived from the round and from what the organizers adjusted, at
 * every act, so that an adjustment is effective at once. What is stored is only a hint for the sweeper.
 * @param isExact see getClock(): for the end of an attempt
 */
export async function frameOf(
  attempt: Pick<StoredAttempt, 'id' | 'roundId' | 'accountId' | 'unitId' | 'form' | 'startedAt' | 'grace'>,
  now: Instant,
  { isExact = false }: { isExact?: boolean } = {},
): Promise<FramedAttempt> {
  const found = await getClock(attempt.roundId, now, { isExact });
  if (!found) throw new Error(`the round of attempt ${attempt.id} is gone`);
  const { contest, round, adjustments } = found;
  const clock: RoundClock = { timing: round, adjustments, now };
  return {
    contest,
    round,
    clock,
    frame: {
      form: attempt.form,
      startedAt: attempt.startedAt,
      deadlineAt: deadlineOf(clock, attempt, attempt.startedAt),
      grace: attempt.grace,
      asksPrediction: asksPrediction(contest, round),
    },
  };
}

/** Whether attempts of this round have a prediction question. */
export const asksPrediction = (contest: Contest, round: Round): boolean =>
  contest.rules.prediction !== undefined && round.kind === 'contest';
