import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ItemStatus } from './item.ts';

/** What can be done with an item. */
export type ItemAct = 'edit' | 'submit' | 'endorse' | 'return' | 'publish' | 'withdraw' | 'retire' | 'restore';

/**
 * Where an item stands. While a published item is being revised its status stays published, as papers are still drawn from
 * the version that was approved; `work` says how far the next version is.
 */
export interface ItemState {
  readonly status: ItemStatus;
  /** none: nothing is being written; draft: somebody writes; review: a frozen text waits for a second person. */
  readonly work: 'none' | 'draft' | 'review';
  /** Everybody who wrote at the text that is in work. */
  readonly writerIds: readonly string[];
  readonly hasPublishedVersion: boolean;
}

/** Why an act on an item is refused. */
export type ItemActRefusal =
  'item-not-in-that-state' | 'item-needs-a-second-person' | 'item-needs-its-writer' | 'item-has-faults';

/**
 * Decides an act of the life cycle: draft → review → published → retired. The text that was frozen for review is what gets
 * published, nobody endorses, returns or publishes what
 * he or she wrote, and only who wrote it takes it back.
 * @param faults how many faults of the text keep it from being published
 * @returns the state afterwards, or why not
 */
export function decideItemAct(
  state: ItemState,
  act: ItemAct,
  actorId: string,
  faults: number,
): Result<ItemState, { readonly code: ItemActRefusal }> {
  const isSecond = !state.writerIds.includes(actorId);
  const to = (work: ItemState['work'], status: ItemStatus = statusWith(state, work)): Result<ItemState, never> =>
    ok({ ...state, work, status });
  switch (act) {
    case 'edit':
      if (state.work === 'review' || state.status === 'retired') return refuse({ code: 'item-not-in-that-state' });
      return ok({
        ...state,
        work: 'draft',
        status: statusWith(state, 'draft'),
        writerIds: [...new Set([...state.writerIds, actorId])],
      });
    case 'submit':
      if (state.work !== 'draft') return refuse({ code: 'item-not-in-that-state' });
      return faults > 0 ? refuse({ code: 'item-has-faults' }) : to('review');
    case 'withdraw':
      if (state.work !== 'review') return refuse({ code: 'item-not-in-that-state' });
      return isSecond ? refuse({ code: 'item-needs-its-writer' }) : to('draft');
    case 'return':
      if (state.work !== 'review') return refuse({ code: 'item-not-in-that-state' });
      return isSecond ? to('draft') : refuse({ code: 'item-needs-a-second-person' });
    case 'endorse':
      if (state.work !== 'review') return refuse({ code: 'item-not-in-that-state' });
      return isSecond ? ok(state) : refuse({ code: 'item-needs-a-second-person' });
    case 'publish':
      if (state.work !== 'review') return refuse({ code: 'item-not-in-that-state' });
      if (!isSecond) return refuse({ code: 'item-needs-a-second-person' });
      if (faults > 0) return refuse({ code: 'item-has-faults' });
      return ok({ status: 'published', work: 'none', writerIds: [], hasPublishedVersion: true });
    case 'retire':
      return state.status === 'published' && state.work === 'none'
        ? ok({ ...state, status: 'retired' })
        : refuse({ code: 'item-not-in-that-state' });
    case 'restore':
      return state.status === 'retired' && state.hasPublishedVersion
        ? ok({ ...state, status: 'published' })
        : refuse({ code: 'item-not-in-that-state' });
  }
}

const statusWith = (state: ItemState, work: ItemState['work']): ItemStatus =>
  state.hasPublishedVersion ? state.status : work === 'review' ? 'review' : 'draft';
