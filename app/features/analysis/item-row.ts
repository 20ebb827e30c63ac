import type { Advice } from '#app/domain/analysis/advice.ts';
import type { ItemFigures } from '#app/domain/analysis/item-figures.ts';
import type { Interaction } from '#app/domain/items/item.ts';
import type { AnalysisQuery, Sort } from './analysis-address.ts';

/** A question in the table of a round. */
export interface ItemRow {
  readonly itemVersionId: string;
  /** Empty for an item that is not in the bank any more. */
  readonly itemId: string;
  readonly name: string;
  readonly topicSlug: string;
  readonly difficulty: string;
  readonly interaction: Interaction | undefined;
  readonly figures: Omit<ItemFigures, 'answers' | 'groupSizes' | 'upperLower'>;
  readonly distractorEfficiency: number | undefined;
  readonly advice: readonly [Advice, ...Advice[]];
}

const LEVELS = { act: 0, look: 1, note: 2, none: 3 } as const;

export const levelOf = ({ advice }: ItemRow): Advice['level'] => advice[0].level;

const figureOf = (row: ItemRow, sort: Sort): number | undefined => {
  const { attempts, facility, discriminationIndex, discriminativeEfficiency, time } = row.figures;
  switch (sort) {
    case 'advice':
      return LEVELS[levelOf(row)];
    case 'attempts':
      return attempts;
    case 'facility':
      return facility;
    case 'discrimination':
      return discriminationIndex;
    case 'efficiency':
      return discriminativeEfficiency;
    case 'time':
      return time?.median;
    case 'item':
      return 0;
  }
};

/** Rows in the order that is asked for; unknown figures last, equal ones by discrimination and id. */
export function sortRows(
  rows: readonly ItemRow[],
  { sort, isDescending }: Pick<AnalysisQuery, 'sort' | 'isDescending'>,
) {
  const sign = isDescending ? -1 : 1;
  const compare = (a: number | undefined, b: number | undefined): number =>
    a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : sign * (a - b);
  return rows.toSorted(
    (a, b) =>
      compare(figureOf(a, sort), figureOf(b, sort)) ||
      (sort === 'advice' ? (figureOf(a, 'discrimination') ?? 101) - (figureOf(b, 'discrimination') ?? 101) : 0) ||
      (a.itemId < b.itemId ? -sign : a.itemId > b.itemId ? sign : 0),
  );
}

export const filterRows = (
  rows: readonly ItemRow[],
  { shown, topic }: Pick<AnalysisQuery, 'shown' | 'topic'>,
): ItemRow[] =>
  rows.filter(
    (row) =>
      (topic === '' || row.topicSlug === topic) &&
      (shown === 'all' || levelOf(row) === 'act' || (shown === 'flagged' && levelOf(row) === 'look')),
  );
