import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { can, type Action } from '#app/domain/identity/permissions.ts';

const ACTIONS: Action[] = ['see-contest-dashboard', 'see-people-of-unit', 'grant-role'];
const actor = (...grants: { role: Role; unitPath: string }[]): Actor => ({
  accountId: 'someone',
  unitId: 'xa-a',
  unitPath: '/tinh/xa-a/',
  birthYear: 1990,
  grants: grants.map((grant) => ({ ...grant, unitId: grant.unitPath.split('/').at(-2) ?? '' })),
});

describe('can', () => {
  test.each<[Role, boolean[]]>([
    ['administrator', [true, true, true]],
    ['organizer', [true, true, false]],
    ['unitManager', [false, true, false]],
  ])('%s, in the own branch', (role, allowed) => {
    const person = actor({ role, unitPath: '/tinh/' });
    expect(ACTIONS.map((action) => can(person, action, '/tinh/'))).toEqual(allowed);
    expect(ACTIONS.map((action) => can(person, action, '/tinh/xa-a/chi-bo-1/'))).toEqual(allowed);
  });

  test('a role says nothing about units above or beside', () => {
    const manager = actor({ role: 'administrator', unitPath: '/tinh/xa-a/' });
    for (const path of ['/tinh/', '/tinh/xa-b/', '/tinh/xa-a-moi/', '/', '']) {
      expect(ACTIONS.map((action) => can(manager, action, path))).toEqual([false, false, false]);
    }
  });

  test('nobody and a contestant may do none of it', () => {
    for (const person of [undefined, actor()]) {
      expect(ACTIONS.map((action) => can(person, action, '/tinh/xa-a/'))).toEqual([false, false, false]);
    }
  });

  test('a role or an action that is not in the table is denied', () => {
    const stranger = actor({ role: 'toString' as Role, unitPath: '/' });
    expect(can(stranger, 'grant-role', '/tinh/')).toBe(false);
    expect(can(actor({ role: 'administrator', unitPath: '/' }), 'fly' as Action, '/tinh/')).toBe(false);
  });

  test('several grants add up', () => {
    const person = actor(
      { role: 'unitManager', unitPath: '/tinh/xa-a/' },
      { role: 'organizer', unitPath: '/tinh/xa-b/' },
    );
    expect(can(person, 'see-people-of-unit', '/tinh/xa-a/')).toBe(true);
    expect(can(person, 'see-contest-dashboard', '/tinh/xa-b/')).toBe(true);
    expect(can(person, 'see-contest-dashboard', '/tinh/xa-a/')).toBe(false);
  });
});
