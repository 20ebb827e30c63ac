import { analysisCsv, getAnalysisTable } from '#app/features/analysis/index.server.ts';
import { attemptsChoiceOf } from '#app/features/analysis/attempts-choice.ts';
import { adviceSentence } from '#app/features/analysis/advice-words.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

const USAGE =
  'Cách dùng: npm run app -- analyse-contest --contest ten-cuoc-thi [--round 1] [--attempts first|last|best|all] [--csv]';

/** Counts the figures of a round anew, keeps them, and prints them: the same as the page shows. */
export async function runAnalyseContest({ options, print }: VerbInput): Promise<boolean> {
  const { contest: slug, round, attempts, csv } = options;
  if (typeof slug !== 'string') throw new Error(USAGE);
  try {
    const at = now();
    const found = await getContest(slug, at);
    const table =
      found &&
      (await getAnalysisTable(found, {
        round: typeof round === 'string' ? Number(round) : undefined,
        choice: attemptsChoiceOf(typeof attempts === 'string' ? attempts : undefined),
        now: at,
        isFresh: true,
      }));
    if (!table)
      throw new Error(`Không có cuộc thi ${slug}${typeof round === 'string' ? `, hoặc không có vòng ${round}` : ''}.`);
    if (csv === true) print(analysisCsv(table, 'vi'), { csv: analysisCsv(table, 'vi') });
    else print(summaryOf(table), { ...table });
    return true;
  } finally {
    await closeDatabase();
  }
}

function summaryOf({ test, rows, round }: NonNullable<Awaited<ReturnType<typeof getAnalysisTable>>>): string {
  const number = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));
  const lines = rows.map(
    ({ itemId, figures, advice }) =>
      `${itemId}\t${figures.attempts}\t${number(figures.facility)}\t${number(figures.discriminationIndex)}\t${adviceSentence(advice[0], 'vi')}`,
  );
  return [
    `Vòng ${round}: ${test.attempts} lượt, trung bình ${number(test.mean)} trên ${test.maxScore}, alpha ${number(test.cic)} %, sai số đo ${number(test.standardError)}`,
    'Mã câu\tLượt\tĐộ khó\tPhân biệt\tLời khuyên',
    ...lines,
  ].join('\n');
}
