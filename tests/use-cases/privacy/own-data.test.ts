// A person with words of their own that can be found again, wherever they are: what is given to them, and what stays of them.
import { describe, expect, test } from 'vitest';
import { ERASED_NAME } from '#app/domain/identity/board-name.ts';
import { DAY } from '#app/domain/kernel/time.ts';
import { givenColumns, PERSONAL_TABLES } from '#app/domain/privacy/register.ts';
import { getBoardNames, giveConsent } from '#app/features/identity/index.server.ts';
import {
  applyRetention,
  eraseOwnData,
  exportErasures,
  getOwnData,
  ownDataHtml,
  ownDataJson,
  reapplyErasures,
} from '#app/features/privacy/index.server.ts';
import { getLeaderboard } from '#app/features/results/index.server.ts';
import { verifyContest } from '#app/features/verification/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { seal } from '#app/platform/sealed-field.server.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { markDemoRows } from '#tests/support/person-rows.ts';
import { useBuiltDatabase, useTestDatabase } from '#tests/support/database.ts';
import { AFTERWARDS, contestants, settledContest, sit, twoRounds } from '#tests/support/whole-contest.ts';
import { OPENING } from '#tests/support/clock.ts';

const CANARY = 'Qúyhxw Zắkbrv Mộtngười';
const PHONE = '0987000111';

/** Every row of every table as one text. */
async function wholeDatabase(): Promise<string> {
  const db = (await database()) as unknown as Record<string, { findMany?: () => Promise<unknown[]> }>;
  const parts: unknown[] = [];
  const models = [...PERSONAL_TABLES.map(({ model }) => model), 'Item', 'Contest', 'Proposal', 'ReportFile'];
  for (const model of models) {
    parts.push(model, await db[model.charAt(0).toLowerCase() + model.slice(1)]?.findMany?.());
  }
  return JSON.stringify(parts);
}

describe('in a contest that is settled', () => {
  const built = useBuiltDatabase(async () => {
    const world = await settledContest({ people: 6 });
    const person = world.people[0];
    if (!person) throw new Error('nobody took part');
    await (
      await database()
    ).account.update({
      where: { id: person.accountId },
      data: {
        fullName: CANARY,
        foldedName: 'quyhxw zakbrv motnguoi',
        phoneSealed: seal(PHONE, `Account.phoneSealed:${person.accountId}`),
        signInName: 'quyhxw.zakbrv',
        showsFullName: true,
      },
    });
    await markDemoRows(person.accountId, CANARY, AFTERWARDS);
    await giveConsent({ actor: person, purpose: 'boardName', locale: 'vi', now: AFTERWARDS });
    return { ...world, person };
  });

  const erased = async () => {
    const { person } = built();
    return eraseOwnData({ actor: person, typedName: CANARY, contests: undefined, now: AFTERWARDS });
  };

  test('a person is given everything that the register says, in words and for programs, and no secret', async () => {
    const { person } = built();
    const began = performance.now();
    const tables = await getOwnData({ accountId: person.accountId });
    const json = ownDataJson(tables, AFTERWARDS);
    const html = ownDataHtml(tables, 'vi', AFTERWARDS);
    expect(performance.now() - began).toBeLessThan(60_000);
    const given = PERSONAL_TABLES.filter((table) => table.isGiven && table.person.length > 0).map(({ model }) => model);
    expect(tables.map(({ model }) => model)).toEqual(given);
    for (const table of tables) {
      expect(table.rows.length, table.model).toBeGreaterThan(0);
      expect(Object.keys(table.rows[0] ?? {})).toEqual(table.columns);
      for (const locale of ['vi', 'en'] as const) {
        const { tables: names, columns } = dataColumnsText[locale];
        expect(names[table.model], table.model).toBeTruthy();
        for (const column of table.columns)
          expect([column, columns[column]]).toEqual([column, expect.stringMatching(/./u)]);
      }
    }
    for (const file of [json, html]) {
      expect(file).toContain(CANARY);
      expect(file).toContain(PHONE);
      expect(file).not.toMatch(/\$argon2id|bi-mat-cua-ung-dung|bam-cua-ma/u);
    }
    expect((JSON.parse(json) as { tables: unknown[] }).tables).toHaveLength(given.length);
    expect(html).not.toMatch(/(?:src|href)=/u);
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toContain('<b>');
  });

  test('erasing leaves no word of the person anywhere, and no rank, score or check changes', async () => {
    const { person, contestId } = built();
    const db = await database();
    expect(await wholeDatabase()).toContain(CANARY);
    const standings = await db.standing.findMany({ orderBy: [{ scopeId: 'asc' }, { rankKey: 'asc' }] });
    const attempts = await db.attempt.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, score: true, state: true },
    });
    expect(await erased()).toEqual({ ok: true, value: 'erased' });
    const left = await wholeDatabase();
    expect(left).not.toContain(CANARY);
    expect(left).not.toContain('quyhxw');
    expect(left).not.toContain(PHONE);
    expect(await db.account.findUnique({ where: { id: person.accountId } })).toMatchObject({
      fullName: ERASED_NAME,
      birthYear: 0,
      phoneSealed: null,
      erasedAt: new Date(AFTERWARDS),
      disabledAt: new Date(AFTERWARDS),
    });
    expect(await db.standing.findMany({ orderBy: [{ scopeId: 'asc' }, { rankKey: 'asc' }] })).toEqual(standings);
    expect(
      await db.attempt.findMany({ orderBy: { id: 'asc' }, select: { id: true, score: true, state: true } }),
    ).toEqual(attempts);
    expect(await db.session.count({ where: { accountId: person.accountId } })).toBe(0);
    const verified = await verifyContest({ slug: 'thi', now: AFTERWARDS });
    expect(verified).toMatchObject({ differences: [] });
    expect((await getBoardNames([person.accountId], AFTERWARDS)).get(person.accountId)).toBe(ERASED_NAME);
    expect(contestId).toBeTruthy();
    void getLeaderboard;
  });

  test('only who types the own name erases, nobody twice, and not the last administrator', async () => {
    const { person } = built();
    const command = { actor: person, contests: undefined, now: AFTERWARDS } as const;
    expect(await eraseOwnData({ ...command, typedName: 'ai đó' })).toEqual({ ok: false, error: 'name-differs' });
    const db = await database();
    const unit = await db.unit.findFirstOrThrow();
    await db.grant.create({
      data: { accountId: person.accountId, role: 'administrator', unitId: unit.id, grantedAt: new Date(AFTERWARDS) },
    });
    expect(await eraseOwnData({ ...command, typedName: CANARY })).toEqual({ ok: false, error: 'last-administrator' });
    await db.grant.deleteMany({ where: { accountId: person.accountId, role: 'administrator' } });
    expect(await eraseOwnData({ ...command, typedName: 'QUYHXW zakbrv motnguoi' })).toEqual({
      ok: true,
      value: 'erased',
    });
    expect(await erased()).toEqual({ ok: false, error: 'not-found' });
  });

  test('a restored copy of before is erased again from the list, which must be whole', async () => {
    const { person } = built();
    await erased();
    const list = await exportErasures();
    expect(list.split('\n')).toHaveLength(3);
    expect(list).not.toContain('uyhxw');
    await inTransaction((tx) =>
      tx.account.update({
        where: { id: person.accountId },
        data: { fullName: CANARY, erasedAt: null, disabledAt: null, signInName: 'quyhxw.zakbrv' },
      }),
    );
    const broken = list.replace(person.accountId, 'x');
    expect(await reapplyErasures(broken, { now: AFTERWARDS })).toEqual({ ok: false, error: 'list-broken' });
    expect(await wholeDatabase()).toContain(CANARY);
    expect(await reapplyErasures(list, { now: AFTERWARDS + DAY })).toEqual({
      ok: true,
      value: { listed: 1, erased: 1 },
    });
    expect(await wholeDatabase()).not.toContain(CANARY);
  });
});

describe('in a contest that is not settled', () => {
  useTestDatabase({ per: 'test' });

  const aWorld = async () => {
    await twoRounds();
    const [person] = await contestants(1);
    if (!person) throw new Error('nobody');
    const at = OPENING + DAY / 2;
    const attemptId = await sit(person, 'thi', at, 'x');
    return { person, attemptId, now: at + DAY / 4 };
  };

  test('marks and ranks are not given before their time', async () => {
    const { person } = await aWorld();
    const models = (await getOwnData({ accountId: person.accountId })).map(({ model }) => model);
    expect(models).toContain('AttemptStep');
    expect(models).not.toContain('Outcome');
    expect(models).not.toContain('Standing');
    for (const table of PERSONAL_TABLES.filter(({ model }) => model === 'Attempt')) {
      expect(givenColumns(table)).not.toContain('score');
    }
  });

  test('the person chooses to withdraw, and counts for nothing any more', async () => {
    const { person, attemptId, now } = await aWorld();
    const command = { actor: person, typedName: person.name, now } as const;
    expect(await eraseOwnData({ ...command, contests: undefined })).toEqual({ ok: false, error: 'choice-missing' });
    expect(await eraseOwnData({ ...command, contests: 'withdraw' })).toEqual({ ok: true, value: 'erased' });
    const db = await database();
    expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ isSetAside: true });
    expect(await db.attemptRuling.findMany()).toMatchObject([{ attemptId, kind: 'setAside', causeId: 'erasure' }]);
    expect(await db.participation.findFirst()).toMatchObject({ counts: false });
    expect(await db.standing.count({ where: { accountId: person.accountId } })).toBe(0);
  });

  test('or to wait: it is done by itself once everything is settled, and not before', async () => {
    const { person, now } = await aWorld();
    const command = { actor: person, typedName: person.name, contests: 'wait', now } as const;
    expect(await eraseOwnData(command)).toEqual({ ok: true, value: 'waiting' });
    expect(await eraseOwnData(command)).toEqual({ ok: false, error: 'request-open' });
    const { eraseWaiting } = await import('#app/features/privacy/erase-own.server.ts');
    expect(await eraseWaiting({ now: now + DAY })).toBe(0);
    await (await database()).round.updateMany({ data: { settledAt: new Date(AFTERWARDS) } });
    expect(await eraseWaiting({ now: AFTERWARDS })).toBe(1);
    expect(await (await database()).dataRequest.findMany()).toMatchObject([{ state: 'done', text: '' }]);
  });

  test('an account that nobody uses is not erased before its contests are settled', async () => {
    const { person } = await aWorld();
    const later = AFTERWARDS + 1_500 * DAY;
    await (await database()).account.updateMany({ data: { createdAt: new Date(OPENING - DAY) } });
    await (await database()).round.updateMany({ data: { closesAt: new Date(AFTERWARDS) } });
    const row = (await applyRetention({ now: later, isDryRun: false })).find(({ period }) => period === 'account');
    expect(row).toMatchObject({ over: 1, gone: 0 });
    await (await database()).round.updateMany({ data: { settledAt: new Date(AFTERWARDS) } });
    expect(
      (await applyRetention({ now: later, isDryRun: true })).find(({ period }) => period === 'account'),
    ).toMatchObject({ over: 1, gone: 0 });
    await applyRetention({ now: later, isDryRun: false });
    expect(await (await database()).account.findUnique({ where: { id: person.accountId } })).toMatchObject({
      fullName: ERASED_NAME,
    });
  });
});
