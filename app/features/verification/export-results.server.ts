import { createHash } from 'node:crypto';
import type { Instant } from '#app/domain/kernel/time.ts';
import { RESULTS_FORMAT, RESULTS_VERSION, type PublishedAttempt } from '#app/domain/results/results-file.ts';
import type { StoredRuling } from '#app/features/attempts/index.server.ts';
import { personCodeOf } from '#app/features/results/index.server.ts';
import { blockNameOf, isFinal, readContestBasis, type ContestBasis } from './contest-basis.server.ts';
import { publishedCorrections, scoreHistories } from './published-corrections.server.ts';
import { descriptionOf } from './description-of.ts';
import { rulingsOf } from './rulings-of.server.ts';
import { findExportedAttempts, type ExportedAttempt } from './exported-attempts.repo.server.ts';
import { isoOf, publishedRound, publishedScope } from './published-scopes.server.ts';
import { rankingScopes, readRanking } from './read-ranking.server.ts';
import { pageEntrants, type Entrant } from './standing-rows.repo.server.ts';

const PEOPLE = 300;

/**
 * The results of a contest as JSON, with all that its ranking can be recomputed from (domain/results/results-file.ts): one
 * attempt and one row a line, people as public codes. The same state gives the same bytes. The last field is the SHA-256 of
 * all lines before it, so that a copy that was cut or changed is known. It is read and given piece by piece.
 * @returns undefined for a contest that does not exist
 */
export async function exportResults(query: {
  slug: string;
  now: Instant;
}): Promise<AsyncGenerator<string> | undefined> {
  const basis = await readContestBasis(query.slug, query.now);
  return basis && withDigest(linesOf(basis, query.now));
}

async function* withDigest(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  yield `"sha256":"${hash.digest('hex')}"}\n`;
}

async function* linesOf(basis: ContestBasis, now: Instant): AsyncGenerator<string> {
  const { contest, rounds } = basis;
  const { id, slug, title } = contest;
  const head = {
    format: RESULTS_FORMAT,
    version: RESULTS_VERSION,
    contest: { id, slug, title },
    isFinal: isFinal(basis),
    description: descriptionOf(contest),
    rounds: rounds.map((round) => publishedRound(basis, round, now)),
    whole: publishedScope(basis, { id, settledAt: contest.settledAt }),
    corrections: await publishedCorrections(basis),
  };
  const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`);
  yield `{${fields.join('')}`;
  const units = new Set<string>();
  yield '"attempts":[';
  yield* listed(attemptsOf(basis, units));
  yield '],\n"rankings":[';
  for (const [index, { scope, id: scopeId }] of rankingScopes(basis).entries()) {
    yield `${index > 0 ? ',' : ''}\n{"scope":${JSON.stringify(scope)},"rows":[`;
    yield* listed(rowsOf(basis, scopeId, units));
    yield ']}';
  }
  const names = [...units].toSorted().map((unit) => ({ id: unit, name: basis.units.get(unit)?.name ?? unit }));
  yield `],\n"units":${JSON.stringify(names)},\n`;
}

/** Members of a list as JSON, one a line, a page at a time. */
async function* listed(pages: AsyncGenerator<readonly object[]>): AsyncGenerator<string> {
  let separator = '\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield separator + page.map((member) => JSON.stringify(member)).join(',\n');
    separator = ',\n';
  }
}

async function* attemptsOf(basis: ContestBasis, units: Set<string>): AsyncGenerator<PublishedAttempt[]> {
  const { contest, rounds } = basis;
  const numbers = new Map(rounds.map(({ id, number }) => [id, number]));
  for (let after = ''; ;) {
    const entrants = await pageEntrants(contest.id, after, PEOPLE);
    const people = new Map(entrants.map((entrant) => [entrant.accountId, entrant]));
    const attempts = await findExportedAttempts([...numbers.keys()], [...people.keys()]);
    for (const { unitId } of attempts) units.add(unitId);
    const histories = await scoreHistories(basis, [...people.keys()]);
    const rulings = await rulingsOf(basis, attempts);
    yield attempts.map((attempt) => {
      const entrant = people.get(attempt.accountId) ?? { accountId: attempt.accountId, birthYear: 0 };
      const scores = histories.get(attempt.id);
      const own = published(basis, entrant, attempt, numbers.get(attempt.roundId) ?? 0);
      return { ...own, ...publishedRulings(attempt, rulings.get(attempt.id)), ...(scores ? { scores } : {}) };
    });
    const last = entrants.at(-1);
    if (!last || entrants.length < PEOPLE) return;
    after = last.accountId;
  }
}

/** Nothing for an attempt that was never ruled on, so that files of contests without rulings have no word of them. */
function publishedRulings(
  { isSetAside }: ExportedAttempt,
  rulings: readonly StoredRuling[] | undefined,
): Pick<PublishedAttempt, 'isSetAside' | 'rulings'> {
  if (!rulings && !isSetAside) return {};
  const all = (rulings ?? []).map(({ kind, cause, at }) => ({ isSetAside: kind === 'setAside', cause, at: isoOf(at) }));
  return all.length === 0 ? { isSetAside } : { isSetAside, rulings: all };
}

function published(
  basis: ContestBasis,
  { accountId, birthYear }: Entrant,
  attempt: ExportedAttempt,
  round: number,
): PublishedAttempt {
  const { ranking } = basis.contest.rules;
  const { number, score, maxScore, duration, submittedAt, prediction, isValid, unitId } = attempt;
  return {
    person: personCodeOf(basis.contest.id, accountId),
    // why not always: a year of birth is nobody's business where nothing is decided by it.
    ...(ranking.includes('older') || ranking.includes('younger') ? { birthYear } : {}),
    unit: unitId,
    block: blockNameOf(basis, unitId),
    round,
    number,
    score,
    maxScore,
    durationMs: duration,
    submittedAt: isoOf(submittedAt),
    prediction: prediction ?? null,
    isValid,
  };
}

async function* rowsOf(basis: ContestBasis, scopeId: string, units: Set<string>): AsyncGenerator<readonly object[]> {
  for await (const page of readRanking(basis, scopeId)) {
    for (const { unit } of page) units.add(unit);
    yield page.map(({ accountId: _, ...row }) => row);
  }
}
