import { describe, expect, test } from 'vitest';
import type { Round } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import { rankKey } from '#app/domain/results/rank-key.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getLeaderboard, getPlace } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, contestRules } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const ROWS_PER_PAGE = 50;
const NOW = afterOpening({ hours: 1 });
const CLOSE = OPENING + 7 * DAY;

const personOf = (index: number): string => `nguoi-${String(index).padStart(3, '0')}`;
const actorOf = (accountId: string): Actor => ({ accountId, unitId: 'don-vi', unitPath: '', grants: [] });

/** A round whose people have these scores; nobody has a tie-break, so equal scores are a tie. */
async function boardOf(scores: readonly number[]): Promise<Round> {
  await aContest({ slug: 'thi', items: 0 });
  const { round } = (await getContest('thi', NOW)) ?? {};
  if (!round) throw new Error('there is no round');
  const facts = { duration: MINUTE, submittedAt: NOW };
  await (
    await database()
  ).standing.createMany({
    data: scores.map((score, index) => ({
      roundId: round.id,
      accountId: personOf(index),
      attemptId: `bai-${index}`,
      unitId: 'don-vi',
      score,
      maxScore: 1_000,
      durationMs: MINUTE,
      submittedAt: new Date(NOW),
      rankKey: rankKey({ score, ...facts }, []),
    })),
  });
  return round;
}

const pageOf = (round: Round, page: number, actor?: Actor) =>
  getLeaderboard({ round, rules: contestRules(), page, actor, now: NOW });

test('has nobody on it before anybody has finished', async () => {
  const round = await boardOf([]);
  expect(await pageOf(round, 1, actorOf(personOf(0)))).toEqual({
    isVisible: true,
    rows: [],
    total: 0,
    page: 1,
    pages: 1,
    own: undefined,
  });
  expect(await getPlace(round.id, personOf(0))).toBeUndefined();
});

test('gives equal people equal ranks, and the next the place that is left: 1 2 2 4', async () => {
  const round = await boardOf([9, 8, 8, 7]);
  const { rows } = await pageOf(round, 1);
  expect(rows.map(({ rank, accountId }) => [rank, accountId])).toEqual([
    [1, personOf(0)],
    [2, personOf(1)],
    [2, personOf(2)],
    [4, personOf(3)],
  ]);
  expect(await getPlace(round.id, personOf(2))).toEqual({ rank: 2, of: 4 });
  expect(await getPlace(round.id, personOf(3))).toEqual({ rank: 4, of: 4 });
});

describe('over the border of a page', () => {
  /** Different scores, but for four people on places 49 to 52: two at the foot of page 1, two at the head of page 2. */
  const sorted = Array.from({ length: 120 }, (_, index) => 1_000 - (index >= 48 && index < 52 ? 48 : index));

  test('a tie keeps its rank', async () => {
    const round = await boardOf(sorted);
    const [first, second, third] = [await pageOf(round, 1), await pageOf(round, 2), await pageOf(round, 3)];
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([50, 50, 20]);
    expect(first.rows.slice(-3).map(({ rank }) => rank)).toEqual([48, 49, 49]);
    expect(second.rows.slice(0, 4).map(({ rank }) => rank)).toEqual([49, 49, 53, 54]);
    const all = [...first.rows, ...second.rows, ...third.rows];
    expect(all.map(({ accountId }) => accountId)).toEqual(sorted.map((_, index) => personOf(index)));
    for (const { rank, score } of all) expect(rank).toBe(1 + sorted.filter((each) => each > score).length);
    expect(first).toMatchObject({ total: 120, pages: 3, page: 1 });
  });

  test('everybody finds the own row on the page that is told, whatever page is open', async () => {
    const round = await boardOf(sorted);
    for (const index of [0, 48, 49, 50, 51, 52, 99, 100, 119]) {
      const { own } = await pageOf(round, 3, actorOf(personOf(index)));
      expect(own, personOf(index)).toMatchObject({ accountId: personOf(index), score: sorted[index] });
      const there = await pageOf(round, own?.page ?? 0);
      expect(there.rows.map(({ accountId }) => accountId)).toContain(personOf(index));
      expect(await getPlace(round.id, personOf(index))).toEqual({ rank: own?.rank, of: 120 });
    }
    expect((await pageOf(round, 1, actorOf('nguoi-ngoai'))).own).toBeUndefined();
  });

  test.each([
    ['0', 0, 1],
    ['below nothing', -7, 1],
    ['too high', 99, 3],
    ['far too high', 1_000_000, 3],
  ])('a page number %s is the nearest page there is', async (_, asked, page) => {
    const round = await boardOf(sorted);
    expect((await pageOf(round, asked)).page).toBe(page);
  });
});

describe('a board that waits for the close', () => {
  const rules = contestRules({ boards: 'after-close' });

  test('shows nobody but the own row while the round is open, and everybody afterwards', async () => {
    const round = await boardOf(Array.from({ length: ROWS_PER_PAGE + 5 }, (_, index) => 500 - index));
    const actor = actorOf(personOf(3));
    const open = await getLeaderboard({ round, rules, page: 2, actor, now: CLOSE - 1 });
    expect(open).toMatchObject({ isVisible: false, rows: [], page: 1, pages: 1 });
    expect(open.own).toMatchObject({ rank: 4, accountId: personOf(3) });
    expect((await getLeaderboard({ round, rules, page: 1, actor: undefined, now: NOW })).own).toBeUndefined();
    const closed = await getLeaderboard({ round, rules, page: 2, actor, now: CLOSE });
    expect(closed).toMatchObject({ isVisible: true, page: 2, pages: 2 });
    expect(closed.rows).toHaveLength(5);
  });
});
