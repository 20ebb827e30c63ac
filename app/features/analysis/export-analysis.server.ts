import type { ContestNow } from '#app/features/contests/index.server.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { csvLine, text } from '#app/platform/csv.ts';
import { analysisFileText } from '#app/text/analysis-file.ts';
import type { Locale } from '#app/text/define-text.ts';
import { adviceSentence } from './advice-words.ts';
import { cellsOf, COLUMNS } from './analysis-columns.ts';
import type { AttemptsChoice } from './attempts-choice.ts';
import { chosenRound, tableOf, type AnalysisTable } from './get-analysis-page.server.ts';
import { getRoundAnalysis, recountRound } from './get-round-analysis.server.ts';

interface Asked {
  readonly round: number | undefined;
  readonly choice: AttemptsChoice;
  readonly now: Instant;
  readonly isFresh?: boolean;
}

/**
 * The figures of a round for a file; undefined for a round that does not exist.
 * @param isFresh counted for this, not as they were last counted
 */
export async function getAnalysisTable(
  contestNow: ContestNow,
  { round: number, choice, now, isFresh = false }: Asked,
): Promise<(AnalysisTable & { round: number }) | undefined> {
  const { contest } = contestNow;
  const { round } = chosenRound(contestNow, number);
  if (number !== undefined && round.number !== number) return undefined;
  const asked = { contest, round, choice, now };
  const known = isFresh ? undefined : (await getRoundAnalysis(asked)).snapshot;
  const snapshot = known ?? (await recountRound(asked));
  return snapshot && { ...(await tableOf(contest.id, snapshot)), round: round.number };
}

const headOf = (locale: Locale): string[] => COLUMNS.map((column) => analysisFileText[locale].columns[column]);

/** The questions of a round as CSV, with the mark that makes a spreadsheet read it as UTF-8. */
export function analysisCsv({ rows }: AnalysisTable, locale: Locale): string {
  const lines = rows.map((row) =>
    cellsOf(row, (advice) => adviceSentence(advice, locale)).map((cell) =>
      cell === undefined ? null : typeof cell === 'number' ? cell : text(cell),
    ),
  );
  return `\uFEFF${[headOf(locale).map(text), ...lines].map(csvLine).join('')}`;
}

/** The paper and its questions as a workbook, numbers as numbers. */
export async function analysisXlsx({ rows, test }: AnalysisTable, locale: Locale): Promise<Uint8Array> {
  // why here: the library is large, and few ever ask for a workbook.
  const { default: ExcelJS } = await import('exceljs');
  const words = analysisFileText[locale];
  const workbook = new ExcelJS.Workbook();
  const items = workbook.addWorksheet(words.itemsSheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  items.addRow(headOf(locale)).font = { bold: true };
  for (const row of rows) items.addRow(cellsOf(row, (advice) => adviceSentence(advice, locale)));
  items.getColumn(COLUMNS.indexOf('question') + 1).width = 60;
  items.getColumn(COLUMNS.length).width = 60;
  const paper = workbook.addWorksheet(words.paperSheet);
  for (const name of PAPER) paper.addRow([words.paper[name], test[name]]);
  paper.getColumn(1).width = 40;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const PAPER = [
  'attempts',
  'questions',
  'maxScore',
  'mean',
  'median',
  'sd',
  'skewness',
  'kurtosis',
  'cic',
  'errorRatio',
  'standardError',
] as const;
