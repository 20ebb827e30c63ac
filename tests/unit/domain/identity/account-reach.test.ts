// Who may do what to whose account: an own, slower reading of the rule beside the one of the application.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOwnLastAdministration,
  mayGiveRole,
  mayManageAccount,
  noCodeBecause,
} from '#app/domain/identity/account-reach.ts';
import { ROLES, type Actor, type Grant } from '#app/domain/identity/actor.ts';

const PATHS = ['/t/', '/t/a/', '/t/a/x/', '/t/b/'] as const;
const BLOCKS = ['K1', 'K2'] as const;
const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...ROLES),
  unitPath: fc.constantFrom(...PATHS),
  unitId: fc.constant('u'),
  block: fc.option(fc.constantFrom(...BLOCKS), { nil: undefined }),
});
const actorOf = (grants: readonly Grant[], accountId = 'actor'): Actor => ({
  accountId,
  unitId: 'u',
  unitPath: '/t/',
  birthYear: 1990,
  grants,
});
const home = fc.record({
  path: fc.constantFrom(...PATHS),
  block: fc.option(fc.constantFrom(...BLOCKS), { nil: undefined }),
});
const person = fc.record({ accountId: fc.constant('person'), home, grants: fc.array(grant, { maxLength: 3 }) });

const covers = (own: Grant, path: string, block: string | undefined): boolean =>
  path.startsWith(own.unitPath) && (own.block === undefined || own.block === block);

describe('roles', () => {
  test('are given by administrators alone, within their own reach', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), grant, (own, given) => {
        const expected = own.some((each) => each.role === 'administrator' && covers(each, given.unitPath, given.block));
        expect(mayGiveRole(actorOf(own), given)).toBe(expected);
      }),
    );
  });

  test('of those above, beside, or of the whole where one has a block, are out of reach', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), grant, (own, given) => {
        if (!mayGiveRole(actorOf(own), given)) return;
        const held = own.filter((each) => each.role === 'administrator');
        expect(held.some((each) => each.unitPath.length <= given.unitPath.length)).toBe(true);
        if (given.block === undefined) expect(held.some((each) => each.block === undefined)).toBe(true);
      }),
    );
  });

  test('of the own administration the last one is kept', () => {
    const one = { role: 'administrator', unitId: 't', unitPath: '/t/' } as const;
    expect(isOwnLastAdministration(actorOf([one]), 'actor', 'administrator')).toBe(true);
    expect(
      isOwnLastAdministration(actorOf([one, { ...one, unitId: 'a', unitPath: '/t/a/' }]), 'actor', 'administrator'),
    ).toBe(false);
    expect(isOwnLastAdministration(actorOf([one]), 'another', 'administrator')).toBe(false);
    expect(isOwnLastAdministration(actorOf([one]), 'actor', 'organizer')).toBe(false);
  });
});

describe('accounts', () => {
  test('with a role beyond the own reach cannot be locked', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), person, (own, whom) => {
        const admin = own.filter((each) => each.role === 'administrator');
        const reaches = (path: string, block: string | undefined): boolean =>
          admin.some((each) => covers(each, path, block));
        const expected =
          reaches(whom.home.path, whom.home.block) && whom.grants.every((each) => reaches(each.unitPath, each.block));
        expect(mayManageAccount(actorOf(own), whom)).toBe(expected);
      }),
    );
  });

  test('get a code only from who is above them', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), person, (own, whom) => {
        const actor = actorOf(own);
        const because = noCodeBecause(actor, whom);
        if (because !== undefined) return;
        const issuing = own.filter(({ role }) => ['administrator', 'organizer', 'unitManager'].includes(role));
        expect(issuing.some((each) => covers(each, whom.home.path, whom.home.block))).toBe(true);
        if (whom.grants.length > 0) expect(mayManageAccount(actor, whom)).toBe(true);
      }),
    );
  });

  test('nobody gives a code to oneself, and a unit manager none to an organizer of the own unit', () => {
    const manager: Grant = { role: 'unitManager', unitId: 'a', unitPath: '/t/a/' };
    const place = { path: '/t/a/', block: undefined };
    expect(noCodeBecause(actorOf([manager], 'self'), { accountId: 'self', home: place, grants: [] })).toBe(
      'own-account',
    );
    const organizer = { role: 'organizer', unitPath: '/t/' } as const;
    expect(noCodeBecause(actorOf([manager]), { accountId: 'p', home: place, grants: [organizer] })).toBe(
      'person-has-roles',
    );
    const peer = { role: 'itemAuthor', unitPath: '/t/a/x/' } as const;
    expect(noCodeBecause(actorOf([manager]), { accountId: 'p', home: place, grants: [peer] })).toBe('person-has-roles');
    expect(noCodeBecause(actorOf([manager]), { accountId: 'p', home: place, grants: [] })).toBeUndefined();
  });
});
