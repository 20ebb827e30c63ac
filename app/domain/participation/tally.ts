import { rate, roundMark } from '../kernel/numbers.ts';
import { CATEGORIES, type Category } from '../units/category.ts';

/** What began in one hour. */
export interface HourTally {
  /** People whose first attempt of the scope it was. */
  readonly people: number;
  readonly attempts: number;
}

/**
 * Figures of a unit in a scope (a round, a contest, or the lessons of a topic) that can be added up over a branch. In the lessons
 * of a topic, people have read one at least, attempts are lessons read, finished are people who have read all of them.
 */
export interface UnitTally {
  /** People who have begun at least one attempt. */
  readonly people: number;
  /** Attempts that were begun. */
  readonly attempts: number;
  /** Finished attempts that the rules take as valid. */
  readonly valid: number;
  /** Finished attempts. */
  readonly finished: number;
  /** People whose counted attempt has everything right. */
  readonly allRight: number;
  /** People who have a counted attempt. */
  readonly scoreCount: number;
  /** Sum of their scores. */
  readonly scoreSum: number;
  /** By hours since 1970 (UTC; Viet Nam is whole hours ahead): what began in it. Hours in which nothing began are left out. */
  readonly hours: ReadonlyMap<number, HourTally>;
  /** People by the score of their counted attempt. */
  readonly scores: ReadonlyMap<number, number>;
  /** People by what they said to be; who said several counts in each. */
  readonly categories: ReadonlyMap<Category, number>;
}

export const NO_TALLY: UnitTally = {
  people: 0,
  attempts: 0,
  valid: 0,
  finished: 0,
  allRight: 0,
  scoreCount: 0,
  scoreSum: 0,
  hours: new Map(),
  scores: new Map(),
  categories: new Map(),
};

/** Both together. Adding is commutative and associative, and NO_TALLY adds nothing: a branch is the same in whatever order. */
export function addTallies(a: UnitTally, b: UnitTally): UnitTally {
  return {
    people: a.people + b.people,
    attempts: a.attempts + b.attempts,
    valid: a.valid + b.valid,
    finished: a.finished + b.finished,
    allRight: a.allRight + b.allRight,
    scoreCount: a.scoreCount + b.scoreCount,
    // why rounded: the same marks must have the same sum in whatever order they were added up.
    scoreSum: roundMark(a.scoreSum + b.scoreSum),
    hours: addMaps(a.hours, b.hours, (x, y) => ({ people: x.people + y.people, attempts: x.attempts + y.attempts })),
    scores: addMaps(a.scores, b.scores, (x, y) => x + y),
    categories: addMaps(a.categories, b.categories, (x, y) => x + y),
  };
}

const NUMBERS = ['people', 'attempts', 'valid', 'finished', 'allRight', 'scoreCount', 'scoreSum'] as const;

/** Whether nothing was counted. */
export const isNoTally = (tally: UnitTally): boolean =>
  NUMBERS.every((each) => roundMark(tally[each]) === 0) && textOfMaps(tally) === NOTHING;

/** Whether two tallies say the same; hours, scores and categories of which there are none do not matter. */
export const isSameTally = (a: UnitTally, b: UnitTally): boolean =>
  NUMBERS.every((each) => roundMark(a[each]) === roundMark(b[each])) && textOfMaps(a) === textOfMaps(b);

const textOfMaps = (tally: UnitTally): string => JSON.stringify(bodyOf(tally));

/** Hours, scores and categories of a tally as a table keeps them. */
export interface TallyBody {
  /** Hour, people and attempts in turn, by hour. */
  readonly hours: readonly number[];
  /** Score and people in turn, by score. */
  readonly scores: readonly number[];
  /** In the fixed order of categories. */
  readonly categories: readonly (readonly [Category, number])[];
}

/** The same tally always gives the same body; what is zero is left out. */
export function bodyOf({ hours, scores, categories }: UnitTally): TallyBody {
  const byKey = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number => a - b;
  return {
    hours: [...hours]
      .filter(([, { people, attempts }]) => people !== 0 || attempts !== 0)
      .toSorted(byKey)
      .flatMap(([hour, { people, attempts }]) => [hour, people, attempts]),
    scores: [...scores]
      .filter(([, people]) => people !== 0)
      .toSorted(byKey)
      .flat(),
    categories: CATEGORIES.flatMap((each): [Category, number][] => {
      const people = categories.get(each) ?? 0;
      return people === 0 ? [] : [[each, people]];
    }),
  };
}

/** What bodyOf() was made of. */
export function mapsOfBody({
  hours,
  scores,
  categories,
}: TallyBody): Pick<UnitTally, 'hours' | 'scores' | 'categories'> {
  const byHour = new Map<number, HourTally>();
  for (let at = 0; at + 2 < hours.length; at += 3) {
    byHour.set(hours[at] as number, { people: hours[at + 1] as number, attempts: hours[at + 2] as number });
  }
  const byScore = new Map<number, number>();
  for (let at = 0; at + 1 < scores.length; at += 2) byScore.set(scores[at] as number, scores[at + 1] as number);
  return { hours: byHour, scores: byScore, categories: new Map(categories) };
}

/**
 * A sum that many tallies are added to, one after the other: what addTallies() gives, without a copy of its hours and scores for
 * each of them.
 */
export class TallySum implements UnitTally {
  people = 0;
  attempts = 0;
  valid = 0;
  finished = 0;
  allRight = 0;
  scoreCount = 0;
  scoreSum = 0;
  readonly hours = new Map<number, HourTally>();
  readonly scores = new Map<number, number>();
  readonly categories = new Map<Category, number>();

  /** Adds a tally, or with -1 takes it away. */
  add(tally: UnitTally, sign: 1 | -1 = 1): this {
    for (const each of NUMBERS) this[each] += sign * tally[each];
    this.scoreSum = roundMark(this.scoreSum);
    for (const [hour, { people, attempts }] of tally.hours) {
      const so = this.hours.get(hour);
      const sum = { people: (so?.people ?? 0) + sign * people, attempts: (so?.attempts ?? 0) + sign * attempts };
      this.hours.set(hour, sum);
    }
    for (const [score, people] of tally.scores) {
      this.scores.set(score, (this.scores.get(score) ?? 0) + sign * people);
    }
    for (const [category, people] of tally.categories) {
      this.categories.set(category, (this.categories.get(category) ?? 0) + sign * people);
    }
    return this;
  }
}

function addMaps<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>, add: (x: V, y: V) => V): ReadonlyMap<K, V> {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const sum = new Map(a);
  for (const [key, value] of b) {
    const own = sum.get(key);
    sum.set(key, own === undefined ? value : add(own, value));
  }
  return sum;
}

/** Mean of the counted scores; undefined when there is none. */
export const meanOfTally = (tally: UnitTally): number | undefined => rate(tally.scoreSum, tally.scoreCount);

/**
 * Median of the counted scores: the middle one, of an even number the mean of the two in the middle; undefined when there is none.
 */
export function medianOfTally({ scores }: UnitTally): number | undefined {
  const sorted = [...scores].filter(([, people]) => people > 0).toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, people]) => sum + people, 0);
  if (total === 0) return undefined;
  const at = (place: number): number => {
    let seen = 0;
    for (const [score, people] of sorted) {
      seen += people;
      if (seen > place) return score;
    }
    return sorted.at(-1)?.[0] ?? 0;
  };
  return roundMark((at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2);
}

const NOTHING = textOfMaps(NO_TALLY);
