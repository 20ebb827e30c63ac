import type { Instant } from '#app/domain/kernel/time.ts';
import { boardScopes, type BoardScope } from '#app/domain/results/board-scope.ts';
import { addFigures, NO_FIGURES, type ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import { scoresShown } from '#app/domain/results/scores-shown.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import { countPeopleByUnit, type ContestNow } from '#app/features/contests/index.server.ts';
import { sumScoresByUnit } from '#app/features/results/index.server.ts';
import { listUnits, type UnitRow } from '#app/features/units/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { countPeopleOfRound } from './people.repo.server.ts';

/** For whom figures are: organizers see scores at any time, everybody else when the board of persons shows them. */
export type Audience = 'everybody' | 'organizers';

/** Scores of now, as of the freeze, held back until the close, or never summed up, as over rounds that stand alone. */
export type ScoreSource = 'now' | 'frozen' | 'held' | 'unkept';

/** Whether figures that come from scores are there. */
export const hasScores = (scores: ScoreSource): boolean => scores === 'now' || scores === 'frozen';

/** Figures of every unit for one scope, as of one instant. */
export interface ParticipationSnapshot {
  readonly asOf: Instant;
  /** Which scores the figures come from; where there are none, no figure in here comes from scores. */
  readonly scores: ScoreSource;
  readonly units: readonly UnitRow[];
  /** By unit: its own figures and those of everything below it. */
  readonly totals: ReadonlyMap<string, ParticipationFigures>;
  /** By unit: its own figures alone. */
  readonly own: ReadonlyMap<string, ParticipationFigures>;
}

/** The id under which standings as of the freeze are kept. */
const frozenScope = (scopeId: string): string => `${scopeId}@frozen`;

const FRESH_MS = 5_000;
/** Far more than contests have scopes at one time. */
const MOST_KNOWN = 200;
const snapshots = new Map<string, { asOf: Instant; snapshot: Promise<ParticipationSnapshot> }>();

whenForgotten(() => snapshots.clear());

/** The scopes that unit figures exist for: every contest round, and the contest as a whole. */
export const figureScopes = ({ contest, rounds }: ContestNow): BoardScope[] => boardScopes(contest.id, rounds, true);

/**
 * The figures of a scope, at most five seconds old: however many people look at boards, the database is asked once in that
 * time, so that looking costs those who sit the contest nothing.
 * @param scope one of figureScopes(); undefined for a contest without contest rounds, in which nobody can take part
 */
export async function getParticipation(
  contestNow: ContestNow,
  scope: BoardScope | undefined,
  { audience, now }: { audience: Audience; now: Instant },
): Promise<ParticipationSnapshot> {
  const { contest } = contestNow;
  const scores = scoreSource(contestNow, scope, { audience, now });
  const key = `${scope?.id ?? contest.id} ${scores}`;
  const known = snapshots.get(key);
  if (known && now - known.asOf < FRESH_MS && now >= known.asOf) return known.snapshot;
  const snapshot = takeSnapshot(contestNow, scope, scores, now);
  snapshots.delete(key);
  snapshots.set(key, { asOf: now, snapshot });
  const oldest = snapshots.keys().next();
  if (snapshots.size > MOST_KNOWN && !oldest.done) snapshots.delete(oldest.value);
  // why: a snapshot that failed must not be shared for five seconds.
  snapshot.catch(() => snapshots.delete(key));
  return snapshot;
}

function scoreSource(
  { contest }: ContestNow,
  scope: BoardScope | undefined,
  { audience, now }: { audience: Audience; now: Instant },
): ScoreSource {
  if (scope === undefined || (scope.id === contest.id && contest.rules.overall === 'none')) return 'unkept';
  return audience === 'organizers' ? 'now' : scoresShown(contest.rules, scope, now);
}

async function takeSnapshot(
  contestNow: ContestNow,
  scope: BoardScope | undefined,
  scores: ScoreSource,
  now: Instant,
): Promise<ParticipationSnapshot> {
  const { contest } = contestNow;
  // why also for the only round: it is the whole contest, and entries are counted faster than attempts.
  const isWhole = scope === undefined || scope.id === contest.id || figureScopes(contestNow).length === 1;
  const [units, people, sums] = await Promise.all([
    listUnits(now),
    isWhole ? countPeopleByUnit(contest.id) : countPeopleOfRound(scope.id),
    scope && hasScores(scores) ? sumScoresByUnit(scores === 'frozen' ? frozenScope(scope.id) : scope.id) : undefined,
  ]);
  const own = new Map(
    units.map((unit): [string, ParticipationFigures] => {
      const { finished = 0, scoreSum = 0, allRight = 0 } = sums?.get(unit.id) ?? {};
      return [unit.id, { headcount: unit.headcount, people: people.get(unit.id) ?? 0, finished, scoreSum, allRight }];
    }),
  );
  return { asOf: now, scores, units, own, totals: rollUp(units, own, NO_FIGURES, addFigures) };
}
