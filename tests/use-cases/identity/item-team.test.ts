import { expect, test } from 'vitest';
import { can } from '#app/domain/identity/permissions.ts';
import { giveItemRole, ITEM_ROLES, listItemTeam, takeItemRole } from '#app/features/identity/index.server.ts';
import { findActor, openSession } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { aContestant } from '#tests/support/attempts.ts';
import { OPENING as NOW } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

test.each(ITEM_ROLES)(
  'the role %s counts from the next sign-in on, and what was signed in to before ends when it is given and taken',
  async (role) => {
    const leader = await aContestant();
    const unit = await aUnit();
    const account = await anAccount({ unit });
    const signsIn = () => inTransaction((tx) => openSession(tx, account.id, NOW, { secondFactorAt: NOW }));
    let sessionId = await signsIn();
    const mayRead = async () => can(await findActor(sessionId, { now: NOW }), 'read-items', unit.path);
    expect(await mayRead()).toBe(false);
    const change = { actor: leader, unitId: unit.id, role, now: NOW };
    expect(await giveItemRole({ ...change, signInName: account.signInName })).toEqual({ ok: true, value: undefined });
    // Given twice it is one role, in the list and in the rights.
    await giveItemRole({ ...change, signInName: account.signInName });
    expect(await listItemTeam(unit.id)).toMatchObject([{ accountId: account.id, role }]);
    // Whose roles change signs in anew.
    expect(await findActor(sessionId, { now: NOW })).toBeUndefined();
    sessionId = await signsIn();
    expect(await mayRead()).toBe(true);
    expect(await takeItemRole({ ...change, accountId: account.id })).toEqual({ ok: true, value: undefined });
    expect(await findActor(sessionId, { now: NOW })).toBeUndefined();
    sessionId = await signsIn();
    expect(await mayRead()).toBe(false);
    expect(await takeItemRole({ ...change, accountId: account.id })).toEqual({ ok: false, error: 'unknown-person' });
    const said = await (
      await database()
    ).auditEntry.findMany({ where: { subject: `account:${account.id}`, action: { startsWith: 'role.' } } });
    expect(said.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['role.granted', leader.accountId],
      ['role.granted', leader.accountId],
      ['role.revoked', leader.accountId],
    ]);
  },
);

test('nobody gets a role by a name that nobody has', async () => {
  const unit = await aUnit();
  const change = { actor: await aContestant(), unitId: unit.id, role: 'itemAuthor' as const, now: NOW };
  expect(await giveItemRole({ ...change, signInName: 'khong-co-ai' })).toEqual({ ok: false, error: 'unknown-person' });
  expect(await listItemTeam(unit.id)).toEqual([]);
});
