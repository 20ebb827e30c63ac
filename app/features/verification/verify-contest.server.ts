import { checkAttempt, type SatBy } from '#app/domain/attempts/check-attempt.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isSetAsideBy } from '#app/domain/rulings/ruling.ts';
import { inForce } from '#app/domain/scoring/correction.ts';
import {
  asksPrediction,
  countHistories,
  findHistories,
  type History,
  type StoredAttempt,
  type StoredRuling,
} from '#app/features/attempts/index.server.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { PaperCheck } from './check-paper.server.ts';
import { checkScopes } from './check-scopes.server.ts';
import { compareStandings } from './compare-standings.ts';
import { readContestBasis, type ContestBasis } from './contest-basis.server.ts';
import { attemptsAsFrozen, finishedOf, isWaiting } from './finished-attempts.server.ts';
import { expectedStandings, FigureCount } from './expected-standings.server.ts';
import { rulingsOf } from './rulings-of.server.ts';
import { countStandingRows, findStandingRows, pageEntrants, type Entrant } from './standing-rows.repo.server.ts';
import type { Difference, Verification } from './verification.ts';

/** People who are looked at together: some thousand steps, whatever the size of the contest. */
const BATCH = 100;
const MOST_DIFFERENCES = 1_000;

interface Verifying {
  readonly basis: ContestBasis;
  readonly papers: PaperCheck;
  readonly figures: FigureCount;
}

/** What one batch of people gave. */
interface Looked {
  readonly attempts: number;
  readonly steps: number;
  readonly standings: number;
  readonly waiting: number;
  readonly differences: readonly Difference[];
}

/**
 * Recomputes everything of a contest from the steps of its attempts, the papers' seeds and the rules, and compares it with
 * what is stored: state, times, marks and outcomes of each attempt, that each step was allowed, the paper, the rows of all
 * rankings, which attempts count by the rulings, the frozen figures, and the lots. Nothing is changed. People are read in batches, so that memory stays bounded.
 * It may run while the contest does: who seems to differ is read again.
 * @returns undefined for a contest that does not exist
 */
export async function verifyContest(query: { slug: string; now: Instant }): Promise<Verification | undefined> {
  const basis = await readContestBasis(query.slug, query.now);
  if (!basis) return undefined;
  const verifying: Verifying = { basis, papers: new PaperCheck(), figures: new FigureCount(basis) };
  const sum = { people: 0, attempts: 0, steps: 0, standings: 0, waiting: 0, differenceCount: 0 };
  const differences: Difference[] = [];
  const add = (found: readonly Difference[]): void => {
    sum.differenceCount += found.length;
    differences.push(...found.slice(0, MOST_DIFFERENCES - differences.length));
  };
  for (let after = ''; ;) {
    const entrants = await pageEntrants(basis.contest.id, after, BATCH);
    const looked = await lookTwice(verifying, entrants);
    add(looked.differences);
    sum.people += entrants.length;
    for (const key of ['attempts', 'steps', 'standings', 'waiting'] as const) sum[key] += looked[key];
    const last = entrants.at(-1);
    if (!last || entrants.length < BATCH) break;
    after = last.accountId;
  }
  add(await checkTotals(basis, sum));
  add(checkScopes(basis, verifying.figures));
  const { drawn: papers, unkept: papersUnkept } = verifying.papers;
  return { contestSlug: query.slug, ...sum, papers, papersUnkept, differences };
}

/** Slugs of all contests, for verifying one after the other. */
export const listContestSlugs = async (now: Instant): Promise<string[]> =>
  (await listContests(now)).map(({ contest }) => contest.slug).toSorted();

/** why twice: somebody may submit between two reads, and that is no fault. */
async function lookTwice(verifying: Verifying, entrants: readonly Entrant[]): Promise<Looked> {
  const first = await look(verifying, entrants, { isSecond: false });
  if (first.differences.length === 0) return first;
  const second = await look(verifying, entrants, { isSecond: true });
  return { ...first, differences: second.differences };
}

async function look(
  { basis, papers, figures }: Verifying,
  entrants: readonly Entrant[],
  { isSecond }: { isSecond: boolean },
): Promise<Looked> {
  const { contest } = basis;
  const ids = entrants.map(({ accountId }) => accountId);
  const histories = groupBy(await findHistories(contest.id, ids), ({ attempt }) => attempt.accountId);
  const rulings = await rulingsOf(
    basis,
    [...histories.values()].flat().map(({ attempt }) => attempt),
  );
  const rows = groupBy(await findStandingRows(contest.id, ids), ({ accountId }) => accountId);
  const differences: Difference[] = [];
  let [attempts, steps, standings, waiting] = [0, 0, 0, 0];
  for (const entrant of entrants) {
    const own = histories.get(entrant.accountId) ?? [];
    const stored = rows.get(entrant.accountId) ?? [];
    attempts += own.length;
    standings += stored.length;
    for (const history of own) {
      steps += history.steps.length;
      differences.push(...checkRulings(history.attempt, rulings.get(history.attempt.id) ?? []));
      differences.push(...(await checkHistory(basis, history, isSecond ? new PaperCheck() : papers)));
    }
    const finished = own.flatMap((history) => finishedOf(basis, history.attempt) ?? []);
    if (!isSecond) figures.add(entrant, await attemptsAsFrozen(basis, own, rulings));
    const unranked = own.filter((history) => isWaiting(history));
    waiting += unranked.length;
    if (unranked.length === 0) {
      differences.push(...compareStandings(stored, expectedStandings(basis, entrant, finished)));
    }
  }
  return { attempts, steps, standings, waiting, differences };
}

function groupBy<T>(members: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member)) ?? [];
    groups.set(keyOf(member), group);
    group.push(member);
  }
  return groups;
}

async function checkHistory(
  { contest, adjustments, corrections }: ContestBasis,
  { attempt, steps, outcomes }: History,
  papers: PaperCheck,
): Promise<Difference[]> {
  const attemptId = attempt.id;
  const round = contest.rounds.find(({ id }) => id === attempt.roundId);
  if (!round) return [{ attemptId, what: 'round', stored: attempt.roundId, derived: 'none of this contest' }];
  const { marking, mustAnswerAll } = contest.rules;
  const rules: SatBy = {
    timing: round,
    adjustments: adjustments.get(round.id) ?? [],
    marking,
    mustAnswerAll,
    asksPrediction: asksPrediction(contest, round),
    corrections: inForce(corrections),
  };
  const bodies = await getBodies(attempt.form.slots.map(({ itemVersionId }) => itemVersionId));
  const faults = [
    ...checkAttempt({ ...attempt, outcomes }, steps, rules, bodies),
    ...(await papers.faultsOf(attempt, round)),
  ];
  return faults.map((fault) => ({ attemptId, ...fault }));
}

/** Whether an attempt counts follows from what people decided, and from nothing else. */
function checkRulings(attempt: StoredAttempt, rulings: readonly StoredRuling[]): Difference[] {
  const derived = isSetAsideBy(rulings);
  if (attempt.isSetAside === derived) return [];
  return [{ attemptId: attempt.id, what: 'isSetAside', stored: String(attempt.isSetAside), derived: String(derived) }];
}

/** Attempts and rows of people who never entered. */
async function checkTotals(
  { contest }: ContestBasis,
  { attempts, standings }: { attempts: number; standings: number },
): Promise<Difference[]> {
  const [storedAttempts, storedRows] = await Promise.all([countHistories(contest.id), countStandingRows(contest.id)]);
  // why not "unequal": while people start and submit, there may be more than were gone through a moment ago.
  if (contest.settledAt === undefined) return [];
  return [
    ...(storedAttempts === attempts
      ? []
      : [{ what: 'attempts of people who entered', stored: String(storedAttempts), derived: String(attempts) }]),
    ...(storedRows === standings
      ? []
      : [{ what: 'rows of people who entered', stored: String(storedRows), derived: String(standings) }]),
  ];
}
