/** A contest that a person has entered, as far as a change of unit is concerned. */
export interface EnteredContest {
  readonly contestId: string;
  /** The unit that the entry carries. */
  readonly unitId: string;
  /** Its results are official. */
  readonly isSettled: boolean;
  /** An attempt is under way. */
  readonly isRunning: boolean;
  /** Whether the contest is also for people of the new unit. */
  readonly invitesNew: boolean;
  /** One of the two units was given extra time in a round that the person sat, and the other was not. */
  readonly hasOwnTime: boolean;
}

/** Why an entry and its attempts stay with the unit that they carry. */
export type StayReason = 'official' | 'not-invited' | 'extra-time' | 'other-unit';

/** What a change of unit does to the contests that a person has entered. */
export interface MovePlan {
  readonly moves: readonly string[];
  readonly stays: readonly { readonly contestId: string; readonly why: StayReason }[];
  /** An attempt of a contest that moves is under way: it has to end first. */
  readonly isRunning: boolean;
}

/** A contest goes to the new unit as a whole, entry and attempts, or stays as a whole: so the two never differ. */
export function planMove(entered: readonly EnteredContest[], fromUnitId: string): MovePlan {
  const reasons = entered.map((contest) => ({ contest, why: stayReason(contest, fromUnitId) }));
  const moving = reasons.filter(({ why }) => why === undefined).map(({ contest }) => contest);
  return {
    moves: moving.map(({ contestId }) => contestId),
    stays: reasons.flatMap(({ contest, why }) => (why === undefined ? [] : [{ contestId: contest.contestId, why }])),
    isRunning: moving.some(({ isRunning }) => isRunning),
  };
}

function stayReason(contest: EnteredContest, fromUnitId: string): StayReason | undefined {
  if (contest.unitId !== fromUnitId) return 'other-unit';
  if (contest.isSettled) return 'official';
  if (!contest.invitesNew) return 'not-invited';
  return contest.hasOwnTime ? 'extra-time' : undefined;
}
