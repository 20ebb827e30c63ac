import { overallStanding, roundStanding, type FinishedAttempt, type Standing } from '#app/domain/results/standing.ts';
import { findFinished } from '#app/features/attempts/index.server.ts';
import { findBirthYears } from '#app/features/contests/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { lotOf, personCodeOf } from './person-code.server.ts';
import {
  actualsOf,
  blockNameOf,
  comparable,
  frozenScope,
  isBeforeFreeze,
  withUnits,
  type RankingBasis,
} from './ranking-basis.server.ts';
import { createStandings, deleteStandings, type StandingRow, type Whose } from './standing.repo.server.ts';

/** A person of a contest with their finished attempts. */
export interface PersonWithAttempts {
  readonly accountId: string;
  readonly birthYear: number;
  readonly attempts: readonly FinishedAttempt[];
}

/** The ids of the scopes that rows are kept for: these rounds, the whole contest where rounds make one result, and as of the freeze. */
export function scopesOf({ contest }: RankingBasis, roundIds: readonly string[]): string[] {
  const scopes = contest.rules.overall === 'none' ? [...roundIds] : [...roundIds, contest.id];
  return contest.rules.boards === 'frozen' ? scopes.flatMap((id) => [id, frozenScope(id)]) : scopes;
}

/** The rows of a person in these rounds, and over all rounds: a fold of the attempts, the same however often it is made. */
export function rowsOf(basis: RankingBasis, person: PersonWithAttempts, roundIds: readonly string[]): StandingRow[] {
  const { contest } = basis;
  const scopeIds = contest.rules.overall === 'none' ? roundIds : [...roundIds, contest.id];
  return scopeIds.flatMap((scopeId) => {
    const now = standingNow(basis, person, scopeId);
    const frozen = contest.rules.boards === 'frozen' ? standingAtFreeze(basis, person, scopeId) : undefined;
    return [
      ...(now ? [rowOf(basis, person, scopeId, now)] : []),
      ...(frozen ? [rowOf(basis, person, frozenScope(scopeId), frozen)] : []),
    ];
  });
}

function rowOf(
  basis: RankingBasis,
  { accountId, birthYear }: PersonWithAttempts,
  scopeId: string,
  standing: Standing,
): StandingRow {
  const block = blockNameOf(basis, standing.unitId);
  return { ...standing, scopeId, contestId: basis.contest.id, accountId, block, birthYear };
}

function standingNow(basis: RankingBasis, person: PersonWithAttempts, scopeId: string): Standing | undefined {
  const { contest, counts, lots } = basis;
  // why by the figures: they are frozen when the scope is being settled, and from then on its lot is drawn.
  const seed = counts.has(scopeId) ? lots.get(scopeId)?.seed : undefined;
  const lot = seed === undefined ? undefined : lotOf(seed, personCodeOf(contest.id, person.accountId));
  return standingIn(basis, { ...person, lot }, scopeId, actualsOf(basis));
}

/** As of the freeze: what was handed in by then, and what was known by then; lots were not. */
function standingAtFreeze(basis: RankingBasis, person: PersonWithAttempts, scopeId: string): Standing | undefined {
  const attempts = person.attempts.filter((attempt) => isBeforeFreeze(basis, scopeId, attempt.submittedAt));
  const actuals = actualsOf(basis, ({ frozenAt }) => isBeforeFreeze(basis, scopeId, frozenAt));
  return standingIn(basis, { ...person, attempts, lot: undefined }, scopeId, actuals);
}

function standingIn(
  basis: RankingBasis,
  { attempts: finished, ...person }: PersonWithAttempts & { readonly lot: string | undefined },
  scopeId: string,
  actuals: ReturnType<typeof actualsOf>,
): Standing | undefined {
  const { contest, rounds } = basis;
  const attempts = finished.map((attempt) => comparable(basis, attempt));
  if (scopeId !== contest.id) {
    const own = attempts.filter((attempt) => attempt.roundId === scopeId);
    return roundStanding(own, person, contest.rules, actuals);
  }
  const roundIds = rounds.map(({ id }) => id);
  return overallStanding(attempts, person, contest.rules, actuals, roundIds);
}

/**
 * Writes the rows of people in these rounds, and over all rounds, anew in the caller's transaction.
 * @param whose the rows that are taken away before; those of `accountIds` where it is left out
 */
export async function foldPeople(
  tx: Tx,
  basis: RankingBasis,
  fold: { accountIds: readonly string[]; roundIds: readonly string[]; whose?: Whose },
): Promise<void> {
  const { accountIds, roundIds, whose = accountIds } = fold;
  // why before reading: see deleteStandings().
  await deleteStandings(tx, scopesOf(basis, roundIds), whose);
  if (accountIds.length === 0) return;
  const { contest, rounds } = basis;
  const looked = contest.rules.overall === 'none' ? roundIds : rounds.map(({ id }) => id);
  const attempts = await findFinished(tx, looked, accountIds);
  const birthYears = await findBirthYears(tx, contest.id, [...attempts.keys()]);
  const units = new Set([...attempts.values()].flat().map(({ unitId }) => unitId));
  const complete = await withUnits(basis, [...units]);
  const rows = [...attempts].flatMap(([accountId, own]) =>
    rowsOf(complete, { accountId, birthYear: birthYears.get(accountId) ?? 0, attempts: own }, roundIds),
  );
  await createStandings(tx, rows);
}
