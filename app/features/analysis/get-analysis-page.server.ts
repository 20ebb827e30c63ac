import { adviceFor, distractorEfficiency } from '#app/domain/analysis/advice.ts';
import type { TestFigures } from '#app/domain/analysis/round-figures.ts';
import type { Round } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getCorrections, type ContestNow, type RoundNow } from '#app/features/contests/index.server.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import type { AnalysisQuery } from './analysis-address.ts';
import { getAnalysedBodies } from './get-analysed-bodies.server.ts';
import { getRoundAnalysis } from './get-round-analysis.server.ts';
import { filterRows, levelOf, sortRows, type ItemRow } from './item-row.ts';
import type { Snapshot } from './snapshot.repo.server.ts';

/** A round that can be looked at. */
export interface RoundChoice {
  readonly number: number;
  readonly title: string;
}

/** All figures of a round, as the page, the files and the command line show them. */
export interface AnalysisTable {
  readonly attempts: number;
  readonly countedAt: Instant;
  readonly test: TestFigures;
  readonly rows: readonly ItemRow[];
}

/** What the page shows. */
export interface AnalysisPage {
  readonly rounds: readonly RoundChoice[];
  readonly round: RoundChoice;
  readonly isOpen: boolean;
  readonly isCounting: boolean;
  /** Undefined while they are counted for the first time. */
  readonly table:
    | (Omit<AnalysisTable, 'rows'> & { readonly items: number; readonly act: number; readonly flagged: number })
    | undefined;
  readonly topics: readonly string[];
  /** The rows of this page of the table, in its order, of how many that the filter lets through. */
  readonly rows: readonly ItemRow[];
  readonly found: number;
  readonly pages: number;
  /** Every question of the filter, for the picture. */
  readonly points: readonly {
    readonly itemVersionId: string;
    readonly itemId: string;
    readonly facility: number;
    readonly discrimination: number;
    readonly level: string;
  }[];
}

const PAGE = 50;

/** The round that is asked for, else the latest one that has opened. */
export const chosenRound = ({ rounds, current }: ContestNow, number: number | undefined): RoundNow =>
  rounds.find(({ round }) => round.number === number) ??
  rounds.findLast(({ round, phase }) => round.kind === 'contest' && phase !== 'upcoming') ??
  current;

/** The page of a contest's analysis. */
export async function getAnalysisPage(
  contestNow: ContestNow,
  query: AnalysisQuery,
  now: Instant,
): Promise<AnalysisPage> {
  const { contest } = contestNow;
  const chosen = chosenRound(contestNow, query.round);
  const { snapshot, isCounting } = await getRoundAnalysis({ contest, round: chosen.round, choice: query.choice, now });
  const table = snapshot && (await tableOf(contest.id, snapshot));
  const all = table?.rows ?? [];
  const rows = sortRows(filterRows(all, query), query);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const from = (Math.min(query.page, pages) - 1) * PAGE;
  return {
    rounds: contestNow.rounds.map(({ round }) => choiceOf(round)),
    round: choiceOf(chosen.round),
    isOpen: chosen.phase !== 'closed',
    isCounting,
    table: table && {
      attempts: table.attempts,
      countedAt: table.countedAt,
      test: table.test,
      items: all.length,
      act: all.filter((row) => levelOf(row) === 'act').length,
      flagged: all.filter((row) => levelOf(row) === 'look').length,
    },
    topics: [...new Set(all.map(({ topicSlug }) => topicSlug))].filter(Boolean).toSorted(),
    rows: rows.slice(from, from + PAGE),
    found: rows.length,
    pages,
    points: rows.flatMap((row) => {
      const { facility, discriminationIndex } = row.figures;
      return facility === undefined || discriminationIndex === undefined
        ? []
        : [
            {
              itemVersionId: row.itemVersionId,
              itemId: row.itemId,
              facility,
              discrimination: discriminationIndex,
              level: levelOf(row),
            },
          ];
    }),
  };
}

const choiceOf = ({ number, title }: Round): RoundChoice => ({ number, title });

/** The figures of a round with what organizers know its questions by. */
export async function tableOf(contestId: string, { figures, attempts, countedAt }: Snapshot): Promise<AnalysisTable> {
  const ids = figures.items.map(({ itemVersionId }) => itemVersionId);
  const corrections = await getCorrections(contestId);
  const [labels, bodies] = await Promise.all([getItemLabels(ids), getAnalysedBodies(corrections, ids)]);
  const rows = figures.items.map((item): ItemRow => {
    const body = bodies.get(item.itemVersionId);
    const label = labels.get(item.itemVersionId);
    const { answers: _, groupSizes: __, upperLower: ___, ...slim } = item;
    return {
      itemVersionId: item.itemVersionId,
      itemId: label?.itemId ?? '',
      name: plainText(body?.prompt ?? ''),
      topicSlug: label?.topicSlug ?? '',
      difficulty: label?.difficulty ?? '',
      interaction: body?.interaction,
      figures: slim,
      distractorEfficiency: distractorEfficiency(item, body),
      advice: adviceFor(item, body, corrections.get(item.itemVersionId)?.kind),
    };
  });
  return { attempts, countedAt, test: figures.test, rows };
}
