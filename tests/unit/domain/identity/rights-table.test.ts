// Every action, every role, every place: the whole table of rights as data. Whoever changes a right changes it here too.
import { describe, expect, test } from 'vitest';
import { ROLES, type Actor, type Role } from '#app/domain/identity/actor.ts';
import { can, canAtUnitItself, canFromAbove, type Action, type Place } from '#app/domain/identity/permissions.ts';

/** a: administrator, o: organizer, e: auditor, m: manager of units, w: author, r: reviewer, p: approver. */
const LETTERS: Record<string, Role> = {
  a: 'administrator',
  o: 'organizer',
  m: 'unitManager',
  e: 'auditor',
  w: 'itemAuthor',
  r: 'itemReviewer',
  p: 'itemApprover',
};
const TABLE: Record<Action, string> = {
  'see-contest-dashboard': 'aoe',
  'see-people-of-unit': 'aom',
  'grant-role': 'a',
  'manage-contests': 'ao',
  'conduct-contest': 'ao',
  'export-results': 'aoe',
  'read-items': 'aowrp',
  'write-items': 'aow',
  'review-items': 'aorp',
  'publish-items': 'aop',
  'correct-keys': 'ao',
  'grant-item-role': 'ao',
  'change-units': 'ao',
  'propose-headcount': 'aom',
  'approve-headcount': 'aom',
  'set-targets': 'aom',
  'delegate-unit-manager': 'aom',
  'decide-transfer': 'aom',
  'make-reports': 'aom',
  'see-audit': 'aoe',
  'see-signals': 'aoe',
  'decide-signals': 'ao',
  'merge-accounts': 'ao',
  'issue-recovery-code': 'aom',
  'manage-accounts': 'a',
  'answer-data-requests': 'ao',
};

const UNIT = '/tinh/xa/truong/';
const at = (path: string, block: string | undefined): Place => ({ path, block });
/** Where something is done, by how it lies to a grant at UNIT: does a whole grant hold, one for block A, as from above? */
const PLACES: [
  name: string,
  place: Place,
  whole: boolean,
  ofBlock: boolean,
  fromAbove: boolean,
  ofBlockAbove: boolean,
][] = [
  ['the unit itself', at(UNIT, 'A'), true, true, false, false],
  ['the unit itself, when it is of another block', at(UNIT, 'B'), true, false, false, false],
  ['the unit itself, its block not named', UNIT, true, false, false, false],
  ['a unit below', at(`${UNIT}to/`, 'A'), true, true, true, true],
  ['a unit below, of another block', at(`${UNIT}to/`, 'B'), true, false, true, false],
  ['a unit below, outside of blocks', at(`${UNIT}to/`, undefined), true, false, true, false],
  ['the unit above', at('/tinh/xa/', 'A'), false, false, false, false],
  ['the top', at('/tinh/', undefined), false, false, false, false],
  ['a unit beside', at('/tinh/xa/cho/', 'A'), false, false, false, false],
  ['a unit with a like name', at('/tinh/xa/truong-moi/', 'A'), false, false, false, false],
  ['nowhere', at('', undefined), false, false, false, false],
];

const holder = (role: Role, unitPath: string, block?: string): Actor => ({
  accountId: 'nguoi',
  unitId: 'truong',
  unitPath: UNIT,
  birthYear: 1990,
  grants: [{ role, unitId: unitPath.split('/').at(-2) ?? '', unitPath, block }],
});

const CELLS = (Object.keys(TABLE) as Action[]).flatMap((action) => ROLES.map((role) => [action, role] as const));

test('the table names every role', () => {
  expect(Object.values(LETTERS).toSorted()).toEqual([...ROLES].toSorted());
});

describe.each(CELLS)('%s by %s', (action, role) => {
  const isGiven = [...TABLE[action]].some((letter) => LETTERS[letter] === role);

  test.each(PLACES)('at %s', (_, place, whole, ofBlock, fromAbove, ofBlockAbove) => {
    const [all, block] = [holder(role, UNIT), holder(role, UNIT, 'A')];
    expect(can(all, action, place)).toBe(isGiven && whole);
    expect(can(block, action, place)).toBe(isGiven && ofBlock);
    expect(canFromAbove(all, action, place)).toBe(isGiven && fromAbove);
    expect(canFromAbove(block, action, place)).toBe(isGiven && ofBlockAbove);
    expect(can(undefined, action, place)).toBe(false);
    expect(can({ ...all, grants: [] }, action, place)).toBe(false);
  });

  test('at the very unit, by who is in charge of it and nobody above', () => {
    expect(canAtUnitItself(holder(role, UNIT), action, 'truong')).toBe(isGiven);
    expect(canAtUnitItself(holder(role, UNIT, 'A'), action, 'truong')).toBe(false);
    expect(canAtUnitItself(holder(role, '/tinh/xa/'), action, 'truong')).toBe(false);
    expect(canAtUnitItself(holder(role, '/tinh/'), action, 'truong')).toBe(false);
  });

  test('at the top, above which nobody stands', () => {
    expect(canFromAbove(holder(role, '/tinh/'), action, at('/tinh/', undefined))).toBe(isGiven);
  });
});
