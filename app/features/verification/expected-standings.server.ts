import { windowOf } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  overallStanding,
  roundStanding,
  type Actuals,
  type FinishedAttempt,
  type Standing,
} from '#app/domain/results/standing.ts';
import { lotOf, personCodeOf, type FrozenCount } from '#app/features/results/index.server.ts';
import { blockNameOf, type ContestBasis } from './contest-basis.server.ts';
import type { Entrant, StoredStanding } from './standing-rows.repo.server.ts';

const FROZEN = '@frozen';

/**
 * The rows that a person must have in all scopes, folded from the attempts here and now: in each round, over all rounds, and
 * as the boards stood when they froze.
 */
export function expectedStandings(
  basis: ContestBasis,
  entrant: Entrant,
  attempts: readonly FinishedAttempt[],
): StoredStanding[] {
  const { contest, rounds, counts, lots } = basis;
  const scopes = [...rounds.map(({ id }) => id), ...(contest.rules.overall === 'none' ? [] : [contest.id])];
  return scopes.flatMap((scopeId) => {
    const seed = counts.has(scopeId) ? lots.get(scopeId)?.seed : undefined;
    const lot = seed === undefined ? undefined : lotOf(seed, personCodeOf(contest.id, entrant.accountId));
    const person = { ...entrant, lot };
    const all = foldIn(
      basis,
      person,
      attempts,
      scopeId,
      actualsOf(basis, () => true),
    );
    const rows = all ? [rowOf(basis, entrant, scopeId, all)] : [];
    if (contest.rules.boards !== 'frozen') return rows;
    const isBefore = (at: Instant): boolean => at < freezesAt(basis, scopeId, at);
    const early = attempts.filter(({ submittedAt }) => isBefore(submittedAt));
    const known = actualsOf(basis, ({ frozenAt }) => isBefore(frozenAt));
    const frozen = foldIn(basis, { ...entrant, lot: undefined }, early, scopeId, known);
    return frozen ? [...rows, rowOf(basis, entrant, `${scopeId}${FROZEN}`, frozen)] : rows;
  });
}

function foldIn(
  { contest, rounds }: ContestBasis,
  person: Entrant & { readonly lot: string | undefined },
  attempts: readonly FinishedAttempt[],
  scopeId: string,
  actuals: Actuals,
): Standing | undefined {
  const roundIds = rounds.map(({ id }) => id);
  if (scopeId === contest.id) return overallStanding(attempts, person, contest.rules, actuals, roundIds);
  const own = attempts.filter(({ roundId }) => roundId === scopeId);
  return roundStanding(own, person, contest.rules, actuals);
}

const rowOf = (
  basis: ContestBasis,
  { accountId, birthYear }: Entrant,
  scopeId: string,
  standing: Standing,
): StoredStanding => ({ ...standing, scopeId, accountId, birthYear, block: blockNameOf(basis, standing.unitId) });

/** The frozen number that the attempts of each round predict, of those that were known. */
function actualsOf({ contest, rounds, counts }: ContestBasis, isKnown: (count: FrozenCount) => boolean): Actuals {
  const { prediction } = contest.rules;
  const actuals = new Map<string, number>();
  for (const { id } of prediction ? rounds : []) {
    const count = counts.get(prediction?.scope === 'contest' ? contest.id : id);
    if (prediction && count && isKnown(count)) actuals.set(id, count[prediction.asks]);
  }
  return actuals;
}

/** When the board of a scope freezes, as its adjustments stood at an instant. */
function freezesAt({ contest, rounds, adjustments }: ContestBasis, scopeId: string, now: Instant): Instant {
  const closes = rounds
    .filter(({ id }) => scopeId === contest.id || id === scopeId)
    .map((round) => windowOf({ timing: round, adjustments: adjustments.get(round.id) ?? [], now }).closesAt);
  return Math.max(...closes) - contest.rules.frozenFor;
}

/** The figures of every scope, counted person by person. */
export class FigureCount {
  readonly #figures = new Map<string, { people: number; attempts: number; peopleAllRight: number }>();
  readonly #basis: ContestBasis;

  constructor(basis: ContestBasis) {
    this.#basis = basis;
  }

  /**
   * Counts a person in, by valid attempts alone.
   * @param attemptsAt the attempts as they were marked when the figures of that scope were frozen
   */
  add(entrant: Entrant, attemptsAt: (scopeId: string) => readonly FinishedAttempt[]): void {
    const { contest, rounds } = this.#basis;
    const standingsIn = (scopeId: string) =>
      rounds.flatMap(({ id }) => {
        const standing = foldIn(this.#basis, { ...entrant, lot: undefined }, attemptsAt(scopeId), id, new Map());
        return standing ? [{ id, ...standing }] : [];
      });
    for (const { id } of rounds) {
      for (const each of standingsIn(id)) if (each.id === id) this.#count(id, each.attempts, each.isAllRight);
    }
    const inRounds = standingsIn(contest.id);
    if (inRounds.length === 0) return;
    const all = inRounds.reduce((sum, each) => sum + each.attempts, 0);
    this.#count(
      contest.id,
      all,
      inRounds.some(({ isAllRight }) => isAllRight),
    );
  }

  #count(scopeId: string, attempts: number, isAllRight: boolean): void {
    const so = this.of(scopeId);
    this.#figures.set(scopeId, {
      people: so.people + 1,
      attempts: so.attempts + attempts,
      peopleAllRight: so.peopleAllRight + Number(isAllRight),
    });
  }

  of(scopeId: string): { readonly people: number; readonly attempts: number; readonly peopleAllRight: number } {
    return this.#figures.get(scopeId) ?? { people: 0, attempts: 0, peopleAllRight: 0 };
  }
}
