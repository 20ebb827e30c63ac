// Rounds of made-up people for tests of signals: each answers by own ability, at own speed, and knows nothing of the others.
import { seededRandom, shuffle, type Random } from '#app/domain/kernel/random.ts';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';
import { ItemCounter } from '#app/domain/signals/item-stats.ts';
import { RoundFinder, type RoundFindings } from '#app/domain/signals/find-in-round.ts';
import type { Answered, Sitting } from '#app/domain/signals/sitting.ts';

export interface SimulatedItem {
  readonly id: string;
  /** On the logit scale. */
  readonly difficulty: number;
  /** How often each wrong option is chosen by who is wrong; adds up to 1. */
  readonly wrong: readonly number[];
  readonly syllables: number;
}

export interface Simulation {
  readonly seed: string;
  readonly people: number;
  readonly units?: number;
  readonly pool?: number;
  readonly questions?: number;
}

export const OPENS = Date.UTC(2026, 8, 1);
export const WINDOW = { opensAt: OPENS, closesAt: OPENS + 7 * DAY };

/** Of a normal distribution around 0 (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export function itemsOf(count: number, random: Random): SimulatedItem[] {
  return Array.from({ length: count }, (_, index) => {
    const weights = [1 + 3 * random(), 0.3 + random(), 0.1 + random()];
    const sum = weights.reduce((a, b) => a + b, 0);
    return {
      id: `cau-${index + 1}`,
      difficulty: normal(random) - 0.8,
      wrong: weights.map((weight) => weight / sum),
      syllables: 35 + Math.floor(random() * 40),
    };
  });
}

/** An honest answer to a question. */
export function answered(item: SimulatedItem, slot: number, ability: number, pace: number, random: Random): Answered {
  const isRight = random() < 1 / (1 + Math.exp(item.difficulty - ability));
  return {
    slot,
    itemVersionId: item.id,
    answer: isRight ? 'key' : wrongOf(item, random),
    isRight,
    syllables: item.syllables,
    seconds: Math.max(2, Math.round((item.syllables / 4.5 + 4) * pace * Math.exp(0.4 * normal(random)))),
  };
}

export function wrongOf({ wrong }: SimulatedItem, random: Random): string {
  let rest = random();
  const at = wrong.findIndex((share) => (rest -= share) < 0);
  return `sai-${at < 0 ? wrong.length : at + 1}`;
}

/** An attempt with what follows from its answers. */
export function sittingOf(
  given: Pick<Sitting, 'attemptId' | 'unitId' | 'startedAt' | 'answers'> & { readonly takes?: number },
): Sitting {
  const durationMs = given.takes ?? given.answers.reduce((sum, each) => sum + (each.seconds ?? 0), 0) * 1_000;
  return {
    ...given,
    accountId: `nguoi-cua-${given.attemptId}`,
    durationMs,
    finishedAt: given.startedAt + durationMs,
    score: given.answers.filter(({ isRight }) => isRight).length,
    maxScore: given.answers.length,
  };
}

/** A round in which everybody is honest; units differ in ability, and most people of a unit come within the same hours. */
export function honestRound({ seed, people, units = 50, pool = 60, questions = 20 }: Simulation): {
  items: SimulatedItem[];
  sittings: Sitting[];
} {
  const random = seededRandom(seed);
  const items = itemsOf(pool, random);
  const places = Array.from({ length: units }, (_, index) => ({
    id: `don-vi-${index + 1}`,
    ability: 0.5 * normal(random),
    startsAt: OPENS + Math.floor(random() * 5 * DAY),
  }));
  const sittings = Array.from({ length: people }, (_, index) => {
    const unit = places[Math.floor(random() * places.length)] as (typeof places)[number];
    const ability = unit.ability + normal(random);
    const pace = Math.exp(0.3 * normal(random));
    const startedAt = unit.startsAt + Math.floor(random() * (random() < 0.7 ? 3 * HOUR : 1.8 * DAY));
    const drawn = shuffle(items, random).slice(0, questions);
    const answers = drawn.map((item, slot) => answered(item, slot + 1, ability, pace, random));
    return sittingOf({ attemptId: `bai-${index + 1}`, unitId: unit.id, startedAt, answers });
  });
  return { items, sittings };
}

/** Looks at a round as the background does: first how each question was answered, then unit after unit. */
export function look(sittings: readonly Sitting[]): RoundFindings {
  const counter = new ItemCounter();
  for (const sitting of sittings) counter.add(sitting);
  const finder = new RoundFinder(WINDOW, counter.stats());
  const ordered = sittings.toSorted((a, b) => a.unitId.localeCompare(b.unitId) || a.finishedAt - b.finishedAt);
  for (const sitting of ordered) finder.add(sitting);
  return finder.findings();
}
