// A child with words of its own registers, signs in wrongly and rightly, takes part and is on boards, while things go wrong: none of the
// words is in the log, in an address, or in anything that others are given.
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fold } from '#app/domain/kernel/text.ts';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import { handleError } from '#app/entry.server.tsx';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { giveEmail } from '#app/features/identity/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { save, started } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { openDoor } from '#tests/support/own-door.ts';
import { addressOf, call, cookieOf, routeFiles, routeModule, type Answer } from '#tests/support/routes.ts';
import { sweep } from '#tests/support/whole-contest.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });
useTestDatabase();

const NAME = 'Qúyhxw Zắkbrv Mộtngười';
const GUARDIAN = 'Wỡxqu Chamẹvân';
const PHONE = '0987000111';
const EMAIL = 'hxwkbrv@example.vn';
const PASSWORD = 'suối xqzw chảy mãi';
const WRONG = 'sai hxqv mật khẩu';
// why not the family name: boards show it with initials, as masked names have it.
const WORDS = [
  NAME,
  fold(NAME),
  'Zắkbrv',
  'Mộtngười',
  'Wỡxqu',
  fold('Wỡxqu'),
  PHONE,
  '987000111',
  EMAIL,
  PASSWORD,
  WRONG,
  'xqzw',
  'hxqv',
];
const found = (text: string): string[] => {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Not an address.
  }
  return WORDS.filter((word) => text.includes(word) || decoded.includes(word));
};

const NOW = afterOpening({ hours: 5 });
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

/** Everything that the log writes, as it goes to the file. */
const lines: string[] = [];
const level = logger.level;
beforeEach(() => {
  const stream = (logger as unknown as Record<symbol, { write(line: string): unknown }>)[pino.symbols.streamSym];
  if (!stream) throw new Error('the log goes nowhere');
  vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(line));
  logger.level = 'debug';
});
afterEach(() => {
  logger.level = level;
  vi.restoreAllMocks();
});

const post = async (file: string, address: string, fields: Record<string, string>): Promise<Answer> => {
  const { action } = await routeModule(file);
  if (!action) throw new Error(`${file} has no action`);
  return call(action, address, {}, { method: 'POST', body: new URLSearchParams(fields) });
};

const REGISTRATION = {
  fullName: NAME,
  birthYear: String(new Date(OPENING).getUTCFullYear() - 12),
  unitId: 'xa',
  signInName: PHONE,
  password: PASSWORD,
  consent: 'yes',
  guardianName: GUARDIAN,
  guardianRelation: 'mother',
  guardianConsent: 'yes',
  returnTo: `/contests/thi?ten=${NAME}`,
};

async function aWorld() {
  const root = await aUnit({ id: 'tinh' });
  const unit = await aUnit({ id: 'xa', parent: root, people: 20 });
  const elsewhere = await aUnit({ id: 'phuong', parent: root, people: 20 });
  await aContest({ slug: 'thi' });
  const other = await anAccount({ unit });
  const manager = await anAccount({ unit: elsewhere, grants: [{ role: 'unitManager', unit: elsewhere }] });
  return {
    visitor: undefined,
    'another contestant': await cookieOf(other.id, NOW),
    'a manager of another unit': await cookieOf(manager.id, NOW),
  };
}

/** What those who are not the child are given by every route. */
async function searchAll(people: Awaited<ReturnType<typeof aWorld>>, accountId: string, attemptId: string) {
  const params = {
    accountId,
    attemptId,
    contestSlug: 'thi',
    unitId: 'xa',
    act: 'rename',
    section: 'general',
    topicSlug: '2023-que-huong-coi-nguon-cach-mang',
    lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
  };
  const leaks: string[] = [];
  let boards = 0;
  for (const file of routeFiles()) {
    const { loader } = await routeModule(file);
    if (!loader) continue;
    for (const [who, cookie] of Object.entries(people)) {
      for (const unitId of ['xa', 'phuong']) {
        const given = { ...params, unitId };
        const { body, location = '', status } = await call(loader, addressOf(file, given), given, { cookie });
        leaks.push(...found(`${body} ${location}`).map((word) => `${file}, ${who}, ${status}: ${word}`));
        if (file.includes('leaderboard') && body.includes('Qúyhxw Z. M')) boards += 1;
      }
    }
  }
  return { leaks, boards };
}

describe('nothing personal', () => {
  test('is in addresses, in the log, or in what others are given, whatever the person does and whatever fails', async () => {
    const people = await aWorld();
    const registered = [
      await post('register.tsx', '/register', { ...REGISTRATION, guardianConsent: '' }),
      await post('register.tsx', '/register', { ...REGISTRATION, password: NAME }),
      await post('register.tsx', '/register', { ...REGISTRATION, returnTo: '/contests/thi' }),
      await post('register.tsx', '/register', REGISTRATION),
    ];
    expect(registered.map(({ status }) => status)).toEqual([422, 422, 302, 422]);
    const signIns = [
      await post('sign-in.tsx', '/sign-in', { signInName: PHONE, password: WRONG, returnTo: '/contests/thi' }),
      await post('sign-in.tsx', '/sign-in', { signInName: PHONE, password: PASSWORD, returnTo: '/contests/thi' }),
    ];
    expect(signIns.map(({ status }) => status)).toEqual([422, 302]);
    expect([...registered, ...signIns].flatMap(({ location = '' }) => found(location))).toEqual([]);

    const db = await database();
    const account = await db.account.findFirstOrThrow({ where: { fullName: NAME } });
    const { id: accountId, unitId, birthYear } = account;
    const actor = { accountId, unitId, unitPath: '', birthYear, grants: [] };
    await giveEmail({ actor, email: EMAIL, now: NOW });
    const attemptId = await started(actor, 'thi', NOW);
    await save(actor, attemptId, NOW + MINUTE);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 2 * MINUTE });
    expect((await searchAll(people, accountId, attemptId)).leaks).toEqual([]);
    vi.setSystemTime(OPENING + 40 * DAY);
    await sweep(OPENING + 40 * DAY);
    const after = await searchAll(people, accountId, attemptId);
    expect(after.leaks).toEqual([]);
    // why: a search in which the child stands on no board would prove nothing.
    expect(after.boards).toBeGreaterThan(0);
  });

  test('is in the log of what fails: the request, the database, a fault of our own', async () => {
    const db = await database();
    const { id, signInName } = await db.account.findFirstOrThrow({ where: { fullName: NAME } });
    expect(signInName).not.toContain(PHONE);
    const failing = [
      () => db.account.create({ data: { id, fullName: NAME, signInName: PHONE, foldedName: NAME } as never }),
      () => db.account.findFirst({ where: { fullName: NAME, nothing: PHONE } as never }),
      () => db.account.update({ where: { id: NAME }, data: { fullName: NAME } }),
      () => db.$queryRawUnsafe(`SELECT * FROM "Account" WHERE "nothing" = ?`, NAME),
    ];
    const before = lines.length;
    for (const fail of failing) {
      const error: unknown = await fail().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(Error);
      const request = new Request(`http://localhost/account?ten=${encodeURIComponent(NAME)}&so=${PHONE}`);
      handleError(error, { request, params: {}, context: { nonce: 'n', requestId: 'r', clientAddress: '10.0.0.1' } });
    }
    expect(lines.length).toBe(before + failing.length);
    const door = await openDoor();
    const asked = `?ten=${encodeURIComponent(NAME)}&so=${PHONE}`;
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: `ten=${PHONE}`,
      Referer: `http://x/${PHONE}`,
    };
    await door.ask(`/units/search${asked}`, { headers });
    await door.ask(`/sign-in${asked}`, { method: 'POST', headers, body: `signInName=${PHONE}&password=xqzw` });
    await door.ask(`/sign-in${asked}`, {
      method: 'POST',
      headers: { ...headers, Origin: 'https://xau.example' },
      body: PHONE,
    });
    await door.close();
    expect(lines.filter((line) => line.includes('"request"')).length).toBeGreaterThan(1);
    expect(lines.flatMap((line) => found(line).map((word) => `${word} in ${line}`))).toEqual([]);
  });
});
