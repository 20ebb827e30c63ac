import type { Instant } from '#app/domain/kernel/time.ts';
import { addFigures, NO_FIGURES, type ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import { countPeopleByUnit, type ContestNow } from '#app/features/contests/index.server.ts';
import { sumScoresByUnit } from '#app/features/results/index.server.ts';
import { listUnits, type UnitRow } from '#app/features/units/index.server.ts';

/** Figures of every unit for one contest, as of one instant. */
export interface ParticipationSnapshot {
  readonly asOf: Instant;
  readonly units: readonly UnitRow[];
  /** By unit: its own figures and those of everything below it. */
  readonly totals: ReadonlyMap<string, ParticipationFigures>;
  /** By unit: its own figures alone. */
  readonly own: ReadonlyMap<string, ParticipationFigures>;
}

const FRESH_MS = 5_000;
const snapshots = new Map<string, { asOf: Instant; snapshot: Promise<ParticipationSnapshot> }>();

/**
 * The figures of a contest, at most five seconds old: however many people look at boards, the database is asked once in that
 * time, so that looking costs those who sit the contest nothing.
 */
export async function getParticipation({ contest, round }: ContestNow, now: Instant): Promise<ParticipationSnapshot> {
  const known = snapshots.get(round.id);
  if (known && now - known.asOf < FRESH_MS && now >= known.asOf) return known.snapshot;
  const snapshot = takeSnapshot(contest.id, round.id, now);
  snapshots.set(round.id, { asOf: now, snapshot });
  // why: a snapshot that failed must not be shown for five seconds.
  snapshot.catch(() => snapshots.delete(round.id));
  return snapshot;
}

async function takeSnapshot(contestId: string, roundId: string, now: Instant): Promise<ParticipationSnapshot> {
  const [units, people, scores] = await Promise.all([
    listUnits(now),
    countPeopleByUnit(contestId),
    sumScoresByUnit(roundId),
  ]);
  const own = new Map(
    units.map((unit): [string, ParticipationFigures] => {
      const { finished = 0, scoreSum = 0 } = scores.get(unit.id) ?? {};
      return [unit.id, { headcount: unit.headcount, people: people.get(unit.id) ?? 0, finished, scoreSum }];
    }),
  );
  return { asOf: now, units, own, totals: rollUp(units, own, NO_FIGURES, addFigures) };
}
