import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import { childPath, idsOfPath, inChildFirstOrder, isWithin, rollUp, type UnitNode } from '#app/domain/units/tree.ts';

/** A random tree: each unit after the first hangs under one that came before it. */
const trees: fc.Arbitrary<UnitNode[]> = fc
  .array(fc.nat(), { maxLength: 40 })
  .map((picks) => [
    { id: 'u0', parentId: undefined },
    ...picks.map((pick, index) => ({ id: `u${index + 1}`, parentId: `u${pick % (index + 1)}` })),
  ]);
const add = (a: number, b: number): number => a + b;
const below = (nodes: readonly UnitNode[], id: string): string[] => [
  id,
  ...nodes.filter((node) => node.parentId === id).flatMap((node) => below(nodes, node.id)),
];

describe('paths', () => {
  test('a unit lies in its own branch and in those of all above it', () => {
    const province = childPath(undefined, 'cao-bang');
    const commune = childPath(province, 'xa-truong-ha');
    expect(commune).toBe('/cao-bang/xa-truong-ha/');
    expect(idsOfPath(commune)).toEqual(['cao-bang', 'xa-truong-ha']);
    expect([isWithin(commune, province), isWithin(province, province), isWithin(province, commune)]).toEqual([
      true,
      true,
      false,
    ]);
  });
  test('a longer name is no branch of a shorter one', () => {
    expect(isWithin('/cao-bang/xa-1-mo-rong/', '/cao-bang/xa-1/')).toBe(false);
  });
});

describe('rollUp', () => {
  test('a unit gets the sum of everything in its branch, whatever the order of the nodes', () => {
    fc.assert(
      fc.property(
        trees,
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 41 }),
        fc.string(),
        (nodes, figures, seed) => {
          const own = new Map(figures.slice(0, nodes.length).map((figure, index) => [`u${index}`, figure]));
          const totals = rollUp(shuffle(nodes, seededRandom(seed)), own, 0, add);
          for (const { id } of nodes) {
            expect(totals.get(id)).toBe(below(nodes, id).reduce((sum, each) => sum + (own.get(each) ?? 0), 0));
          }
        },
      ),
    );
  });

  test('every unit comes before its parent', () => {
    fc.assert(
      fc.property(trees, (nodes) => {
        const order = inChildFirstOrder(nodes).map((node) => node.id);
        for (const { id, parentId } of nodes)
          if (parentId) expect(order.indexOf(id)).toBeLessThan(order.indexOf(parentId));
      }),
    );
  });

  test.each<[string, UnitNode[]]>([
    [
      'a loop',
      [
        { id: 'a', parentId: 'b' },
        { id: 'b', parentId: 'a' },
      ],
    ],
    [
      'a unit that is its own parent',
      [
        { id: 'a', parentId: undefined },
        { id: 'b', parentId: 'b' },
      ],
    ],
    [
      'a loop beside a sound branch',
      [
        { id: 'a', parentId: undefined },
        { id: 'b', parentId: 'c' },
        { id: 'c', parentId: 'b' },
      ],
    ],
    ['a parent that does not exist', [{ id: 'a', parentId: 'nobody' }]],
  ])('%s is refused', (_name, nodes) => {
    expect(() => rollUp(nodes, new Map(), 0, add)).toThrow('loop or a parent');
  });

  test('two provinces stay apart', () => {
    const nodes = [
      { id: 'a', parentId: undefined },
      { id: 'b', parentId: undefined },
    ];
    expect(rollUp(nodes, new Map([['a', 1]]), 0, add)).toEqual(
      new Map([
        ['a', 1],
        ['b', 0],
      ]),
    );
  });
});
