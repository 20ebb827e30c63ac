import { setImmediate } from 'node:timers/promises';
import { maxScoreOfBlueprint, type Contest } from '#app/domain/contests/contest.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import {
  differenceOf,
  isChanged,
  ScoreTally,
  type ScoreChange,
  type ScoreComparison,
} from '#app/domain/scoring/compare-scores.ts';
import type { Correction, Corrections } from '#app/domain/scoring/correction.ts';
import { findFinished, findMarked, markAgain } from '#app/features/attempts/index.server.ts';
import { findBirthYears, findCorrections, pageParticipations } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import {
  findRankedOf,
  findStandings,
  rankOf,
  readBasis,
  refreshStandings,
  rowsOf,
  withUnits,
  type RankingBasis,
} from '#app/features/results/index.server.ts';
import { BoardComparison, TOP, type BoardChange, type ComparedRow } from './board-change.ts';
import { decideCorrection, openItem, type Correcting, type CorrectingRefusal } from './open-correcting.server.ts';

/** People who are looked at together, whatever the size of the contest. */
const BATCH = 400;
const MOST_EXAMPLES = 20;

/** One attempt whose score would change. */
export interface ChangedAttempt extends ScoreChange {
  readonly accountId: string;
  readonly unitId: string;
  readonly roundId: string;
}

/** What a correction would change, if it were made now. */
export interface CorrectionPreview {
  readonly contest: Contest;
  readonly correction: Correction;
  /** How many corrections the contest has: the form that confirms says which state was looked at. */
  readonly seen: number;
  readonly comparison: ScoreComparison;
  /** Each contest round, and all rounds where they make one result. */
  readonly boards: readonly BoardChange[];
  /** The largest changes. */
  readonly examples: readonly ChangedAttempt[];
  /** Rounds whose results are final already. */
  readonly settledRounds: number;
}

interface Previewing {
  readonly contest: Contest;
  readonly itemVersionId: string;
  readonly bodies: ReadonlyMap<string, ItemBody>;
  readonly after: Corrections;
  readonly basis: RankingBasis;
  readonly scopeIds: readonly string[];
}

/**
 * Says what a correction would change, without making it: marks, who has everything right, and the top of each board. All
 * finished attempts are gone through in batches of people; what is kept of them does not grow with their number.
 */
export async function previewCorrection(query: Correcting): Promise<Result<CorrectionPreview, CorrectingRefusal>> {
  const { contestSlug, itemVersionId, now } = query;
  const opened = await openItem(contestSlug, itemVersionId);
  if (!opened.ok) return opened;
  const { contest, body } = opened.value;
  const all = await findCorrections(contest.id);
  const decided = decideCorrection(all, query, body);
  if (!decided.ok) return decided;
  const { correction, after } = decided.value;
  await refreshStandings();
  const basis = await readBasis(undefined, contest.id, now);
  if (!basis) return refuse('not-found');
  const previewing: Previewing = {
    contest,
    itemVersionId,
    bodies: await getBodies([itemVersionId]),
    after,
    basis: { ...basis, hasVoids: basis.hasVoids || correction.kind === 'void' },
    scopeIds: [...basis.rounds.map(({ id }) => id), ...(contest.rules.overall === 'none' ? [] : [contest.id])],
  };
  const boards = new Map<string, BoardComparison>();
  for (const scopeId of previewing.scopeIds) boards.set(scopeId, await openBoard(previewing, scopeId));
  const tally = new ScoreTally();
  let examples: ChangedAttempt[] = [];
  for (let afterId: string | undefined = ''; afterId !== undefined;) {
    const accountIds: string[] = await pageParticipations(undefined, contest.id, afterId, BATCH);
    const { changes, rows } = await evaluate(previewing, accountIds);
    for (const change of changes) tally.add(change);
    examples = largest([...examples, ...changes.filter(isChanged)]);
    await compare(previewing, boards, accountIds, rows);
    afterId = accountIds.length < BATCH ? undefined : accountIds.at(-1);
    // why: requests that came in meanwhile are answered before the next batch.
    await setImmediate();
  }
  return ok({
    contest,
    correction,
    seen: all.length,
    comparison: tally.result(),
    boards: await Promise.all([...boards].map(([scopeId, board]) => board.result((key) => rankOf(scopeId, key)))),
    examples,
    settledRounds: basis.rounds.filter(({ settledAt }) => settledAt !== undefined).length,
  });
}

const largest = (changes: readonly ChangedAttempt[]): ChangedAttempt[] =>
  changes
    .toSorted((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)) || (a.accountId < b.accountId ? -1 : 1))
    .slice(0, MOST_EXAMPLES);

/** The changes of attempts of some people, and the rows that those whose score changes would have, by "scope account". */
async function evaluate(
  { contest, itemVersionId, bodies, after, basis, scopeIds }: Previewing,
  accountIds: readonly string[],
): Promise<{ changes: ChangedAttempt[]; rows: ReadonlyMap<string, ComparedRow | undefined> }> {
  const { marking } = contest.rules;
  const marked = await findMarked(undefined, contest.id, { itemVersionIds: [itemVersionId], accountIds });
  const fulls = new Map(contest.rounds.map(({ id, blueprint }) => [id, maxScoreOfBlueprint(blueprint, marking.right)]));
  const again = new Map(marked.map((attempt) => [attempt.id, markAgain(attempt, bodies, marking, after)]));
  const changes = marked.map((attempt): ChangedAttempt => {
    const { accountId, unitId, roundId, score, maxScore } = attempt;
    const marks = again.get(attempt.id) ?? attempt;
    const full = fulls.get(roundId) ?? maxScore;
    const scores = { before: { score, maxScore }, after: { score: marks.score, maxScore: marks.maxScore } };
    return { accountId, unitId, roundId, full, ...scores };
  });
  const changed = [...new Set(changes.filter(isChanged).map(({ accountId }) => accountId))];
  const rows = new Map<string, ComparedRow | undefined>();
  if (changed.length === 0) return { changes, rows };
  for (const scopeId of scopeIds) for (const accountId of changed) rows.set(keyOf(scopeId, accountId), undefined);
  const roundIds = basis.rounds.map(({ id }) => id);
  const finished = await findFinished(undefined, roundIds, changed);
  const birthYears = await findBirthYears(undefined, contest.id, changed);
  const complete = await withUnits(basis, [...new Set([...finished.values()].flat().map(({ unitId }) => unitId))]);
  for (const [accountId, own] of finished) {
    const attempts = own.map((attempt) => ({ ...attempt, ...scoresOf(again.get(attempt.id)) }));
    const person = { accountId, birthYear: birthYears.get(accountId) ?? 0, attempts };
    for (const row of rowsOf(complete, person, roundIds)) {
      if (scopeIds.includes(row.scopeId)) rows.set(keyOf(row.scopeId, accountId), row);
    }
  }
  return { changes, rows };
}

const keyOf = (scopeId: string, accountId: string): string => `${scopeId} ${accountId}`;

const scoresOf = (marks: { score: number; maxScore: number } | undefined) =>
  marks && { score: marks.score, maxScore: marks.maxScore };

/** A comparison that knows the top of the board as it is. */
async function openBoard(previewing: Previewing, scopeId: string): Promise<BoardComparison> {
  const first = await findStandings(scopeId, {}, { skip: 0, take: TOP, total: TOP });
  const { rows } = await evaluate(
    previewing,
    first.map(({ accountId }) => accountId),
  );
  const afterOf = (row: ComparedRow): ComparedRow | undefined => {
    const key = keyOf(scopeId, row.accountId);
    return rows.has(key) ? rows.get(key) : row;
  };
  return new BoardComparison(
    scopeId,
    first.map((before) => ({ before, after: afterOf(before) })),
  );
}

async function compare(
  { scopeIds }: Previewing,
  boards: ReadonlyMap<string, BoardComparison>,
  accountIds: readonly string[],
  rows: ReadonlyMap<string, ComparedRow | undefined>,
): Promise<void> {
  if (accountIds.length === 0) return;
  for (const row of await findRankedOf(scopeIds, accountIds)) {
    const key = keyOf(row.scopeId, row.accountId);
    boards.get(row.scopeId)?.add(row, rows.has(key) ? rows.get(key) : row);
  }
}
