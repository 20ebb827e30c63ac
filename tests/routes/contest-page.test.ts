// The contest's page and its rules, asked as Remix asks them: every phase, every state of entry, and what never travels.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FirstStep, LobbyRound } from '#app/domain/contests/lobby.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import type { EntryView, NoticeView } from '#app/features/contests/index.server.ts';
import { loadItems } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import type { Account, Round } from '#prisma/generated/sqlite/client.ts';
import { aContestant, started } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, anAdjustment, anItem, aUnit } from '#tests/support/factories.ts';
import { call, cookieOf, routeModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'test' });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: afterOpening({ hours: 5 }) }));
afterEach(() => vi.useRealTimers());

const PAGE = 'contests.$contestSlug.tsx';
const at = (now: number): void => {
  vi.setSystemTime(now);
  forgetEverything();
};

interface Page {
  readonly first: FirstStep;
  readonly rounds: readonly LobbyRound[];
  readonly practice: readonly LobbyRound[];
  readonly entry: EntryView;
  readonly current: LobbyRound | undefined;
  readonly until: number | undefined;
  readonly notices: readonly NoticeView[];
  readonly board: { readonly kind: string } | undefined;
  readonly isSignedIn: boolean;
}

async function page(account?: Pick<Account, 'id'>, slug = 'thi'): Promise<Page & { body: string }> {
  const { loader } = await routeModule(PAGE);
  const cookie = account && (await cookieOf(account.id, Date.now()));
  const answer = await call(loader!, `/contests/${slug}`, { contestSlug: slug }, { cookie });
  expect(answer.status).toBe(200);
  return { ...(JSON.parse(answer.body) as Page), body: answer.body };
}

async function press(account: Pick<Account, 'id'>, fields: Record<string, string> = {}, slug = 'thi') {
  const { action } = await routeModule(PAGE);
  const cookie = await cookieOf(account.id, Date.now());
  const init = { method: 'POST', body: new URLSearchParams(fields), cookie };
  return call(action!, `/contests/${slug}`, { contestSlug: slug }, init);
}

/** Another round of the same contest. */
async function anotherRound(first: Round, given: Partial<Round>): Promise<Round> {
  const { id: _, createdAt: _c, updatedAt: _u, settledAt: _s, ...rest } = first;
  return (await database()).round.create({ data: { ...rest, number: 2, title: 'Vòng 2', ...given } });
}

describe('the contest page, phase by phase', () => {
  test('says what to do first, for a visitor and for somebody signed in', async () => {
    const { round } = await aContest({ slug: 'thi', round: { entryForMs: 2 * DAY } });
    const person = await anAccount();
    const firstAt = async (now: number): Promise<string[]> => {
      at(now);
      const [visitor, signedIn] = [await page(), await page(person)];
      expect(visitor.isSignedIn).toBe(false);
      expect(signedIn.isSignedIn).toBe(true);
      return [visitor.first.kind, signedIn.first.kind, signedIn.current?.phase ?? ''];
    };
    expect(await firstAt(OPENING - 1)).toEqual(['wait', 'wait', 'upcoming']);
    expect(await firstAt(OPENING)).toEqual(['start', 'start', 'open']);
    expect(await firstAt(OPENING + 2 * DAY)).toEqual(['entryOver', 'entryOver', 'entryOver']);
    expect(await firstAt(OPENING + 7 * DAY)).toEqual(['closed', 'closed', 'closed']);
    at(OPENING + HOUR);
    await anAdjustment(round, { kind: 'pause', startsAt: OPENING + HOUR });
    expect(await firstAt(OPENING + HOUR)).toEqual(['paused', 'paused', 'paused']);
  });

  test('tells when the phase that it shows ends, with what was adjusted', async () => {
    const { round } = await aContest({ slug: 'thi' });
    expect((await page()).until).toBe(OPENING + 7 * DAY);
    await anAdjustment(round, { kind: 'extension', ms: 30 * MINUTE });
    const extended = await page();
    expect(extended.until).toBe(OPENING + 7 * DAY + 30 * MINUTE);
    expect(extended.current?.closesAt).toBe(OPENING + 7 * DAY + 30 * MINUTE);
    await anAdjustment(round, { kind: 'pause', startsAt: Date.now() });
    expect((await page()).until).toBeUndefined();
  });

  test('says how long an attempt would last that started now: to the close where it cuts, with own extra time', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const [person, slow] = [await anAccount(), await anAccount()];
    await anAdjustment(round, { kind: 'extraTime', ms: 5 * MINUTE, account: slow });
    const now = OPENING + 7 * DAY - 4 * MINUTE;
    at(now);
    expect((await page(person)).rounds[0]?.endsIfStartedNow).toBe(OPENING + 7 * DAY);
    expect((await page(slow)).rounds[0]?.endsIfStartedNow).toBe(now + 9 * MINUTE);
    at(OPENING - 1);
    expect((await page(person)).rounds[0]?.endsIfStartedNow).toBeUndefined();
  });

  test('is not there for a contest that is not there', async () => {
    const { loader } = await routeModule(PAGE);
    expect((await call(loader!, '/contests/x', { contestSlug: 'x' })).status).toBe(404);
  });
});

describe('own attempts on the contest page', () => {
  test('are gone on with, then listed with their marks, and the limit says how many are left', async () => {
    await aContest({ slug: 'thi', rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } } });
    const person = await aContestant();
    const id = await started(person, 'thi', Date.now());
    const running = await page(person.account);
    expect(running.first).toMatchObject({ kind: 'resume', attempt: { id, deadlineAt: Date.now() + 10 * MINUTE } });
    await submitAttempt({ writer: writerOf(person), attemptId: id, now: Date.now() + MINUTE });
    const after = await page(person.account);
    expect(after.first.kind).toBe('start');
    expect(after.rounds[0]).toMatchObject({ attempts: 1, left: { left: 1, limit: { per: 'round' } } });
    expect(after.rounds[0]?.own).toMatchObject([{ id, number: 1, isRunning: false, score: 0, maxScore: 10 }]);
    expect((await page(await anAccount())).rounds[0]).toMatchObject({ attempts: 0, own: [] });
  });

  test('that nobody has finished yet are not gone on with once the grace is over', async () => {
    await aContest({ slug: 'thi' });
    const person = await aContestant();
    const startedAt = Date.now();
    await started(person, 'thi', startedAt);
    at(startedAt + 10 * MINUTE + 29_999);
    expect((await page(person.account)).first.kind).toBe('resume');
    at(startedAt + 10 * MINUTE + 30_000);
    expect((await page(person.account)).first.kind).toBe('noneLeft');
  });

  test('run as long as the organizers make them, whatever was stored', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const person = await aContestant();
    const startedAt = Date.now();
    await started(person, 'thi', startedAt);
    await anAdjustment(round, { kind: 'extraTime', ms: 5 * MINUTE, account: person.account });
    at(startedAt + 14 * MINUTE);
    expect((await page(person.account)).first).toMatchObject({
      kind: 'resume',
      attempt: { deadlineAt: startedAt + 15 * MINUTE },
    });
  });

  test('used up for the day say when the next day begins', async () => {
    await aContest({ slug: 'thi', rules: { attempts: { limits: [{ count: 1, per: 'day' }], counted: 'last' } } });
    const person = await aContestant();
    const id = await started(person, 'thi', Date.now());
    await submitAttempt({ writer: writerOf(person), attemptId: id, now: Date.now() });
    const { first } = await page(person.account);
    expect(first.kind).toBe('noneLeft');
    const nextAt = 'round' in first ? (first.round.left.nextAt ?? 0) : 0;
    at(nextAt - 1);
    expect((await page(person.account)).first.kind).toBe('noneLeft');
    at(nextAt);
    expect((await page(person.account)).first.kind).toBe('start');
  });

  test('of many are listed as ten, the newest first, and counted as all', async () => {
    await aContest({ slug: 'thi', rules: { attempts: { limits: [], counted: 'best' } } });
    const person = await aContestant();
    for (let count = 0; count < 12; count += 1) {
      const id = await started(person, 'thi', Date.now() + count * MINUTE);
      await submitAttempt({ writer: writerOf(person), attemptId: id, now: Date.now() + count * MINUTE + 1 });
    }
    const [round] = (await page(person.account)).rounds;
    expect(round?.attempts).toBe(12);
    expect(round?.own.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });
});

describe('several rounds', () => {
  test('are all there with their own phases, and the next is waited for', async () => {
    const { round } = await aContest({ slug: 'thi', closesAt: OPENING + HOUR });
    await anotherRound(round, { opensAt: new Date(OPENING + DAY), closesAt: new Date(OPENING + 2 * DAY) });
    const between = await page(await anAccount());
    expect(between.rounds.map(({ title, phase }) => `${title} ${phase}`)).toEqual(['Vòng 1 closed', 'Vòng 2 upcoming']);
    expect(between.first).toMatchObject({ kind: 'wait', round: { title: 'Vòng 2' } });
  });

  test('a round that is asked for is started, and no other', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const second = await anotherRound(round, {});
    const person = await anAccount();
    expect((await press(person, { roundId: second.id })).status).toBe(302);
    const after = await page(person);
    expect(after.rounds.map(({ attempts }) => attempts)).toEqual([0, 1]);
    expect((await press(person, { roundId: 'khong-co' })).status).toBe(404);
    const other = await aContest({ slug: 'khac', items: 0 });
    expect((await press(person, { roundId: other.round.id })).status).toBe(404);
  });
});

describe('practice', () => {
  const practised = async () => {
    const { round } = await aContest({
      slug: 'thi',
      rules: { attempts: { limits: [{ count: 1, per: 'contest' }], counted: 'only' } },
    });
    const practice = await anotherRound(round, { kind: 'practice', title: 'Luyện tập' });
    for (let count = 0; count < 10; count += 1) await anItem({ tags: ['luyen-tap'] });
    return practice;
  };

  test('stands apart, uses up no attempt, and has no limit', async () => {
    const practice = await practised();
    const person = await aContestant();
    for (let count = 0; count < 2; count += 1) {
      const sat = await press(person.account, { roundId: practice.id });
      expect(sat.status).toBe(302);
      const attemptId = /attempts\/([^/]+)$/.exec(sat.location ?? '')?.[1] ?? '';
      await submitAttempt({ writer: writerOf(person), attemptId, now: Date.now() });
    }
    const { rounds, practice: apart, first } = await page(person.account);
    expect(rounds.map(({ kind }) => kind)).toEqual(['contest']);
    expect(apart).toMatchObject([{ kind: 'practice', attempts: 2, left: {} }]);
    expect(apart[0]?.left.left).toBeUndefined();
    expect(rounds[0]?.left.left).toBe(1);
    expect(first.kind).toBe('start');
    expect(await (await database()).participation.findFirst()).toMatchObject({ counts: false });
  });

  test('is open to members of the organizing board, who are told that they may not enter the contest', async () => {
    const practice = await practised();
    const unit = await aUnit();
    const organizer = await anAccount({ unit, grants: [{ role: 'organizer', unit }] });
    const shown = await page(organizer);
    expect(shown.first).toEqual({ kind: 'refused', refusal: 'organizing-member' });
    expect(shown.entry.practiceRefusal).toBeUndefined();
    expect((await press(organizer, { roundId: practice.id })).status).toBe(302);
    expect((await press(organizer, { roundId: shown.rounds[0]?.id ?? '' })).status).toBe(403);
  });

  test('can be drawn from the practice questions of the lessons alone', async () => {
    const { round } = await aContest({ slug: 'thi', items: 0 });
    const practice = await anotherRound(round, { kind: 'practice' });
    const person = await anAccount();
    expect((await press(person, { roundId: practice.id })).status).toBe(503);
    await loadItems({ now: Date.now() });
    forgetEverything();
    expect((await press(person, { roundId: practice.id })).status).toBe(302);
    const attempt = await (await database()).attempt.findFirstOrThrow({ where: { roundId: practice.id } });
    const { slots } = JSON.parse(attempt.form) as { slots: { itemVersionId: string }[] };
    const versions = await (
      await database()
    ).itemVersion.findMany({
      where: { id: { in: slots.map(({ itemVersionId }) => itemVersionId) } },
      select: { itemId: true },
    });
    expect(versions).toHaveLength(10);
    for (const { itemId } of versions) expect(itemId).toMatch(/^\d{4}-p\d{2}$/);
  });
});

describe('entry', () => {
  const CODE = 'MAT-KHAU-1234';
  const CONSENT = 'Tôi cam kết tự làm bài.';
  const entry = { units: [], blocks: [], excludesOrganizers: true, accessCode: CODE, consent: CONSENT };

  test('asks for code and agreement once, and says what was wrong without starting anything', async () => {
    await aContest({
      slug: 'thi',
      rules: { entry, attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } },
    });
    const person = await aContestant();
    expect((await page(person.account)).entry).toMatchObject({ needsCode: true, consent: CONSENT });
    const wrong = await press(person.account, { accessCode: 'sai', agrees: 'yes' });
    expect(wrong).toMatchObject({ status: 422, body: JSON.stringify({ refusal: 'wrong-access-code' }) });
    const silent = await press(person.account, { accessCode: CODE });
    expect(silent).toMatchObject({ status: 422, body: JSON.stringify({ refusal: 'consent-missing' }) });
    expect(await (await database()).attempt.count()).toBe(0);
    expect((await press(person.account, { accessCode: ` ${CODE.toLowerCase()} `, agrees: 'yes' })).status).toBe(302);
    const after = await page(person.account);
    expect(after.entry.needsCode).toBe(false);
    expect(after.entry.consent).toBeUndefined();
  });

  test('that is refused says so before anybody tries', async () => {
    const root = await aUnit({ id: 'tinh' });
    const inside = await aUnit({ id: 'trong', parent: root });
    const rules = { entry: { ...entry, minimumAge: 16, units: ['trong'] } };
    await aContest({ slug: 'thi', rules });
    const young = await anAccount({ unit: inside, birthYear: 2020 });
    const outside = await anAccount({ unit: root });
    expect((await page(young)).first).toEqual({ kind: 'refused', refusal: 'too-young' });
    expect((await page(outside)).first).toEqual({ kind: 'refused', refusal: 'unit-not-invited' });
    expect((await page(await anAccount({ unit: inside }))).first.kind).toBe('start');
    expect((await page()).first.kind).toBe('start');
  });

  test('never sends the access code, nor where the answers are, to anybody', async () => {
    await aContest({ slug: 'thi', rules: { entry } });
    const { body } = await page(await anAccount());
    expect(body.toLowerCase()).not.toContain(CODE.toLowerCase());
    expect(body).not.toContain('quotas');
    expect(body.length).toBeLessThan(3_000);
  });

  test('takes no body that is not its own', async () => {
    await aContest({ slug: 'thi' });
    const person = await anAccount();
    expect((await press(person, { roundId: 'x'.repeat(65) })).status).toBe(422);
    expect(await (await database()).attempt.count()).toBe(0);
  });
});

describe('notices and boards on the contest page', () => {
  test('stand as they are now, and those withdrawn do not', async () => {
    const { contest } = await aContest({ slug: 'thi' });
    const rest = { contestId: contest.id, actorId: 'ban-to-chuc', at: new Date(OPENING) };
    await (
      await database()
    ).notice.createMany({
      data: [
        { ...rest, text: 'Máy chủ sẽ bảo trì lúc 12 giờ.' },
        { ...rest, text: 'Rút lại.', withdrawnAt: new Date(OPENING + 1) },
      ],
    });
    expect((await page()).notices.map(({ text }) => text)).toEqual(['Máy chủ sẽ bảo trì lúc 12 giờ.']);
  });

  test('say how far the board is public', async () => {
    await aContest({ slug: 'thi', rules: { boards: 'frozen', frozenFor: DAY } });
    const kindAt = async (now: number): Promise<string | undefined> => {
      at(now);
      return (await page()).board?.kind;
    };
    expect(await kindAt(OPENING - 1)).toBe('upcoming');
    expect(await kindAt(OPENING)).toBe('willFreeze');
    expect(await kindAt(OPENING + 6 * DAY)).toBe('frozen');
    expect(await kindAt(OPENING + 7 * DAY)).toBe('closed');
  });
});

describe('the rules page', () => {
  const rulesOf = async (slug: string, cookie?: string) => {
    const { loader } = await routeModule('contests.$contestSlug_.rules.tsx');
    return call(loader!, `/contests/${slug}/rules`, { contestSlug: slug }, { cookie });
  };

  test('is there for everybody, without the access code, with names instead of ids and with adjusted times', async () => {
    const root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
    await aUnit({ id: 'trong', name: 'Xã Trường Hà', parent: root });
    const { round } = await aContest({
      slug: 'thi',
      title: 'Cuộc thi thử',
      rules: { entry: { units: ['trong'], blocks: [], excludesOrganizers: true, accessCode: 'BI-MAT-99' } },
      blueprint: {
        sections: [{ title: 'A', quotas: [{ topic: '2023-que-huong-coi-nguon-cach-mang', count: 3 }] }],
      },
    });
    await anAdjustment(round, { kind: 'extension', ms: 90_000 });
    const { status, body } = await rulesOf('thi');
    expect(status).toBe(200);
    expect(body).toContain('Cuộc thi thử');
    expect(body).toContain('Xã Trường Hà và các đơn vị trực thuộc');
    expect(body).toContain('Theo kế hoạch ban đầu');
    expect(body).not.toContain('BI-MAT-99');
    expect(body).not.toContain('2023-que-huong-coi-nguon-cach-mang');
  });

  test('is not there for a contest that is not there', async () => {
    expect((await rulesOf('khong-co')).status).toBe(404);
  });

  test('has the commitments to the lots where lots rank', async () => {
    const { contest, round } = await aContest({
      slug: 'thi',
      rules: { ranking: ['score', 'lot'], overall: 'sum' },
      round: { lotSeed: 'hat-giong-vong' },
    });
    await (await database()).contest.update({ where: { id: contest.id }, data: { lotSeed: 'hat-giong-chung' } });
    const { createHash } = await import('node:crypto');
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    const { body } = await rulesOf('thi');
    expect(body).toContain(sha('hat-giong-vong'));
    expect(body).toContain(sha('hat-giong-chung'));
    expect(body).not.toContain('hat-giong');
    expect(round.lotSeed).toBe('hat-giong-vong');
  });
});
