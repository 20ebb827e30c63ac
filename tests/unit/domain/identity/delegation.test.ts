import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, Grant } from '#app/domain/identity/actor.ts';
import { delegatesIn, isLastOwn, mayDelegate } from '#app/domain/identity/delegation.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { branchBlocks, branchBlocksCache } from '#app/features/identity/charges/branch-blocks.ts';

const grant = (unitPath: string, block?: string, role: Grant['role'] = 'unitManager'): Grant => ({
  role,
  unitId: unitPath.split('/').at(-2) ?? '',
  unitPath,
  block,
});
const actor = (...grants: Grant[]): Actor => ({
  accountId: 'toi',
  unitId: 'xa',
  unitPath: '/tinh/xa/',
  birthYear: 1990,
  grants,
});
const of = (...blocks: (string | undefined)[]) => new Set(blocks);

describe('a charge is given', () => {
  test.each<[string, Grant[], { unitPath: string; block?: string }, ReadonlySet<string | undefined>, boolean]>([
    ['at the own unit', [grant('/tinh/xa/')], { unitPath: '/tinh/xa/' }, of('A'), true],
    ['below it', [grant('/tinh/xa/')], { unitPath: '/tinh/xa/xom/' }, of('A'), true],
    ['not above it', [grant('/tinh/xa/')], { unitPath: '/tinh/' }, of('A', undefined), false],
    ['not above it, for its block', [grant('/tinh/xa/')], { unitPath: '/tinh/', block: 'A' }, of('A'), false],
    ['not beside it', [grant('/tinh/xa/')], { unitPath: '/tinh/xa-moi/' }, of('A'), false],
    ['for the own block', [grant('/tinh/', 'A')], { unitPath: '/tinh/', block: 'A' }, of('A', 'B', undefined), true],
    ['not for another block', [grant('/tinh/', 'A')], { unitPath: '/tinh/', block: 'B' }, of('A', 'B'), false],
    ['not for all blocks', [grant('/tinh/', 'A')], { unitPath: '/tinh/' }, of('A', 'B', undefined), false],
    ['for a unit of the own block', [grant('/tinh/', 'A')], { unitPath: '/tinh/xa/' }, of('A'), true],
    ['not for one with another block in it', [grant('/tinh/', 'A')], { unitPath: '/tinh/xa/' }, of('A', 'B'), false],
    ['not for a unit of another block', [grant('/tinh/', 'A')], { unitPath: '/tinh/so/' }, of('B'), false],
    ['not for a unit outside of blocks', [grant('/tinh/', 'A')], { unitPath: '/tinh/so/' }, of(undefined), false],
    ['by an organizer anywhere', [grant('/tinh/', undefined, 'organizer')], { unitPath: '/tinh/so/' }, of('B'), true],
    ['not by an author', [grant('/tinh/', undefined, 'itemAuthor')], { unitPath: '/tinh/so/' }, of('B'), false],
    ['not by a contestant', [], { unitPath: '/tinh/xa/' }, of('A'), false],
  ])('%s', (_, grants, charge, blocks, allowed) => expect(mayDelegate(actor(...grants), charge, blocks)).toBe(allowed));
});

/** Trees of a few units, each with a block or that of the unit above. */
const trees = fc
  .array(fc.tuple(fc.nat(), fc.option(fc.constantFrom('A', 'B'), { nil: undefined })), { minLength: 1, maxLength: 12 })
  .map((drawn) => {
    const units: { id: string; path: string; block: string | undefined }[] = [];
    for (const [at, [above, block]] of drawn.entries()) {
      const parent = at === 0 ? undefined : units[above % at];
      units.push({ id: `u${at}`, path: `${parent?.path ?? '/'}u${at}/`, block: block ?? parent?.block });
    }
    return units;
  });
type Units = { id: string; path: string; block: string | undefined }[];
const indexOf = (units: Units) => new Map(units.map((unit) => [unit.id, unit]));

const charges = trees.chain((units) =>
  fc.record({
    units: fc.constant(units),
    own: fc.tuple(fc.constantFrom(...units), fc.constantFrom(undefined, 'A', 'B')),
    given: fc.tuple(fc.constantFrom(...units), fc.constantFrom(undefined, 'A', 'B')),
  }),
);

test('nobody gives what reaches a unit that their own charge does not reach', () => {
  fc.assert(
    fc.property(charges, ({ units, own, given }) => {
      const giver = actor(grant(own[0].path, own[1]));
      const blocks = branchBlocks(indexOf(units), given[0].path);
      if (!mayDelegate(giver, { unitPath: given[0].path, block: given[1] }, blocks)) return;
      const taker = actor(grant(given[0].path, given[1]));
      for (const unit of units) {
        if (can(taker, 'see-people-of-unit', unit)) expect(can(giver, 'see-people-of-unit', unit)).toBe(true);
      }
      expect(delegatesIn(giver, given[0].path, blocks) || !blocks.has(given[1])).toBe(true);
    }),
  );
});

test('the blocks of every branch are the same, looked at once or each by itself', () => {
  fc.assert(
    fc.property(trees, (units) => {
      const index = indexOf(units);
      const cached = branchBlocksCache(index);
      for (const { path } of units) expect(new Set(cached(path))).toEqual(new Set(branchBlocks(index, path)));
    }),
  );
});

test('the last own charge is one that nobody but another can take', () => {
  const one = actor(grant('/tinh/xa/'));
  expect(isLastOwn(one, 'toi')).toBe(true);
  expect(isLastOwn(one, 'nguoi-khac')).toBe(false);
  expect(isLastOwn(actor(grant('/tinh/xa/'), grant('/tinh/', undefined, 'organizer')), 'toi')).toBe(false);
  expect(isLastOwn(actor(grant('/tinh/xa/'), grant('/tinh/', undefined, 'itemAuthor')), 'toi')).toBe(true);
});
