import { roundMark } from '../kernel/numbers.ts';
import { categoriesOf, type Category } from '../units/category.ts';
import type { HourTally, UnitTally } from './tally.ts';

/** Which scopes a contest is counted in. */
export interface ScopePlan {
  /** The contest rounds. */
  readonly roundIds: readonly string[];
  /** The scope of all rounds together, whose people are the entries of the contest; of a single round that round itself. */
  readonly wholeId: string | undefined;
  /** Scopes that hold scores alone: those as of a freeze. */
  readonly frozenIds: readonly string[];
}

/** Attempts of a unit in a round that began in the same hour and stand alike. */
export interface AttemptGroup {
  readonly unitId: string;
  readonly roundId: string;
  /** Hours since 1970, UTC. */
  readonly hour: number;
  /** First attempts of people in the round. */
  readonly isFirst: boolean;
  readonly isFinished: boolean;
  readonly isValid: boolean;
  readonly attempts: number;
}

/** People of a unit who entered the contest in the same hour and said to be the same. */
export interface EntryGroup {
  readonly unitId: string;
  readonly hour: number;
  /** "|category|category|" */
  readonly categories: string;
  readonly people: number;
}

/** People of a unit who sat a round and said to be the same. */
export interface CategoryGroup {
  readonly unitId: string;
  readonly roundId: string;
  readonly categories: string;
  readonly people: number;
}

/** People of a unit whose counted attempt in a scope has the same score. */
export interface ScoreGroup {
  readonly unitId: string;
  readonly scopeId: string;
  readonly score: number;
  readonly isAllRight: boolean;
  readonly people: number;
}

export interface ContestGroups {
  readonly attempts: readonly AttemptGroup[];
  readonly entries: readonly EntryGroup[];
  readonly categories: readonly CategoryGroup[];
  readonly scores: readonly ScoreGroup[];
}

/** Figures by scope and unit; where nothing was counted there is none. */
export type TalliesByScope = ReadonlyMap<string, ReadonlyMap<string, UnitTally>>;

/** A tally that is being counted. */
class Draft implements UnitTally {
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

  addPeople(hour: number, people: number): void {
    this.people += people;
    this.#addHour(hour, people, 0);
  }

  addAttempts({
    hour,
    attempts,
    isFinished,
    isValid,
  }: Pick<AttemptGroup, 'hour' | 'attempts' | 'isFinished' | 'isValid'>): void {
    this.attempts += attempts;
    if (isFinished) this.finished += attempts;
    if (isFinished && isValid) this.valid += attempts;
    this.#addHour(hour, 0, attempts);
  }

  addCategories(text: string, people: number): void {
    for (const each of categoriesOf(text)) this.categories.set(each, (this.categories.get(each) ?? 0) + people);
  }

  addScore({ score, isAllRight, people }: Pick<ScoreGroup, 'score' | 'isAllRight' | 'people'>): void {
    const mark = roundMark(score);
    this.scoreCount += people;
    this.scoreSum = roundMark(this.scoreSum + mark * people);
    this.scores.set(mark, (this.scores.get(mark) ?? 0) + people);
    if (isAllRight) this.allRight += people;
  }

  #addHour(hour: number, people: number, attempts: number): void {
    const so = this.hours.get(hour);
    this.hours.set(hour, { people: (so?.people ?? 0) + people, attempts: (so?.attempts ?? 0) + attempts });
  }
}

class Drafts {
  readonly #scopes = new Map<string, Map<string, Draft>>();

  of(scopeId: string, unitId: string): Draft {
    const scope = this.#scopes.get(scopeId) ?? new Map<string, Draft>();
    this.#scopes.set(scopeId, scope);
    const draft = scope.get(unitId) ?? new Draft();
    scope.set(unitId, draft);
    return draft;
  }

  get all(): TalliesByScope {
    return this.#scopes;
  }
}

/**
 * Figures of units in every scope of a contest. In a round, people are those with a first attempt; in the whole contest those who
 * entered it, whatever rounds they sat. A contest of one round is that round.
 */
export function countContestGroups(plan: ScopePlan, groups: ContestGroups): TalliesByScope {
  const drafts = new Drafts();
  const { wholeId } = plan;
  const rounds = new Set(plan.roundIds);
  for (const group of groups.attempts) {
    if (!rounds.has(group.roundId)) continue;
    const round = drafts.of(group.roundId, group.unitId);
    round.addAttempts(group);
    if (group.isFirst && group.roundId !== wholeId) round.addPeople(group.hour, group.attempts);
    if (wholeId !== undefined && group.roundId !== wholeId) drafts.of(wholeId, group.unitId).addAttempts(group);
  }
  for (const { unitId, hour, categories, people } of wholeId === undefined ? [] : groups.entries) {
    const whole = drafts.of(wholeId as string, unitId);
    whole.addPeople(hour, people);
    whole.addCategories(categories, people);
  }
  for (const { unitId, roundId, categories, people } of groups.categories) {
    if (rounds.has(roundId) && roundId !== wholeId) drafts.of(roundId, unitId).addCategories(categories, people);
  }
  const scored = new Set([...plan.roundIds, ...plan.frozenIds, ...(wholeId === undefined ? [] : [wholeId])]);
  for (const group of groups.scores) {
    if (scored.has(group.scopeId)) drafts.of(group.scopeId, group.unitId).addScore(group);
  }
  return drafts.all;
}

/** Lessons of a topic that people of a unit read for the first time in the same hour. */
export interface ReadingGroup {
  readonly unitId: string;
  readonly hour: number;
  /** People whose first lesson of the topic it was. */
  readonly people: number;
  readonly lessons: number;
}

/** Figures of units in a topic. @param finished by unit, the people who have read every lesson of it */
export function countReadings(
  scopeId: string,
  readings: readonly ReadingGroup[],
  finished: ReadonlyMap<string, number>,
): TalliesByScope {
  const drafts = new Drafts();
  for (const { unitId, hour, people, lessons } of readings) {
    const draft = drafts.of(scopeId, unitId);
    draft.addPeople(hour, people);
    draft.addAttempts({ hour, attempts: lessons, isFinished: false, isValid: false });
  }
  for (const [unitId, people] of finished) drafts.of(scopeId, unitId).finished += people;
  return drafts.all;
}
