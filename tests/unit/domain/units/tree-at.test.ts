import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { isValidAt, treeAt, versionAt } from '#app/domain/units/tree-at.ts';
import { aHistory, countries } from './unit-histories.ts';

const idsAt = (histories: Parameters<typeof treeAt>[0], at: number) => treeAt(histories, at).map((unit) => unit.path);

describe('the tree of a day', () => {
  const histories = [
    aHistory('commune', 0, 10, { parentId: 'district', block: 'Own' }),
    aHistory('hamlet', 0, undefined, { parentId: 'commune' }, { validFrom: 5, name: 'renamed' }),
    aHistory('district', 0, 8, { parentId: 'province', block: 'Districts' }),
    aHistory('province', 0, undefined, { kind: 'province' }),
  ];

  test('holds what is valid then, parents first', () => {
    expect(idsAt(histories, 7)).toEqual([
      '/province/',
      '/province/district/',
      '/province/district/commune/',
      '/province/district/commune/hamlet/',
    ]);
    expect(idsAt(histories, -1)).toEqual([]);
  });

  test('begins with the day and ends with it: the last instant is the one before the end', () => {
    expect(isValidAt(histories[2] as never, 7)).toBe(true);
    expect(isValidAt(histories[2] as never, 8)).toBe(false);
  });

  test('hangs a unit whose parent has ended on the nearest valid one above', () => {
    expect(idsAt(histories, 9)).toEqual(['/province/', '/province/commune/', '/province/commune/hamlet/']);
    expect(idsAt(histories, 10)).toEqual(['/province/', '/province/hamlet/']);
    expect(idsAt([aHistory('lost', 0, undefined, { parentId: 'nowhere' })], 0)).toEqual(['/lost/']);
  });

  test('takes the version of the day, before the first the first', () => {
    const unit = histories[1] as Parameters<typeof versionAt>[0];
    expect([-1, 0, 4, 5, 99].map((at) => versionAt(unit, at).name)).toEqual([
      'hamlet',
      'hamlet',
      'hamlet',
      'renamed',
      'renamed',
    ]);
  });

  test('gives a unit its own block or that of the nearest unit above that has one', () => {
    const blocks = Object.fromEntries(treeAt(histories, 7).map((unit) => [unit.id, unit.block]));
    expect(blocks).toEqual({ province: undefined, district: 'Districts', commune: 'Own', hamlet: 'Own' });
  });

  test('refuses a circle and names it, also one that leads through units that have ended', () => {
    const circle = [aHistory('a', 0, undefined, { parentId: 'b' }), aHistory('b', 0, undefined, { parentId: 'a' })];
    expect(() => treeAt(circle, 1)).toThrow(/a, b/u);
    const ended = [
      aHistory('a', 0, undefined, { parentId: 'b' }),
      aHistory('b', 0, 1, { parentId: 'c' }),
      aHistory('c', 0, 1, { parentId: 'b' }),
    ];
    expect(() => treeAt(ended, 2)).toThrow(/b, c/u);
  });

  test('every valid unit is in it once, below a parent that came before it, in whatever order the units are given', () => {
    fc.assert(
      fc.property(countries, fc.string(), ({ histories: all, lastDay }, seed) => {
        for (let day = 0; day <= lastDay; day += 1) {
          const tree = treeAt(shuffle(all, seededRandom(seed)), day);
          expect(tree.map((unit) => unit.id).toSorted()).toEqual(
            all
              .filter((unit) => isValidAt(unit, day))
              .map((unit) => unit.id)
              .toSorted(),
          );
          const seen = new Map<string, string>();
          for (const { id, parentId, path } of tree) {
            if (parentId !== undefined) expect(seen.has(parentId)).toBe(true);
            expect(path).toBe(childPath(parentId === undefined ? undefined : seen.get(parentId), id));
            seen.set(id, path);
          }
        }
      }),
    );
  });
});
