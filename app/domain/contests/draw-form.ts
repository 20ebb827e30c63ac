import {
  isChosen,
  shufflesOptions as mayShuffle,
  type Interaction,
  type ItemBody,
  type ItemPlace,
} from '../items/item.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { seededRandom, shuffle, type Random } from '../kernel/random.ts';
import type { Blueprint, Quota, RoundKind } from './contest.ts';
import type { Form, Slot } from './form.ts';

/** Items with this tag are for practice: their keys are shown after each attempt, so that no contest paper has them. */
export const PRACTICE_TAG = 'luyen-tap';

/** A published item as the draw sees it. */
export interface PoolItem extends ItemPlace {
  readonly itemVersionId: string;
  readonly interaction: Interaction;
  /** None where the answer is typed: what is accepted is never shown. */
  readonly optionIds: readonly string[];
  /** Ids of the right options: all of them are shown, however few options a blueprint shows; of an order the right order. */
  readonly keys: readonly string[];
  /** False where the order of the options carries meaning (Đúng / Sai). */
  readonly shufflesOptions: boolean;
  /** match only. why left out elsewhere: a bank of other kinds has the hash that it had before. */
  readonly targetIds?: readonly string[] | undefined;
}

/** An item as the draw sees it. The order of the fields is part of the hash of a bank. */
export function poolItemOf(itemVersionId: string, place: ItemPlace, body: ItemBody): PoolItem {
  const { interaction, options, targets, key } = body;
  const isShown = isChosen(interaction) || interaction === 'order' || interaction === 'match';
  return {
    itemVersionId,
    topicSlug: place.topicSlug,
    lessonSlug: place.lessonSlug,
    difficulty: place.difficulty,
    tags: place.tags,
    interaction,
    keys: isShown && interaction !== 'match' ? key : [],
    optionIds: isShown ? options.map((option) => option.id) : [],
    shufflesOptions: mayShuffle(body),
    ...(interaction === 'match' ? { targetIds: (targets ?? []).map((target) => target.id) } : {}),
  };
}

/** Which quota the pool cannot fill, and how many items are missing. */
export interface Shortfall {
  readonly code: 'pool-too-small';
  readonly quota: Quota;
  readonly missing: number;
}

/** Whether a line of a blueprint may take the item. */
export const matchesQuota = (item: PoolItem, quota: Quota): boolean =>
  (quota.topic === undefined || item.topicSlug === quota.topic) &&
  (quota.lesson === undefined || item.lessonSlug === quota.lesson) &&
  (quota.difficulty === undefined || item.difficulty === quota.difficulty) &&
  (quota.tag === undefined || item.tags.includes(quota.tag)) &&
  (quota.interaction === undefined || item.interaction === quota.interaction);

const byVersion = (a: PoolItem, b: PoolItem): number => (a.itemVersionId < b.itemVersionId ? -1 : 1);

/** What papers of a kind of round may be drawn from: practice items for practice, all others for a contest. */
export const poolFor = (pool: readonly PoolItem[], kind: RoundKind): PoolItem[] =>
  pool.filter((item) => item.tags.includes(PRACTICE_TAG) === (kind === 'practice'));

/** Which quota of a blueprint each item was taken for, by the quota's place among all. */
export type Taken = Map<PoolItem, number>;

/**
 * Draws a paper: every quota is filled without taking an item twice, then the items of a section and the options of each
 * item are shuffled. The same blueprint, pool, seed and kind give the same paper, whatever the order of the pool. It is
 * refused only where no choice of items fills every quota.
 */
export function drawForm(
  blueprint: Blueprint,
  pool: readonly PoolItem[],
  seed: string,
  kind: RoundKind,
): Result<Form, Shortfall> {
  const random = seededRandom(seed);
  const ordered = poolFor(pool, kind).toSorted(byVersion);
  const quotas = blueprint.sections.flatMap((section) => section.quotas);
  const taken: Taken = new Map();
  for (const [index, quota] of quotas.entries()) {
    const missing = fill(taken, quotas, index, ordered, random);
    if (missing > 0) return refuse({ code: 'pool-too-small', quota, missing });
  }
  let first = 0;
  const drawn = blueprint.sections.flatMap((section) => {
    const end = first + section.quotas.length;
    const inSection = [...taken].filter(([, index]) => first <= index && index < end);
    first = end;
    return shuffle(inSection, random);
  });
  return ok({
    slots: drawn.map(([item, quota], index): Slot => {
      const optionOrder = optionsOf(item, blueprint.optionsShown, random);
      const marks = quotas[quota]?.marks;
      return {
        slot: index + 1,
        itemVersionId: item.itemVersionId,
        optionOrder,
        ...(item.targetIds ? { targetOrder: shuffle(item.targetIds, random) } : {}),
        ...(marks === undefined ? {} : { marks }),
      };
    }),
  });
}

/** Takes items for one quota. @returns how many it lacks, however the items of the quotas before it are chosen */
function fill(
  taken: Taken,
  quotas: readonly Quota[],
  index: number,
  ordered: readonly PoolItem[],
  random: Random,
): number {
  const quota = quotas[index];
  if (!quota) return 0;
  const candidates = ordered.filter((item) => !taken.has(item) && matchesQuota(item, quota));
  const chosen = shuffle(candidates, random).slice(0, quota.count);
  for (const item of chosen) taken.set(item, index);
  for (let missing = quota.count - chosen.length; missing > 0; missing -= 1) {
    if (!takeOne(taken, quotas, index, ordered)) return missing;
  }
  return 0;
}

/**
 * Gives a quota one item more, if need be one that another quota holds and can replace: a maximum matching by augmenting paths
 * (Kuhn, "The Hungarian method for the assignment problem", 1955). @returns whether there was one
 * why: a wide quota must not use up by chance what a narrow one behind it needs, so that some people could not start.
 */
export function takeOne(
  taken: Taken,
  quotas: readonly Quota[],
  index: number,
  items: readonly PoolItem[],
  seen: Set<PoolItem> = new Set(),
): boolean {
  const quota = quotas[index];
  if (!quota) return false;
  for (const item of items) {
    const holder = taken.get(item);
    if (seen.has(item) || holder === index || !matchesQuota(item, quota)) continue;
    seen.add(item);
    if (holder === undefined || takeOne(taken, quotas, holder, items, seen)) {
      taken.set(item, index);
      return true;
    }
  }
  return false;
}

/** The options that a contestant sees, in order. Where fewer are shown than there are, the keys stay and others go by lot. */
export function optionsOf(item: PoolItem, shown: number | undefined, random: Random): string[] {
  const { optionIds, keys, shufflesOptions, interaction } = item;
  if (interaction === 'order') return unsorted(item, random);
  if (!isChosen(interaction)) return shufflesOptions ? shuffle(optionIds, random) : [...optionIds];
  if (shown === undefined || shown >= optionIds.length) {
    return shufflesOptions ? shuffle(optionIds, random) : [...optionIds];
  }
  const others = optionIds.filter((id) => !keys.includes(id));
  // why at least one other: a paper on which every option is right asks nothing.
  const room = Math.max(1, shown - keys.length);
  const kept = new Set([...keys, ...shuffle(others, random).slice(0, room)]);
  const left = optionIds.filter((id) => kept.has(id));
  return shufflesOptions ? shuffle(left, random) : left;
}

/** The items of an order as they are shown first: every order but the right one is equally likely. */
function unsorted({ optionIds, keys, shufflesOptions }: PoolItem, random: Random): string[] {
  const isRight = (order: readonly string[]): boolean => order.every((id, index) => id === keys[index]);
  if (optionIds.length < 2 || (!shufflesOptions && !isRight(optionIds))) return [...optionIds];
  let order = shuffle(optionIds, random);
  while (isRight(order)) order = shuffle(optionIds, random);
  return order;
}
