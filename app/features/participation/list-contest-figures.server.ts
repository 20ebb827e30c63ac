import type { Instant } from '#app/domain/kernel/time.ts';
import { addFigures, NO_FIGURES, participationRate } from '#app/domain/results/participation-rate.ts';
import { countRunning } from '#app/features/attempts/index.server.ts';
import { listContests, type ContestNow } from '#app/features/contests/index.server.ts';
import { figureScopes, getParticipation } from './get-participation.server.ts';

/** A contest in the organizer's list. */
export interface ContestFigures {
  readonly contestNow: ContestNow;
  readonly people: number;
  readonly headcount: number;
  readonly rate: number | undefined;
  /** Attempts of contest rounds; practice leaves no trace in figures. */
  readonly attempts: number;
  /** Attempts that nobody has finished yet. */
  readonly running: number;
}

/** All contests with the figures that an organizer asks for first. */
export async function listContestFigures(now: Instant): Promise<ContestFigures[]> {
  return Promise.all(
    (await listContests(now)).map(async (contestNow) => {
      const whole = figureScopes(contestNow).at(-1);
      const [snapshot, running] = await Promise.all([
        getParticipation(contestNow, whole, { audience: 'organizers', now }),
        countRunning(contestNow.contest.id),
      ]);
      const figures = [...snapshot.own.values()].reduce(addFigures, NO_FIGURES);
      const { people, headcount, attempts } = figures;
      return { contestNow, people, headcount, rate: participationRate(figures), attempts, running };
    }),
  );
}
