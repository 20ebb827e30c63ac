import type { Step } from '#app/domain/attempts/step.ts';
import type { Outcome } from '#app/domain/scoring/score-attempt.ts';
import { database } from '#app/platform/db/client.server.ts';
import { attemptOf, stepOf, type StoredAttempt } from './attempt.repo.server.ts';

/** An attempt with everything that is kept of it. */
export interface History {
  readonly attempt: StoredAttempt;
  /** Whether the standings know it. */
  readonly isRanked: boolean;
  readonly steps: readonly Step[];
  readonly outcomes: readonly Outcome[];
}

/** Everything that is kept of the attempts of some people in a contest, for looking back. */
export async function findHistories(contestId: string, accountIds: readonly string[]): Promise<History[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { contestId, accountId: { in: [...accountIds] } },
    include: { steps: { orderBy: { sequence: 'asc' } }, outcomes: { orderBy: { slot: 'asc' } } },
    orderBy: [{ accountId: 'asc' }, { roundId: 'asc' }, { number: 'asc' }],
  });
  return rows.map(({ steps, outcomes, ...row }) => ({
    attempt: attemptOf(row),
    isRanked: row.isRanked,
    steps: steps.map(stepOf),
    outcomes: outcomes.map(({ slot, itemVersionId, answered, fraction, mark }) => ({
      slot,
      itemVersionId,
      answered,
      fraction,
      mark,
    })),
  }));
}

/** How many attempts a contest has, whatever their state. */
export const countHistories = async (contestId: string): Promise<number> =>
  (await database()).attempt.count({ where: { contestId } });
