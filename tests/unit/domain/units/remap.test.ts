import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remapTo, type UnitLink } from '#app/domain/units/remap.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import { treeAt, type UnitHistory } from '#app/domain/units/tree-at.ts';
import { aHistory, countries } from './unit-histories.ts';

const add = (a: number, b: number): number => a + b;
const link = (fromId: string, toId: string, isMain = true): UnitLink => ({ fromId, toId, isMain });
const mapAt = (histories: UnitHistory[], links: UnitLink[], at: number) =>
  remapTo({ histories, links, tree: treeAt(histories, at), at });

/** Old districts d1 (a, b) and d2 (c, e) give way on day 10 to the communes x, y and z. */
const histories = [
  aHistory('p', 0, undefined),
  aHistory('d1', 0, 10, { parentId: 'p' }),
  aHistory('d2', 0, 10, { parentId: 'p' }),
  ...['a', 'b'].map((id) => aHistory(id, 0, 10, { parentId: 'd1' })),
  ...['c', 'e', 'f'].map((id) => aHistory(id, 0, 10, { parentId: 'd2' })),
  ...['x', 'y', 'z'].map((id) => aHistory(id, 10, undefined, { parentId: 'p' })),
];

describe('mapping units of one day to the tree of another', () => {
  const links = [link('a', 'x'), link('b', 'x'), link('c', 'y'), link('c', 'z', false), link('e', 'y'), link('e', 'z')];

  test('follows a merge forward, and back to the unit above both', () => {
    expect(['a', 'b'].map(mapAt(histories, links, 10))).toEqual(['x', 'x']);
    expect(mapAt(histories, links, 9)('x')).toBe('d1');
  });

  test('follows a split to its main part; without a single main part figures stay with the unit above', () => {
    expect(mapAt(histories, links, 10)('c')).toBe('y');
    expect(mapAt(histories, links, 10)('e')).toBe('p');
  });

  test('goes back to the main one of those that a unit came out of', () => {
    expect(mapAt(histories, [link('a', 'z'), link('c', 'z', false)], 9)('z')).toBe('a');
  });

  test('without links goes where the unit above goes, in the end to the root', () => {
    expect(mapAt(histories, links, 10)('f')).toBe('p');
    expect(mapAt(histories, [...links, link('d2', 'z')], 10)('f')).toBe('z');
    expect(mapAt(histories, links, 10)('never heard of')).toBe('p');
    expect(mapAt([], [], 10)('a')).toBe('a');
  });

  test('follows chains over units that are in neither tree', () => {
    const chain = [
      aHistory('p', 0, undefined),
      aHistory('one', 0, 5, { parentId: 'p' }),
      aHistory('two', 5, 8, { parentId: 'p' }),
      aHistory('three', 8, undefined, { parentId: 'p' }),
    ];
    const steps = [link('one', 'two'), link('two', 'three')];
    expect([0, 5, 8].map((day) => mapAt(chain, steps, day)('one'))).toEqual(['one', 'two', 'three']);
    expect([0, 5, 8].map((day) => mapAt(chain, steps, day)('three'))).toEqual(['one', 'two', 'three']);
  });

  test('comes back from links in a circle', () => {
    const circle = [link('a', 'b'), link('b', 'a')];
    expect(mapAt(histories, circle, 10)('a')).toBe('p');
  });

  test('every unit of every day goes to one unit of the tree, and a unit of the tree to itself', () => {
    fc.assert(
      fc.property(countries, ({ histories: all, links: steps, lastDay }) => {
        for (let day = 0; day <= lastDay; day += 1) {
          const tree = new Set(treeAt(all, day).map((unit) => unit.id));
          const remap = mapAt(all, steps, day);
          for (const { id } of all) {
            expect(tree.has(remap(id))).toBe(true);
            if (tree.has(id)) expect(remap(id)).toBe(id);
          }
        }
      }),
    );
  });

  test('links of any kind, also wrong ones, lead to one unit of the tree', () => {
    const node = fc.nat({ max: 25 }).map((number) => `u${number}`);
    const wild = fc.array(fc.record({ fromId: node, toId: node, isMain: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(countries, wild, ({ histories: all, lastDay }, steps) => {
        const tree = new Set(treeAt(all, lastDay).map((unit) => unit.id));
        const remap = mapAt(all, steps, lastDay);
        for (const { id } of all) expect(tree.has(remap(id))).toBe(true);
      }),
    );
  });

  test('no figure is lost or counted twice, and a parent is its own and the sum of those below, on every day', () => {
    fc.assert(
      fc.property(
        countries,
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 }),
        ({ histories: all, links: steps, lastDay }, figures) => {
          const total = all.reduce((sum, _, index) => sum + (figures[index] ?? 0), 0);
          for (let day = 0; day <= lastDay; day += 1) {
            const tree = treeAt(all, day);
            const remap = mapAt(all, steps, day);
            const own = new Map<string, number>();
            all.forEach(({ id }, index) => own.set(remap(id), (own.get(remap(id)) ?? 0) + (figures[index] ?? 0)));
            const sums = rollUp(tree, own, 0, add);
            const roots = tree.filter((unit) => unit.parentId === undefined);
            expect(roots.reduce((sum, { id }) => sum + (sums.get(id) as number), 0)).toBe(total);
            for (const { id } of tree) {
              const below = tree.filter((unit) => unit.parentId === id);
              expect(sums.get(id)).toBe(
                below.reduce((sum, child) => sum + (sums.get(child.id) as number), own.get(id) ?? 0),
              );
            }
          }
        },
      ),
    );
  });
});
