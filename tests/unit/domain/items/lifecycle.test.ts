import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideItemAct, type ItemAct, type ItemState } from '#app/domain/items/lifecycle.ts';

const NEW: ItemState = { status: 'draft', work: 'draft', writerIds: ['author'], hasPublishedVersion: false };
const IN_REVIEW: ItemState = { ...NEW, status: 'review', work: 'review' };
const PUBLISHED: ItemState = { status: 'published', work: 'none', writerIds: [], hasPublishedVersion: true };
const RETIRED: ItemState = { ...PUBLISHED, status: 'retired' };
const ACTS: readonly ItemAct[] = ['edit', 'submit', 'endorse', 'return', 'publish', 'withdraw', 'retire', 'restore'];

/** The state afterwards as "status/work", or the reason why not. */
const decided = (state: ItemState, act: ItemAct, actor: string, faults = 0): string => {
  const result = decideItemAct(state, act, actor, faults);
  return result.ok ? `${result.value.status}/${result.value.work}` : result.error.code;
};

describe('the life of an item', () => {
  test.each<[string, ItemState, ItemAct, string, string]>([
    ['a draft is sent for review', NEW, 'submit', 'author', 'review/review'],
    ['what is in review cannot be written', IN_REVIEW, 'edit', 'author', 'item-not-in-that-state'],
    ['its writer takes it back', IN_REVIEW, 'withdraw', 'author', 'draft/draft'],
    ['nobody else takes it back', IN_REVIEW, 'withdraw', 'other', 'item-needs-its-writer'],
    ['a second person returns it', IN_REVIEW, 'return', 'other', 'draft/draft'],
    ['its writer returns nothing', IN_REVIEW, 'return', 'author', 'item-needs-a-second-person'],
    ['a second person endorses it', IN_REVIEW, 'endorse', 'other', 'review/review'],
    ['its writer does not', IN_REVIEW, 'endorse', 'author', 'item-needs-a-second-person'],
    ['a second person publishes it', IN_REVIEW, 'publish', 'other', 'published/none'],
    ['its writer does not publish', IN_REVIEW, 'publish', 'author', 'item-needs-a-second-person'],
    ['a draft is not published', NEW, 'publish', 'other', 'item-not-in-that-state'],
    ['papers keep a published item while it is revised', PUBLISHED, 'edit', 'author', 'published/draft'],
    ['a published item is retired', PUBLISHED, 'retire', 'other', 'retired/none'],
    ['a retired one is not written', RETIRED, 'edit', 'author', 'item-not-in-that-state'],
    ['and can be used again', RETIRED, 'restore', 'other', 'published/none'],
  ])('%s', (_name, state, act, actor, expected) => {
    expect(decided(state, act, actor)).toBe(expected);
  });

  test('errors keep a text from review and from the bank', () => {
    expect(decided(NEW, 'submit', 'author', 1)).toBe('item-has-faults');
    expect(decided(IN_REVIEW, 'publish', 'other', 1)).toBe('item-has-faults');
  });

  test('whatever is done by whom, nobody publishes what he or she wrote', () => {
    const step = fc.record({ act: fc.constantFrom(...ACTS), actor: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: ItemState = { ...NEW, writerIds: ['a'] };
        let writers = new Set(['a']);
        for (const { act, actor } of steps) {
          const result = decideItemAct(state, act, actor, 0);
          if (!result.ok) continue;
          if (act === 'edit') writers = new Set([...(state.work === 'none' ? [] : writers), actor]);
          if (act === 'publish') expect(writers.has(actor)).toBe(false);
          state = result.value;
        }
      }),
    );
  });
});
