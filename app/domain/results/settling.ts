import type { Prediction, RoundKind } from '../contests/contest.ts';

/** A round, as far as settling looks at it. */
export interface RoundToSettle {
  readonly id: string;
  readonly kind: RoundKind;
  readonly isSettled: boolean;
  /** Whether its figures are frozen already: then it is being settled, and goes on to be. */
  readonly isFrozen: boolean;
  /** Whether nothing of it can change any more: its time is over, nobody sits it, and every attempt is ranked. */
  readonly isOver: boolean;
}

export interface SettlingPlan {
  /** The rounds to settle now. */
  readonly roundIds: readonly string[];
  /** Whether the contest as a whole is to be settled now, after them. */
  readonly hasContest: boolean;
}

/**
 * What can be settled now. A round settles once nothing of it can change; where the prediction is judged over the whole
 * contest, only together with it. The contest settles with its last round. Practice is never settled.
 */
export function planSettling(
  rounds: readonly RoundToSettle[],
  prediction: Pick<Prediction, 'scope'> | undefined,
  isContestSettled: boolean,
): SettlingPlan {
  const counted = rounds.filter((round) => round.kind === 'contest');
  const isReady = (round: RoundToSettle): boolean => round.isFrozen || round.isOver;
  const areAllReady = counted.length > 0 && counted.every((round) => round.isSettled || isReady(round));
  const waitsForAll = prediction?.scope === 'contest' && !areAllReady;
  const due = waitsForAll ? [] : counted.filter((round) => !round.isSettled && isReady(round));
  return { roundIds: due.map(({ id }) => id), hasContest: areAllReady && !isContestSettled };
}
