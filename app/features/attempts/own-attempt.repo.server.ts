import type { AttemptState } from '#app/domain/attempts/replay.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** An attempt without its paper: what lists are made of. */
export interface AttemptHead {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
  readonly grace: number;
  readonly state: AttemptState;
  readonly score: number | undefined;
  readonly maxScore: number;
  readonly isValid: boolean;
  readonly isSetAside: boolean;
}

/** The attempts of one person in a contest, practice too, newest first. */
export async function findOwnHeads(accountId: string, contestId: string): Promise<AttemptHead[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { accountId, contestId },
    orderBy: { startedAt: 'desc' },
    select: {
      id: true,
      roundId: true,
      number: true,
      accountId: true,
      unitId: true,
      startedAt: true,
      deadlineAt: true,
      graceMs: true,
      state: true,
      score: true,
      maxScore: true,
      isValid: true,
      isSetAside: true,
    },
  });
  return rows.map(({ startedAt, deadlineAt, graceMs, state, score, ...row }) => ({
    ...row,
    startedAt: startedAt.getTime(),
    deadlineAt: deadlineAt.getTime(),
    grace: graceMs,
    state: state as AttemptState,
    score: score ?? undefined,
  }));
}
