import type { ItemPlace } from '../items/item.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { seededRandom, shuffle } from '../kernel/random.ts';
import type { Blueprint, Quota } from './contest.ts';
import type { Form } from './form.ts';

/** A published item as the draw sees it. */
export interface PoolItem extends ItemPlace {
  readonly itemVersionId: string;
  readonly optionIds: readonly string[];
  /** False where the order of the options carries meaning (Đúng / Sai). */
  readonly shufflesOptions: boolean;
}

/** Which quota the pool cannot fill, and how many items are missing. */
export interface Shortfall {
  readonly code: 'pool-too-small';
  readonly quota: Quota;
  readonly missing: number;
}

const matches = (item: PoolItem, quota: Quota): boolean =>
  (quota.topic === undefined || item.topicSlug === quota.topic) &&
  (quota.lesson === undefined || item.lessonSlug === quota.lesson) &&
  (quota.difficulty === undefined || item.difficulty === quota.difficulty) &&
  (quota.tag === undefined || item.tags.includes(quota.tag));

/**
 * Draws a paper: every quota is filled without taking an item twice, then the items of a section and the options of each
 * item are shuffled. The same blueprint, pool and seed give the same paper, whatever the order of the pool.
 */
export function drawForm(blueprint: Blueprint, pool: readonly PoolItem[], seed: string): Result<Form, Shortfall> {
  const random = seededRandom(seed);
  const ordered = pool.toSorted((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1));
  const taken = new Set<string>();
  const drawn: PoolItem[] = [];
  for (const section of blueprint.sections) {
    const inSection: PoolItem[] = [];
    for (const quota of section.quotas) {
      const candidates = ordered.filter((item) => !taken.has(item.itemVersionId) && matches(item, quota));
      if (candidates.length < quota.count) {
        return refuse({ code: 'pool-too-small', quota, missing: quota.count - candidates.length });
      }
      for (const item of shuffle(candidates, random).slice(0, quota.count)) {
        taken.add(item.itemVersionId);
        inSection.push(item);
      }
    }
    drawn.push(...shuffle(inSection, random));
  }
  return ok({
    slots: drawn.map((item, index) => ({
      slot: index + 1,
      itemVersionId: item.itemVersionId,
      optionOrder: item.shufflesOptions ? shuffle(item.optionIds, random) : [...item.optionIds],
    })),
  });
}
