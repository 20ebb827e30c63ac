// What people are told when so many sign in at once that a password would have to wait too long.
import { describe, expect, it, vi } from 'vitest';
import { changePassword, registerAccount, signIn } from '#app/features/identity/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { TooBusyError } from '#app/platform/fair-queue.server.ts';
import { initOf } from '#app/platform/http/respond.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

vi.mock('#app/platform/passwords.server.ts', async (original) => ({
  ...(await original<object>()),
  hashPassword: () => Promise.reject(new TooBusyError()),
  passwordMatches: () => Promise.reject(new TooBusyError()),
}));

useTestDatabase({ per: 'test' });

const BUSY = { ok: false, error: 'busy' };

describe('in a rush that is too great', () => {
  it('signing in, registering and changing a password are refused, count nothing and change nothing', async () => {
    const unit = await aUnit();
    const account = await anAccount({ unit, signInName: 'nong.uoc', password: 'con suối chảy mãi' });
    const where = { clientAddress: '192.0.2.1', now: OPENING };
    const form = { signInName: 'nong.uoc', password: 'con suối chảy mãi' };
    for (let i = 0; i < 10; i += 1) expect(await signIn({ form, ...where })).toEqual(BUSY);
    const person = { fullName: 'Lý Thị Ước', birthYear: 1990, unitId: unit.id };
    const newcomer = { ...person, signInName: '0912345678', password: 'một câu rất khác' };
    expect(await registerAccount({ form: newcomer, ...where })).toEqual(BUSY);
    const actor = { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1990, grants: [] };
    const passwords = { currentPassword: 'con suối chảy mãi', newPassword: 'một câu rất khác' };
    expect(await changePassword({ actor, ...passwords, now: OPENING })).toEqual(BUSY);
    const db = await database();
    expect(await db.account.count()).toBe(1);
    expect(await db.rateLimit.count({ where: { key: { startsWith: 'tries' } } })).toBe(0);
  });

  it('the answer says when to come again', () => {
    expect(initOf('busy')).toEqual({ status: 503, headers: { 'Retry-After': '15' } });
    expect(initOf('too-many-tries')).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
    expect(initOf('name-taken')).toEqual({ status: 422, headers: {} });
  });
});
