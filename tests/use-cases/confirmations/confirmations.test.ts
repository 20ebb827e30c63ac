import { describe, expect, test } from 'vitest';
import { checkConfirmation, checkPerson, getConfirmation } from '#app/features/confirmations/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { aContestant } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });
let addresses = 0;
/** Somebody who has asked nothing yet. */
const fresh = (): string => `10.0.0.${(addresses += 1)}`;

async function aWorld() {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
  const commune = await aUnit({ id: 'xa', parent: root, name: 'Xã Trường Hà' });
  const school = await aUnit({ id: 'truong', parent: commune, name: 'Trường THCS' });
  const { contest } = await aContest({ slug: 'thi', title: 'Tìm hiểu quê hương' });
  const actor = await aContestant({ unit: school });
  return { contest, actor, commune };
}

const view = (actor: Awaited<ReturnType<typeof aContestant>>) =>
  getConfirmation({ actor, contestSlug: 'thi', now: NOW });

async function given() {
  const world = await aWorld();
  await aParticipation(world.contest, world.actor.account);
  const made = await view(world.actor);
  if (!made.ok) throw new Error(made.error);
  return { ...world, made: made.value };
}

describe('the own confirmation', () => {
  test('is there for who takes part, made once and kept', async () => {
    const { actor, made } = await given();
    expect(made).toMatchObject({
      fullName: actor.account.fullName,
      unit: 'Trường THCS, Xã Trường Hà',
      contest: { slug: 'thi', title: 'Tìm hiểu quê hương' },
    });
    const again = await Promise.all([view(actor), view(actor)]);
    expect(again.map((each) => each.ok && each.value.code)).toEqual([made.code, made.code]);
    const rows = await (await database()).auditEntry.findMany({ where: { action: 'confirmation.made' } });
    expect(rows).toMatchObject([{ actorId: actor.accountId }]);
  });

  test('made by two pages at one time is one', async () => {
    const { contest, actor } = await aWorld();
    await aParticipation(contest, actor.account);
    const both = await Promise.all([view(actor), view(actor), view(actor)]);
    expect(new Set(both.map((each) => each.ok && each.value.code)).size).toBe(1);
    expect(await (await database()).confirmation.count()).toBe(1);
  });

  test('is not there for who has not taken part, or has only practised', async () => {
    const { contest, actor } = await aWorld();
    expect(await view(actor)).toEqual({ ok: false, error: 'not-taken-part' });
    await aParticipation(contest, actor.account, { counts: false });
    expect(await view(actor)).toEqual({ ok: false, error: 'not-taken-part' });
    expect(await (await database()).confirmation.count()).toBe(0);
    expect(await getConfirmation({ actor, contestSlug: 'khong-co', now: NOW })).toEqual({
      ok: false,
      error: 'not-found',
    });
  });
});

describe('a code', () => {
  test('tells the unit, the contest and the day, and nothing of the person', async () => {
    const { actor, made } = await given();
    const checked = await checkConfirmation({ code: made.shownCode.toLowerCase(), clientAddress: fresh(), now: NOW });
    expect(checked).toMatchObject({ ok: true, value: { unit: 'Trường THCS, Xã Trường Hà' } });
    expect(Object.keys(checked.ok ? checked.value : {}).toSorted()).toEqual(['contest', 'shownCode', 'since', 'unit']);
    const told = JSON.stringify(checked);
    for (const secret of [actor.accountId, actor.account.fullName, actor.account.signInName, String(actor.birthYear)]) {
      expect(told).not.toContain(secret);
    }
  });

  test('stays good after the person moves, and tells the new unit', async () => {
    const { actor, made, commune } = await given();
    await (
      await database()
    ).participation.updateMany({
      where: { accountId: actor.accountId },
      data: { unitId: commune.id },
    });
    forgetEverything();
    const checked = await checkConfirmation({ code: made.code, clientAddress: fresh(), now: NOW });
    expect(checked).toMatchObject({ ok: true, value: { unit: 'Xã Trường Hà' } });
  });

  test('that nobody has, and what is no code, are one answer', async () => {
    await given();
    for (const code of ['000000000000000', '', 'x', '\u0000', "' OR 1=1 --", 'x'.repeat(5_000), '😀']) {
      const answer = await checkConfirmation({ code, clientAddress: fresh(), now: NOW });
      expect([code.slice(0, 9), answer]).toEqual([code.slice(0, 9), { ok: false, error: 'not-found' }]);
    }
  });

  test('cannot be sought by asking without end', async () => {
    const clientAddress = fresh();
    const answers = new Set<string>();
    for (let at = 0; at < 301; at += 1) {
      const answer = await checkConfirmation({ code: '000000000000000', clientAddress, now: NOW });
      answers.add(answer.ok ? 'ok' : answer.error);
    }
    expect([...answers]).toEqual(['not-found', 'too-many-tries']);
  });
});

describe('whether it is this person', () => {
  test('is yes or no, and kept without the name', async () => {
    const { actor, made } = await given();
    const ask = (fullName: string, birthYear?: number) =>
      checkPerson({ code: made.code, fullName, birthYear, clientAddress: fresh(), now: NOW });
    const { fullName } = actor.account;
    expect(await ask(fullName)).toEqual({ ok: true, value: true });
    expect(await ask(fullName, 1990)).toEqual({ ok: true, value: true });
    expect(await ask(fullName, 1991)).toEqual({ ok: true, value: false });
    expect(await ask('Người Khác')).toEqual({ ok: true, value: false });
    const rows = await (await database()).auditEntry.findMany({ where: { action: 'confirmation.compared' } });
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toMatch(/Người Khác|Nông/u);
  });

  test('cannot be found out by trying names on one code from many places', async () => {
    const { actor, made } = await given();
    for (let at = 0; at < 8; at += 1) {
      const tried = await checkPerson({ code: made.code, fullName: `Tên ${at}`, clientAddress: fresh(), now: NOW });
      expect(tried).toEqual({ ok: true, value: false });
    }
    const { fullName } = actor.account;
    expect(await checkPerson({ code: made.code, fullName, clientAddress: fresh(), now: NOW })).toEqual({
      ok: false,
      error: 'too-many-tries',
    });
  });

  test('of another person with another code is asked apart', async () => {
    const { contest, made } = await given();
    const other = await anAccount({ fullName: 'Hoàng Văn Sơn' });
    await aParticipation(contest, other);
    expect(await checkPerson({ code: made.code, fullName: 'Hoàng Văn Sơn', clientAddress: fresh(), now: NOW })).toEqual(
      { ok: true, value: false },
    );
  });
});
