import { rate, roundMark } from '../kernel/numbers.ts';

/** Figures of a unit that can be added up over a branch. */
export interface ParticipationFigures {
  readonly headcount: number;
  /** People who have started at least one contest attempt. */
  readonly people: number;
  /** Contest attempts that were begun. */
  readonly attempts: number;
  /** People whose counted attempt is finished. */
  readonly finished: number;
  readonly scoreSum: number;
  /** People whose counted attempt has everything right. */
  readonly allRight: number;
}

export const NO_FIGURES: ParticipationFigures = {
  headcount: 0,
  people: 0,
  attempts: 0,
  finished: 0,
  scoreSum: 0,
  allRight: 0,
};

export const addFigures = (a: ParticipationFigures, b: ParticipationFigures): ParticipationFigures => ({
  headcount: a.headcount + b.headcount,
  people: a.people + b.people,
  attempts: a.attempts + b.attempts,
  finished: a.finished + b.finished,
  // why rounded: two units with the same marks must have the same sum, in whatever order they were added up.
  scoreSum: roundMark(a.scoreSum + b.scoreSum),
  allRight: a.allRight + b.allRight,
});

/** Share of the headcount that has taken part, 0..; undefined without a headcount. Over 1 means that the headcount is stale. */
export const participationRate = (figures: ParticipationFigures): number | undefined =>
  rate(figures.people, figures.headcount);

/** Mean score of the finished attempts that count; undefined when there is none. */
export const meanScore = (figures: ParticipationFigures): number | undefined =>
  rate(figures.scoreSum, figures.finished);
