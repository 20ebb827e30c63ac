import { paths } from '#app/paths.ts';
import { attemptsChoiceOf, DEFAULT_CHOICE, type AttemptsChoice } from './attempts-choice.ts';

/** What the table of questions is ordered by. */
export const SORTS = ['advice', 'attempts', 'facility', 'discrimination', 'efficiency', 'time', 'item'] as const;
export type Sort = (typeof SORTS)[number];

export const SHOWN = ['all', 'flagged', 'act'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the address of the page says; left out is what holds anyway. */
export interface AnalysisQuery {
  /** Number of the round. */
  readonly round: number | undefined;
  readonly choice: AttemptsChoice;
  readonly sort: Sort;
  readonly isDescending: boolean;
  readonly shown: Shown;
  /** Empty: of every topic. */
  readonly topic: string;
  readonly page: number;
}

export function readAnalysisQuery(query: URLSearchParams): AnalysisQuery {
  const numberOf = (name: string): number | undefined => {
    const number = Number(query.get(name));
    return Number.isInteger(number) && number > 0 && number < 10_000 ? number : undefined;
  };
  return {
    round: numberOf('round'),
    choice: attemptsChoiceOf(query.get('attempts')),
    sort: SORTS.find((each) => each === query.get('sort')) ?? 'advice',
    isDescending: query.get('dir') === 'desc',
    shown: SHOWN.find((each) => each === query.get('show')) ?? 'all',
    topic: query.get('topic') ?? '',
    page: numberOf('page') ?? 1,
  };
}

function queryOf(state: Partial<AnalysisQuery>): string {
  const query = new URLSearchParams();
  const {
    round,
    choice = DEFAULT_CHOICE,
    sort = 'advice',
    isDescending = false,
    shown = 'all',
    topic = '',
    page = 1,
  } = state;
  if (round !== undefined) query.set('round', String(round));
  if (choice !== DEFAULT_CHOICE) query.set('attempts', choice);
  if (sort !== 'advice') query.set('sort', sort);
  if (isDescending) query.set('dir', 'desc');
  if (shown !== 'all') query.set('show', shown);
  if (topic !== '') query.set('topic', topic);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export const analysisHref = (slug: string, state: Partial<AnalysisQuery>): string =>
  paths.analysis(slug) + queryOf(state);

export const itemAnalysisHref = (
  slug: string,
  itemVersionId: string,
  { round, choice }: Pick<AnalysisQuery, 'choice'> & { round: number },
): string => paths.itemAnalysis(slug, itemVersionId) + queryOf({ round, choice });

export const fileHref = (
  slug: string,
  type: 'csv' | 'xlsx',
  { round, choice }: Pick<AnalysisQuery, 'choice'> & { round: number },
): string => paths.analysisFile(slug, type) + queryOf({ round, choice });

/** Where the item is edited. */
export const editorHref = (itemId: string): string => `${paths.manage()}/items/${itemId}`;

/** Where the key of the item is corrected in this contest. */
export const correctionHref = (slug: string, itemVersionId: string): string =>
  `${paths.manageContest(slug)}/keys?item=${encodeURIComponent(itemVersionId)}`;
