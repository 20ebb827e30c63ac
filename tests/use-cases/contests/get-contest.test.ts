import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';
import { getContest, getContestTeaser, listContests } from '#app/features/contests/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;

const contestAt = (slug: string, fromDay: number, toDay: number) =>
  aContest({ slug, items: 0, opensAt: NOW + fromDay * DAY, closesAt: NOW + toDay * DAY });

const listed = async () => (await listContests(NOW)).map(({ contest, phase }) => `${contest.slug} ${phase}`);

describe('contests', () => {
  test('are none before there are any', async () => {
    expect(await listContests(NOW)).toEqual([]);
    expect(await getContestTeaser(NOW)).toBeUndefined();
  });

  test('are listed with those that are open first, then those to come, then those that are over, the latest first', async () => {
    await contestAt('cu-nhat', -30, -20);
    await contestAt('sap-toi', 5, 8);
    await contestAt('vua-xong', -10, -1);
    await contestAt('dang-mo', -2, 3);
    expect(await listed()).toEqual(['dang-mo open', 'sap-toi upcoming', 'vua-xong closed', 'cu-nhat closed']);
    expect(await getContestTeaser(NOW)).toMatchObject({ slug: 'dang-mo', round: { phase: 'open' } });
  });

  test('that come later are listed after those that come sooner', async () => {
    await contestAt('xa', 50, 60);
    await contestAt('gan', 5, 8);
    await contestAt('xong', -10, -1);
    expect(await listed()).toEqual(['gan upcoming', 'xa upcoming', 'xong closed']);
    expect(await getContestTeaser(NOW)).toMatchObject({ slug: 'gan', round: { phase: 'upcoming' } });
  });

  test('that are all over give the home page nothing to lead to', async () => {
    await contestAt('xong', -10, -1);
    expect(await getContestTeaser(NOW)).toBeUndefined();
  });
});

describe('a contest', () => {
  test('is found by its address alone', async () => {
    await contestAt('thi', -1, 1);
    expect(await getContest('thi', NOW)).toMatchObject({ contest: { slug: 'thi' }, phase: 'open' });
    for (const slug of ['THI', '', 'thi/', '../thi', 'x'.repeat(5_000), '%']) {
      expect(await getContest(slug, NOW)).toBeUndefined();
    }
  });

  test('of several rounds shows the one that matters now', async () => {
    const { contest, round } = await contestAt('thi', -3, -1);
    const { id: _, createdAt: _c, updatedAt: _u, ...first } = round;
    await (
      await database()
    ).round.create({
      data: { ...first, number: 2, title: 'Vòng 2', opensAt: new Date(NOW + DAY), closesAt: new Date(NOW + 2 * DAY) },
    });
    const shown = async (now: number) => {
      const found = await getContest(contest.slug, now);
      return found && `${found.round.number} ${found.phase}`;
    };
    expect(await shown(NOW - 2 * DAY)).toBe('1 open');
    expect(await shown(NOW - DAY)).toBe('2 upcoming');
    expect(await shown(NOW + DAY)).toBe('2 open');
    expect(await shown(NOW + DAY + HOUR)).toBe('2 open');
    expect(await shown(NOW + 2 * DAY)).toBe('2 closed');
  });
});
