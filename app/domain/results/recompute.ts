import { countAsFrozen, heldAt, ledgerOf } from './recompute-ledger.ts';
import { rankResults, type Ledger, type Sha256 } from './recompute-rows.ts';
import type { PublishedRow, PublishedScope, ResultsFile } from './results-file.ts';

/** Where a file does not follow from itself. */
export interface ResultsDifference {
  /** The number of the round; "all" for all rounds together. */
  readonly scope: number | 'all';
  /** The public code of the person whose row it is; undefined for what is of the whole scope. */
  readonly person?: string | undefined;
  /** The field; "row" for a row that is missing or should not be there, "order" for one that stands in the wrong place. */
  readonly what: string;
  readonly published: string;
  readonly recomputed: string;
}

type Differ = (what: string, published: unknown, recomputed: unknown, person?: string) => void;

const FIELDS = [
  'rank',
  'unit',
  'block',
  'score',
  'maxScore',
  'durationMs',
  'submittedAt',
  'attempts',
  'rounds',
  'prediction',
  'predictionDistance',
] as const satisfies readonly (keyof PublishedRow)[];

/**
 * Recomputes all that a file of results publishes from its attempts, its seeds and its description alone, and compares:
 * commitments of lots, frozen counts, scores correction by correction, which attempts were set aside, and every row of every ranking.
 * @returns how many rows were compared, and every difference
 */
export function recomputeResults(
  file: ResultsFile,
  sha256: Sha256,
): { rows: number; differences: ResultsDifference[] } {
  const ledger = ledgerOf(file, sha256);
  const differences: ResultsDifference[] = [];
  const differIn =
    (scope: number | 'all'): Differ =>
    (what, published, recomputed, person) => {
      if (published === recomputed) return;
      differences.push({ scope, person, what, published: String(published), recomputed: String(recomputed) });
    };
  for (const round of file.rounds) checkScope(ledger, round.number, round, differIn(round.number));
  checkScope(ledger, undefined, file.whole, differIn('all'));
  checkScores(file, differIn);
  checkRulings(file, differIn);
  const wanted = [
    ...file.rounds.map(({ number }) => number),
    ...(file.description.overall === 'none' ? [] : ['all' as const]),
  ];
  for (const { scope } of file.rankings) {
    if (!wanted.includes(scope)) differIn(scope)('ranking', 'there', 'none');
  }
  let rows = 0;
  for (const scope of wanted) {
    const published = file.rankings.filter((ranking) => ranking.scope === scope);
    if (published.length !== 1) differIn(scope)('ranking', `${published.length} times`, 'once');
    const seed = scope === 'all' ? file.whole.lot.seed : file.rounds.find(({ number }) => number === scope)?.lot.seed;
    const own = rankResults(ledger, scope, seed ?? null);
    compareRows(published[0]?.rows ?? [], own, differIn(scope));
    rows += own.size;
  }
  return { rows, differences };
}

function checkScope(ledger: Ledger, round: number | undefined, { lot, counts }: PublishedScope, differ: Differ): void {
  if (lot.seed !== null) differ('lot', lot.commitment, ledger.sha256(lot.seed));
  if (counts === null) return;
  const own = countAsFrozen(ledger.file, ledger.sha256, round, counts.frozenAt);
  for (const target of ['people', 'attempts', 'peopleAllRight'] as const) differ(target, counts[target], own[target]);
}

function compareRows(published: readonly PublishedRow[], own: ReadonlyMap<string, PublishedRow>, differ: Differ): void {
  const seen = new Set<string>();
  let before = 0;
  for (const row of published) {
    const recomputed = own.get(row.person);
    if (!recomputed) differ('row', 'there', 'none', row.person);
    else if (seen.has(row.person)) differ('row', 'twice', 'once', row.person);
    else for (const field of FIELDS) differ(field, row[field], recomputed[field], row.person);
    if (row.rank < before) differ('order', `behind rank ${before}`, 'before it', row.person);
    before = row.rank;
    seen.add(row.person);
  }
  for (const person of own.keys()) if (!seen.has(person)) differ('row', 'none', 'there', person);
}

/** Whether an attempt counts now follows from the last of its rulings. */
function checkRulings({ attempts }: ResultsFile, differIn: (scope: number) => Differ): void {
  for (const { person, round, number, isSetAside = false, rulings = [] } of attempts) {
    const derived = rulings.at(-1)?.isSetAside ?? false;
    differIn(round)(`attempt ${number}: isSetAside`, isSetAside, derived, person);
  }
}

/** What attempts earn now is what they earned once the last correction held, and only those with corrected items changed. */
function checkScores({ attempts, corrections = [] }: ResultsFile, differIn: (scope: number) => Differ): void {
  if (corrections.some(({ doneAt }) => doneAt === null)) return;
  for (const { person, round, number, score, maxScore, scores } of attempts) {
    if (!scores) continue;
    const differ: Differ = (what, published, recomputed) =>
      differIn(round)(`attempt ${number}: ${what}`, published, recomputed, person);
    differ('scores', scores.map(({ correction }) => correction).join(), heldAt(corrections).join());
    differ('score', score, scores.at(-1)?.score);
    differ('maxScore', maxScore, scores.at(-1)?.maxScore);
  }
}
