import type { Instant } from '#app/domain/kernel/time.ts';
import { csvLine, text, type Cell } from '#app/platform/csv.ts';
import type { Locale } from '#app/text/define-text.ts';
import { resultsFileText, type ResultsFileWords } from '#app/text/results-file.ts';
import { readContestBasis } from './contest-basis.server.ts';
import { rankingScopes, readRanking, type RankedRow } from './read-ranking.server.ts';

// why: without it Excel takes Vietnamese letters for something else.
const BYTE_ORDER_MARK = '\uFEFF';

/** Full names by account id, of those who have one. */
export type NamesOf = (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

interface RankingExport {
  readonly slug: string;
  /** "1", "2", … or "all". */
  readonly scope: string;
  readonly locale: Locale;
  /** Given only to who may see names; left out, people are public codes alone. */
  readonly namesOf?: NamesOf | undefined;
  /** Who takes a file with names, and why: its last line says so, so that a copy tells where it comes from. */
  readonly taker?: { readonly name: string; readonly reason: string } | undefined;
  readonly now: Instant;
}

/**
 * One ranking as CSV (RFC 4180, UTF-8 with its mark, for Excel), row by row as boards show it. No text in it can become a
 * formula. It is read and given page by page; the same state gives the same bytes.
 * @returns undefined for a contest or a scope that does not exist
 */
export async function exportRanking(query: RankingExport): Promise<AsyncGenerator<string> | undefined> {
  const basis = await readContestBasis(query.slug, query.now);
  const scope = basis && rankingScopes(basis).find((each) => String(each.scope) === query.scope);
  if (!basis || !scope) return undefined;
  const unitName = (id: string): string => basis.units.get(id)?.name ?? id;
  return linesOf(readRanking(basis, scope.id), unitName, query);
}

async function* linesOf(
  pages: AsyncGenerator<RankedRow[]>,
  unitName: (id: string) => string,
  { locale, namesOf, taker, now }: RankingExport,
): AsyncGenerator<string> {
  const words = resultsFileText[locale];
  yield BYTE_ORDER_MARK + csvLine(headOf(words, namesOf !== undefined));
  for await (const page of pages) {
    const names = await namesOf?.(page.map(({ accountId }) => accountId));
    yield page.map((row) => csvLine(cellsOf(row, unitName, names && (names.get(row.accountId) ?? ''), words))).join('');
  }
  if (taker) yield csvLine([text(words.taken(taker.name, words.instant(now), taker.reason))]);
}

const headOf = ({ columns }: ResultsFileWords, hasNames: boolean): Cell[] =>
  [
    columns.rank,
    columns.person,
    ...(hasNames ? [columns.name] : []),
    columns.unit,
    columns.block,
    columns.score,
    columns.maxScore,
    columns.prediction,
    columns.distance,
    columns.seconds,
    columns.duration,
    columns.submittedAt,
    columns.attempts,
    columns.rounds,
  ].map(text);

function cellsOf(
  row: RankedRow,
  unitName: (id: string) => string,
  name: string | undefined,
  words: ResultsFileWords,
): Cell[] {
  const seconds = Math.floor(row.durationMs / 1_000);
  return [
    row.rank,
    text(row.person),
    ...(name === undefined ? [] : [text(name)]),
    text(unitName(row.unit)),
    text(row.block),
    row.score,
    row.maxScore,
    row.prediction,
    row.predictionDistance,
    seconds,
    text(words.duration(seconds)),
    text(words.instant(Date.parse(row.submittedAt))),
    row.attempts,
    row.rounds,
  ];
}
