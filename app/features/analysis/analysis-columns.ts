import type { Advice } from '#app/domain/analysis/advice.ts';
import type { ItemRow } from './item-row.ts';

/** Names of the columns of the files, in their order. */
export const COLUMNS = [
  'itemId',
  'itemVersionId',
  'question',
  'topic',
  'difficulty',
  'attempts',
  'answered',
  'maxMark',
  'facility',
  'sd',
  'randomGuess',
  'intendedWeight',
  'effectiveWeight',
  'discriminationIndex',
  'discriminativeEfficiency',
  'wholeDiscrimination',
  'wholeEfficiency',
  'itemRest',
  'distractorEfficiency',
  'medianSeconds',
  'lowerQuartile',
  'upperQuartile',
  'advice',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A row of the files: numbers as numbers, nothing where a figure cannot be computed. */
export function cellsOf(row: ItemRow, sentence: (advice: Advice) => string): (number | string | undefined)[] {
  const { figures } = row;
  const cells: Readonly<Record<Column, number | string | undefined>> = {
    itemId: row.itemId,
    itemVersionId: row.itemVersionId,
    question: row.name,
    topic: row.topicSlug,
    difficulty: row.difficulty,
    attempts: figures.attempts,
    answered: figures.answered,
    maxMark: figures.maxMark,
    facility: figures.facility,
    sd: figures.sd,
    randomGuess: figures.randomGuess,
    intendedWeight: figures.intendedWeight,
    effectiveWeight: figures.effectiveWeight,
    discriminationIndex: figures.discriminationIndex,
    discriminativeEfficiency: figures.discriminativeEfficiency,
    wholeDiscrimination: figures.wholeDiscrimination,
    wholeEfficiency: figures.wholeEfficiency,
    itemRest: figures.discriminationIndex === undefined ? undefined : figures.discriminationIndex / 100,
    distractorEfficiency: row.distractorEfficiency,
    medianSeconds: figures.time?.median,
    lowerQuartile: figures.time?.lowerQuartile,
    upperQuartile: figures.time?.upperQuartile,
    advice: row.advice.map(sentence).join(' '),
  };
  return COLUMNS.map((column) => cells[column]);
}
