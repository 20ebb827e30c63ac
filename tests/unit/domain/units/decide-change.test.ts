import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeCommand, ChangePlan, NewLink } from '#app/domain/units/change-command.ts';
import { decideChange } from '#app/domain/units/decide-change.ts';
import { presentUnits } from '#app/domain/units/present-tree.ts';
import { remapTo } from '#app/domain/units/remap.ts';
import { isValidAt, treeAt, versionAt } from '#app/domain/units/tree-at.ts';
import { withAttributes, withCorrection, type Forest, type UnitRecord } from '#app/domain/units/unit-record.ts';

const unit = (id: string, parentId: string | undefined, given: Partial<UnitRecord> = {}): UnitRecord => ({
  id,
  validFrom: 0,
  validTo: undefined,
  versions: [{ validFrom: 0, parentId, name: id.toUpperCase(), kind: 'commune', block: undefined, code: undefined }],
  guidance: '',
  takesPeople: false,
  ...given,
});
const forestOf = (...units: UnitRecord[]): Forest => new Map(units.map((each) => [each.id, each]));
const after = (forest: Forest, plan: ChangePlan): Forest =>
  new Map([...forest, ...plan.edits.map((edit) => [edit.after.id, edit.after] as const)]);
const fresh = (name: string) => ({ name, kind: 'commune', block: undefined, code: undefined });
const nobody = { peopleOf: () => 0 };

const PROVINCE = forestOf(unit('p', undefined), unit('a', 'p'), unit('b', 'p'), unit('c', 'p'), unit('a1', 'a'));

function decided(forest: Forest, command: ChangeCommand, at = 100): ChangePlan {
  const result = decideChange(forest, command, { at, ...nobody });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
const refused = (forest: Forest, command: ChangeCommand, at = 100, people = 0) => {
  const result = decideChange(forest, command, { at, peopleOf: () => people });
  return result.ok ? undefined : result.error;
};
const parents = (forest: Forest, at: number) =>
  Object.fromEntries(treeAt([...forest.values()], at).map(({ id, parentId }) => [id, parentId]));

describe('a change of the tree', () => {
  test('a unit that is founded has an id of its name, and is there from its day on', () => {
    const forest = after(PROVINCE, decided(PROVINCE, { kind: 'found', parentId: 'a', unit: fresh('Xóm  Lũng Nặm') }));
    expect(parents(forest, 99)['xom-lung-nam']).toBeUndefined();
    expect(parents(forest, 100)['xom-lung-nam']).toBe('a');
  });

  test('a new name holds from its day on, and the old one before', () => {
    const forest = after(PROVINCE, decided(PROVINCE, { kind: 'rename', unitId: 'a', name: 'Xã Mới' }));
    const a = forest.get('a') as UnitRecord;
    expect([versionAt(a, 99).name, versionAt(a, 100).name]).toEqual(['A', 'Xã Mới']);
  });

  test('a merger hands over what stands below and the people, and links old to new', () => {
    const plan = decided(PROVINCE, { kind: 'merge', unitIds: ['a', 'b'], into: { parentId: 'p', unit: fresh('A') } });
    const forest = after(PROVINCE, plan);
    // The new unit has the name of one that ends on that day: that is no name twice.
    expect(parents(forest, 100)).toEqual({ p: undefined, c: 'p', 'a-2': 'p', a1: 'a-2' });
    expect(plan.heirs).toEqual([
      { from: 'a', to: 'a-2' },
      { from: 'b', to: 'a-2' },
    ]);
    expect(plan.links.map(({ fromId, toId, isMain }) => [fromId, toId, isMain])).toEqual([
      ['a', 'a-2', true],
      ['b', 'a-2', true],
    ]);
    expect(parents(forest, 99)).toEqual(parents(PROVINCE, 99));
  });

  test('one of the merged units may go on', () => {
    const plan = decided(PROVINCE, { kind: 'merge', unitIds: ['b', 'a'], into: { unitId: 'b' } });
    expect(parents(after(PROVINCE, plan), 100)).toEqual({ p: undefined, b: 'p', c: 'p', a1: 'b' });
    expect(plan.heirs).toEqual([{ from: 'a', to: 'b' }]);
  });

  test('a split gives people and units below to the main part', () => {
    const parts = [fresh('Bắc'), fresh('Nam')];
    const plan = decided(PROVINCE, { kind: 'split', unitId: 'a', parts, main: 1 });
    expect(parents(after(PROVINCE, plan), 100)).toEqual({
      p: undefined,
      b: 'p',
      c: 'p',
      bac: 'p',
      nam: 'p',
      a1: 'nam',
    });
    expect(plan.heirs).toEqual([{ from: 'a', to: 'nam' }]);
    expect(plan.links.map(({ toId, isMain }) => [toId, isMain])).toEqual([
      ['bac', false],
      ['nam', true],
    ]);
  });

  test('a unit that gives off a part goes on and keeps its people', () => {
    const plan = decided(PROVINCE, { kind: 'split', unitId: 'a', parts: [fresh('Phần mới')], main: 'goes-on' });
    expect(parents(after(PROVINCE, plan), 100)).toMatchObject({ a: 'p', 'phan-moi': 'p', a1: 'a' });
    expect(plan.heirs).toEqual([]);
  });

  test.each([
    ['a loop', { kind: 'move', unitId: 'a', parentId: 'a1' }, 'loop'],
    ['itself as parent', { kind: 'move', unitId: 'a', parentId: 'a' }, 'loop'],
    ['a parent that does not exist', { kind: 'move', unitId: 'a', parentId: 'x' }, 'no-such-parent'],
    ['a unit that does not exist', { kind: 'rename', unitId: 'x', name: 'X' }, 'no-such-unit'],
    ['a name twice', { kind: 'rename', unitId: 'a', name: 'b' }, 'double-name'],
    ['units below that are left', { kind: 'end', unitId: 'a', belowTo: undefined }, 'below-left'],
    ['the top', { kind: 'end', unitId: 'p', belowTo: undefined }, 'top-stays'],
    ['the same name', { kind: 'rename', unitId: 'a', name: 'A' }, 'nothing-changes'],
    ['no name', { kind: 'rename', unitId: 'a', name: '  ' }, 'name-missing'],
    ['a merger of one', { kind: 'merge', unitIds: ['a'], into: { unitId: 'a' } }, 'too-few-units'],
    ['an end on the day it began', { kind: 'end', unitId: 'b', belowTo: undefined }, 'ends-before-it-began', 0],
  ] as [string, ChangeCommand, string, number?][])('is refused for %s', (_, command, code, at) => {
    expect(refused(PROVINCE, command, at)?.code).toBe(code);
  });

  test('a unit with people does not end without a successor; the refusal says how many', () => {
    expect(refused(PROVINCE, { kind: 'end', unitId: 'b', belowTo: undefined }, 100, 7)).toEqual({
      code: 'people-left',
      names: ['B'],
      count: 7,
    });
  });

  test('a code twice on one day is refused; a successor may have the code of who ended', () => {
    const coded = after(PROVINCE, decided(PROVINCE, { kind: 'correct', unitId: 'a', changes: { code: '01273' } }));
    const command: ChangeCommand = { kind: 'correct', unitId: 'b', changes: { code: '01273' } };
    expect(refused(coded, command)?.code).toBe('double-code');
    const into = { parentId: 'p', unit: { ...fresh('Mới'), code: '01273' } };
    expect(refused(coded, { kind: 'merge', unitIds: ['a', 'b'], into })).toBeUndefined();
  });

  test('a change before a later one keeps what the later one says', () => {
    const moved = after(PROVINCE, decided(PROVINCE, { kind: 'move', unitId: 'a', parentId: 'b' }, 200));
    const renamed = after(moved, decided(moved, { kind: 'rename', unitId: 'a', name: 'Tên mới' }, 100));
    const { versions } = renamed.get('a') as UnitRecord;
    expect(versions.map(({ validFrom, parentId, name }) => [validFrom, parentId, name])).toEqual([
      [0, 'p', 'A'],
      [100, 'p', 'Tên mới'],
      [200, 'b', 'Tên mới'],
    ]);
  });

  test('a move that would become a loop by a later move is refused', () => {
    const moved = after(PROVINCE, decided(PROVINCE, { kind: 'move', unitId: 'b', parentId: 'a' }, 200));
    expect(refused(moved, { kind: 'move', unitId: 'a', parentId: 'b' }, 100)?.code).toBe('loop');
  });

  test('a correction makes no history, and corrects every version with the same mistake', () => {
    const a = withAttributes(unit('a', 'p'), 100, { parentId: 'b' });
    const corrected = withCorrection(a, 100, { name: 'Đúng' });
    expect(corrected.versions.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Đúng', 'p'],
      ['Đúng', 'b'],
    ]);
  });
});

const DAYS = [10, 20, 30, 40, 50];
const pick = fc.nat(1_000);

const aCommand = fc.record({
  kind: fc.constantFrom('found', 'rename', 'move', 'merge', 'mergeInto', 'split', 'goesOn', 'end'),
  at: fc.constantFrom(...DAYS),
  a: pick,
  b: pick,
  c: pick,
});

function commandOf({ kind, a, b, c }: { kind: string; a: number; b: number; c: number }, ids: string[]): ChangeCommand {
  const [one, two, three] = [a, b, c].map((each) => ids[each % ids.length] as string) as [string, string, string];
  const name = `N${a}-${b}`;
  switch (kind) {
    case 'found':
      return { kind, parentId: one, unit: fresh(name) };
    case 'rename':
      return { kind, unitId: one, name };
    case 'move':
      return { kind, unitId: one, parentId: two };
    case 'merge':
      return { kind, unitIds: [one, two], into: { parentId: three, unit: fresh(name) } };
    case 'mergeInto':
      return { kind: 'merge', unitIds: [one, two], into: { unitId: one } };
    case 'split':
      return { kind, unitId: one, parts: [fresh(name), fresh(`${name}x`)], main: a % 2 };
    case 'goesOn':
      return { kind: 'split', unitId: one, parts: [fresh(name)], main: 'goes-on' };
    default:
      return { kind: 'end', unitId: one, belowTo: b % 2 === 0 ? two : undefined };
  }
}

describe('any history of changes', () => {
  test('leaves a whole tree on every day, and figures that add up in the tree of every other day', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(aCommand, { minLength: 1, maxLength: 14 }), (asked) => {
        let forest: Forest = PROVINCE;
        const links: NewLink[] = [];
        for (const each of asked) {
          const result = decideChange(forest, commandOf(each, [...forest.keys()]), { at: each.at, ...nobody });
          if (!result.ok) continue;
          accepted += 1;
          const next = after(forest, result.value);
          // Nothing before the day changes.
          expect(treeAt([...next.values()], each.at - 1)).toEqual(treeAt([...forest.values()], each.at - 1));
          forest = next;
          links.push(...result.value.links);
        }
        const histories = [...forest.values()];
        for (const at of [5, ...DAYS, 60]) {
          const tree = treeAt(histories, at);
          const valid = histories.filter((each) => isValidAt(each, at));
          expect(tree.length).toBe(valid.length);
          // Each unit stands where its own version says: nobody had to be hung elsewhere.
          for (const { id, parentId } of tree)
            expect(parentId).toBe(versionAt(forest.get(id) as UnitRecord, at).parentId);
          expect(tree.filter(({ parentId }) => parentId === undefined)).toHaveLength(1);
          const names = tree.map(({ parentId, name }) => `${parentId}/${name}`);
          expect(new Set(names).size).toBe(names.length);
          const remap = remapTo({ links, histories, tree, at });
          const ids = new Set(tree.map(({ id }) => id));
          for (const { id } of histories) expect(ids.has(remap(id))).toBe(true);
          expect([...presentUnits(forest, at).keys()].toSorted()).toEqual([...forest.keys()].toSorted());
          for (const { id, path } of tree) expect(presentUnits(forest, at).get(id)?.path).toBe(path);
        }
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('every heir is valid on the day of the change, and everybody who ends has one, but by an end', () => {
    fc.assert(
      fc.property(fc.array(aCommand, { minLength: 1, maxLength: 10 }), (asked) => {
        let forest: Forest = PROVINCE;
        for (const each of asked) {
          const command = commandOf(each, [...forest.keys()]);
          const result = decideChange(forest, command, { at: each.at, ...nobody });
          if (!result.ok) continue;
          const { edits, heirs } = result.value;
          const next = after(forest, result.value);
          for (const { to } of heirs) expect(isValidAt(next.get(to) as UnitRecord, each.at)).toBe(true);
          const ended = edits.filter(({ before, after: unit_ }) => before && before.validTo !== unit_.validTo);
          if (command.kind !== 'end')
            expect(ended.map((edit) => edit.after.id).toSorted()).toEqual(heirs.map(({ from }) => from).toSorted());
          forest = next;
        }
      }),
      { numRuns: 150 },
    );
  });
});
