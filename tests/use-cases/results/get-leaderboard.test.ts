import { describe, expect, test } from 'vitest';
import type { ContestRules } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, HOUR, MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { boardScopes, scopeOf } from '#app/domain/results/board-scope.ts';
import { rankKey } from '#app/domain/results/rank-key.ts';
import { commitmentOf } from '#app/features/contests/contest.repo.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import {
  getBoardBasis,
  getBoardPart,
  getLeaderboard,
  getPlace,
  getRowsOf,
  personCodeOf,
  refreshStandings,
  settleRounds,
} from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Round } from '#prisma/generated/sqlite/client.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { aFinishedAttempt, anotherRound } from '#tests/support/standings.ts';

useTestDatabase({ per: 'test' });

const ROWS_PER_PAGE = 50;
const NOW = afterOpening({ hours: 1 });
const CLOSE = OPENING + 7 * DAY;

const personOf = (index: number): string => `nguoi-${String(index).padStart(3, '0')}`;
const actorOf = (accountId: string): Actor => ({
  accountId,
  unitId: 'don-vi',
  unitPath: '',
  birthYear: 1990,
  grants: [],
});

/** Rows of a scope with these scores, in one unit or in those that are named. Only the score ranks, so equal ones are a tie. */
async function storeRows(
  { id: scopeId, contestId }: { id: string; contestId: string },
  scores: readonly number[],
  where: (index: number) => { unitId?: string; block?: string } = () => ({}),
): Promise<void> {
  const facts = { predictionDistance: undefined, duration: MINUTE, submittedAt: NOW, attempts: 1, birthYear: 1990 };
  await (
    await database()
  ).standing.createMany({
    data: scores.map((score, index) => ({
      scopeId,
      contestId,
      accountId: personOf(index),
      attemptId: `bai-${index}`,
      unitId: 'don-vi',
      block: '',
      score,
      maxScore: 1_000,
      durationMs: MINUTE,
      submittedAt: new Date(NOW),
      attempts: 1,
      rounds: 1,
      birthYear: 1990,
      isAllRight: false,
      rankKey: rankKey({ score, ...facts, lot: undefined }, ['score']),
      ...where(index),
    })),
  });
}

const RANKED_BY_SCORE = { ranking: ['score'] } as const;

/** A round with such rows. */
async function boardOf(
  scores: readonly number[],
  rules: Partial<ContestRules> = {},
  where?: Parameters<typeof storeRows>[2],
): Promise<Round> {
  const { round } = await aContest({ slug: 'thi', items: 0, rules: { ...RANKED_BY_SCORE, ...rules } });
  await storeRows(round, scores, where);
  return round;
}

interface Asked {
  readonly page?: number;
  readonly actor?: Actor;
  readonly now?: Instant;
  readonly key?: string;
  readonly unit?: string;
  readonly block?: string;
}

async function queryOf({ actor, now = NOW, key }: Asked) {
  const contestNow = await getContest('thi', now);
  const all = contestNow && boardScopes(contestNow.contest.id, contestNow.rounds, true);
  const scope = all && scopeOf(all, key ?? null);
  if (!scope) throw new Error('there is no scope');
  return { contestNow, scope, actor, now };
}

async function pageOf(page: number, asked: Asked = {}) {
  const query = await queryOf(asked);
  const { unit, block } = asked;
  const found = await getBoardPart(query.contestNow.contest, { unit, block }, query.now);
  if (!found) throw new Error('there is no such part');
  return getLeaderboard({ ...query, part: found.part, page });
}

test('has nobody on it before anybody has finished', async () => {
  const round = await boardOf([]);
  expect(await pageOf(1, { actor: actorOf(personOf(0)) })).toEqual({
    state: { kind: 'live', closesAt: CLOSE },
    isVisible: true,
    rows: [],
    total: 0,
    everybody: 0,
    page: 1,
    pages: 1,
    own: undefined,
  });
  const { place } = await getPlace({ roundId: round.id, actor: actorOf(personOf(0)), now: NOW });
  expect(place).toBeUndefined();
});

test('gives equal people equal ranks, and the next the place that is left: 1 2 2 4', async () => {
  const round = await boardOf([9, 8, 8, 7]);
  const { rows } = await pageOf(1);
  expect(rows.map(({ rank, accountId }) => [rank, accountId])).toEqual([
    [1, personOf(0)],
    [2, personOf(1)],
    [2, personOf(2)],
    [4, personOf(3)],
  ]);
  const placeOf = async (index: number) => {
    const { place } = await getPlace({ roundId: round.id, actor: actorOf(personOf(index)), now: NOW });
    return [place?.row.rank, place?.of];
  };
  expect(await placeOf(2)).toEqual([2, 4]);
  expect(await placeOf(3)).toEqual([4, 4]);
});

test('every row says against its neighbours why it stands there, wherever it is read', async () => {
  await boardOf([9, 8, 8, 7]);
  const expected = [
    [undefined, { kind: 'parted', rank: 2, by: 'score', other: 8 }],
    [{ kind: 'parted', rank: 1, by: 'score', other: 9 }, { kind: 'tie' }],
    [{ kind: 'tie' }, { kind: 'parted', rank: 4, by: 'score', other: 7 }],
    [{ kind: 'parted', rank: 2, by: 'score', other: 8 }, undefined],
  ];
  const { rows } = await pageOf(1);
  expect(rows.map(({ above, below }) => [above, below])).toEqual(expected);
  const found = await getRowsOf({ ...(await queryOf({})), accountIds: [0, 1, 2, 3].map(personOf) });
  expect(found.map(({ above, below }) => [above, below])).toEqual(expected);
  expect(found.map(({ rank, reasons }) => [rank, reasons])).toEqual(rows.map(({ rank, reasons }) => [rank, reasons]));
  for (const index of [0, 1, 2, 3]) {
    const { own } = await pageOf(1, { actor: actorOf(personOf(index)) });
    expect([own?.above, own?.below]).toEqual(expected[index]);
  }
});

describe('over the border of a page', () => {
  /** Different scores, but for four people on places 49 to 52: two at the foot of page 1, two at the head of page 2. */
  const sorted = Array.from({ length: 120 }, (_, index) => 1_000 - (index >= 48 && index < 52 ? 48 : index));

  test('a tie keeps its rank, and neighbours are those of the other page', async () => {
    await boardOf(sorted);
    const [first, second, third] = [await pageOf(1), await pageOf(2), await pageOf(3)];
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([50, 50, 20]);
    expect(first.rows.slice(-3).map(({ rank }) => rank)).toEqual([48, 49, 49]);
    expect(second.rows.slice(0, 4).map(({ rank }) => rank)).toEqual([49, 49, 53, 54]);
    const all = [...first.rows, ...second.rows, ...third.rows];
    expect(all.map(({ accountId }) => accountId)).toEqual(sorted.map((_, index) => personOf(index)));
    for (const { rank, score } of all) expect(rank).toBe(1 + sorted.filter((each) => each > score).length);
    expect([first.rows.at(-1)?.below, second.rows[0]?.above]).toEqual([{ kind: 'tie' }, { kind: 'tie' }]);
    expect(third.rows[0]?.above).toMatchObject({ kind: 'parted', rank: 100 });
    expect(third.rows.at(-1)?.below).toBeUndefined();
    expect(first).toMatchObject({ total: 120, everybody: 120, pages: 3, page: 1 });
  });

  test('everybody finds the own row on the page that is told, whatever page is open', async () => {
    const round = await boardOf(sorted);
    for (const index of [0, 48, 49, 50, 51, 52, 99, 100, 119]) {
      const actor = actorOf(personOf(index));
      const { own } = await pageOf(3, { actor });
      expect(own, personOf(index)).toMatchObject({ accountId: personOf(index), score: sorted[index] });
      const there = await pageOf(own?.page ?? 0);
      expect(there.rows.map(({ accountId }) => accountId)).toContain(personOf(index));
      const { place } = await getPlace({ roundId: round.id, actor, now: NOW });
      expect(place).toMatchObject({ of: 120, row: { rank: own?.rank, page: own?.page } });
    }
    expect((await pageOf(1, { actor: actorOf('nguoi-ngoai') })).own).toBeUndefined();
  });

  test.each([
    ['0', 0, 1],
    ['below nothing', -7, 1],
    ['too high', 99, 3],
    ['far too high', 1_000_000, 3],
  ])('a page number %s is the nearest page there is', async (_, asked, page) => {
    await boardOf(sorted);
    expect((await pageOf(asked)).page).toBe(page);
  });
});

describe('a part of the board', () => {
  async function aTree() {
    const root = await aUnit({ id: 'tinh' });
    const commune = await aUnit({ id: 'xa', parent: root, block: 'Khối xã' });
    await aUnit({ id: 'thon', parent: commune });
    await aUnit({ id: 'so', parent: root, block: 'Khối sở' });
    const units = ['xa', 'thon', 'so'];
    await boardOf([9, 8, 8, 7, 6, 5], {}, (index) => {
      const unitId = units[index % 3] as string;
      return { unitId, block: unitId === 'so' ? 'Khối sở' : 'Khối xã' };
    });
  }

  const ranks = ({ rows }: Awaited<ReturnType<typeof pageOf>>) => rows.map(({ rank, unitId }) => [rank, unitId]);

  test('a unit with all below it; ranks stay those of the whole board', async () => {
    await aTree();
    const board = await pageOf(1, { unit: 'xa' });
    expect(ranks(board)).toEqual([
      [1, 'xa'],
      [2, 'thon'],
      [4, 'xa'],
      [5, 'thon'],
    ]);
    expect([board.total, board.everybody]).toEqual([4, 6]);
    expect(board.rows[2]).toMatchObject({
      above: { kind: 'parted', rank: 2, by: 'score', other: 8 },
      below: { kind: 'parted', rank: 5, by: 'score', other: 6 },
    });
    // Of the part the first is the first of all; behind the last there may be others.
    expect(board.rows[0]?.above).toBeUndefined();
    expect(board.rows[3]).toMatchObject({ above: { kind: 'parted', rank: 4 }, below: { kind: 'untold' } });
    expect(ranks(await pageOf(1, { unit: 'thon' }))).toEqual([
      [2, 'thon'],
      [5, 'thon'],
    ]);
    expect((await pageOf(1, { unit: 'tinh' })).total).toBe(6);
  });

  test('a block', async () => {
    await aTree();
    expect(ranks(await pageOf(1, { block: 'Khối sở' }))).toEqual([
      [2, 'so'],
      [6, 'so'],
    ]);
  });

  test('that does not exist is none', async () => {
    await aTree();
    const { contestNow } = await queryOf({});
    const partOf = (unit?: string, block?: string) => getBoardPart(contestNow.contest, { unit, block }, NOW);
    expect(await partOf('khong-co')).toBeUndefined();
    expect(await partOf(undefined, 'Khối lạ')).toBeUndefined();
    expect((await partOf())?.blocks).toEqual(['Khối sở', 'Khối xã']);
  });

  test('the own row is that of the whole board, whatever part is shown', async () => {
    await aTree();
    const { own } = await pageOf(1, { unit: 'thon', actor: actorOf(personOf(3)) });
    expect(own).toMatchObject({ rank: 4, unitId: 'xa', page: 1 });
  });
});

describe('who may see what, and when', () => {
  const actor = actorOf(personOf(3));
  const scores = Array.from({ length: ROWS_PER_PAGE + 5 }, (_, index) => 500 - index);

  test('a board that waits for the close shows nobody but the own row, and nothing of its neighbours', async () => {
    const round = await boardOf(scores, { boards: 'after-close' });
    const open = await pageOf(2, { actor, now: CLOSE - 1 });
    expect(open).toMatchObject({ isVisible: false, rows: [], page: 1, pages: 1, state: { kind: 'hidden' } });
    expect(open.own).toMatchObject({ rank: 4, accountId: personOf(3), page: undefined });
    expect([open.own?.above, open.own?.below]).toEqual([{ kind: 'untold' }, { kind: 'untold' }]);
    expect((await pageOf(1)).own).toBeUndefined();
    const asked = await queryOf({ now: CLOSE - 1 });
    expect(await getRowsOf({ ...asked, accountIds: [personOf(1)] })).toEqual([]);
    const { place } = await getPlace({ roundId: round.id, actor, now: CLOSE - 1 });
    expect(place?.row).toMatchObject({ rank: 4, above: { kind: 'untold' }, page: undefined });
    const closed = await pageOf(2, { actor, now: CLOSE });
    expect(closed).toMatchObject({ isVisible: true, total: 55, page: 2, state: { kind: 'closed' } });
    expect(closed.own?.above).toMatchObject({ kind: 'parted', rank: 3 });
  });

  test('an own-row board shows nobody else, for good', async () => {
    await boardOf(scores, { boards: 'own-row' });
    for (const now of [NOW, CLOSE, CLOSE + DAY]) {
      const board = await pageOf(1, { actor, now });
      expect(board).toMatchObject({ isVisible: false, rows: [], state: { kind: 'ownRow' } });
      expect(board.own).toMatchObject({ rank: 4, above: { kind: 'untold' }, below: { kind: 'untold' } });
    }
  });

  test('a frozen board shows the rows as of the freeze; the own row is that of now', async () => {
    const round = await boardOf([9, 8, 7, 999], { boards: 'frozen', frozenFor: HOUR });
    await storeRows({ id: `${round.id}@frozen`, contestId: round.contestId }, [9, 8, 7, 1]);
    const before = await pageOf(1, { actor, now: CLOSE - HOUR - 1 });
    expect(before.rows[0]).toMatchObject({ score: 999, accountId: personOf(3) });
    const frozen = await pageOf(1, { actor, now: CLOSE - HOUR });
    expect(frozen.state.kind).toBe('frozen');
    expect(frozen.rows.map(({ score }) => score)).toEqual([9, 8, 7, 1]);
    expect(frozen.own).toMatchObject({ rank: 1, score: 999, page: 1, below: { kind: 'untold' } });
    const closed = await pageOf(1, { now: CLOSE });
    expect(closed.rows[0]).toMatchObject({ score: 999 });
  });

  test('before the opening there is only the instant of it', async () => {
    await boardOf([]);
    expect((await pageOf(1, { now: OPENING - 1 })).state).toEqual({ kind: 'upcoming', opensAt: OPENING });
  });
});

describe('a round that predicts and draws lots', () => {
  async function settled() {
    const { contest, round } = await aContest({
      slug: 'thi',
      items: 0,
      round: { lotSeed: 'hat' },
      rules: {
        ranking: ['score', 'predictionDistance', 'older', 'lot'],
        prediction: { asks: 'people', scope: 'round' },
        grace: 0,
      },
    });
    const [near, far] = [await anAccount({ birthYear: 1970 }), await anAccount({ birthYear: 1980 })];
    await aFinishedAttempt(round, far, { prediction: 12 });
    await aFinishedAttempt(round, near, { prediction: 3 });
    await refreshStandings();
    return { contest, round, near, far };
  }

  test('ties until it is settled, with nobody told what others predicted', async () => {
    const { near, far } = await settled();
    const board = await pageOf(1, { actor: actorOf(near.id) });
    const told = new Map(
      board.rows.map(({ accountId, rank, prediction, waitsFor }) => [accountId, [rank, prediction, waitsFor]]),
    );
    expect(told).toEqual(
      new Map([
        [near.id, [1, 3, 'predictionDistance']],
        [far.id, [1, undefined, 'predictionDistance']],
      ]),
    );
    const { contestNow, scope } = await queryOf({});
    expect(await getBoardBasis(contestNow.contest, scope)).toMatchObject({
      prediction: { asks: 'people', scope: 'round', actual: undefined },
      lot: { commitment: commitmentOf('hat'), seed: undefined },
    });
    expect(JSON.stringify(await getBoardBasis(contestNow.contest, scope))).not.toContain('"hat"');
  });

  test('and then says by what people are parted, and publishes number and seed', async () => {
    const { round, near, far } = await settled();
    await settleRounds({ now: CLOSE });
    const board = await pageOf(1, { actor: actorOf(far.id), now: CLOSE });
    expect(board.state).toEqual({ kind: 'final', settledAt: CLOSE });
    expect(board.rows).toMatchObject([
      { accountId: near.id, rank: 1, prediction: 3, waitsFor: undefined },
      { accountId: far.id, rank: 2, prediction: 12, above: { by: 'predictionDistance', other: 1 } },
    ]);
    const yearOf = (index: number) => board.rows[index]?.reasons.find(({ criterion }) => criterion === 'older')?.value;
    expect([yearOf(0), yearOf(1)]).toEqual([undefined, 1980]);
    const { contestNow, scope } = await queryOf({ now: CLOSE });
    expect(await getBoardBasis(contestNow.contest, scope)).toMatchObject({
      prediction: { actual: { number: 2, frozenAt: CLOSE } },
      lot: { seed: 'hat' },
    });
    const { place, personCode } = await getPlace({ roundId: round.id, actor: actorOf(far.id), now: CLOSE });
    expect(place).toMatchObject({ of: 2, isFinal: true, scopeKey: '1', row: { rank: 2 } });
    expect(personCode).toBe(personCodeOf(round.contestId, far.id));
  });
});

test('over all rounds there is a board of its own', async () => {
  const round = await boardOf([5], { overall: 'sum' });
  const second = await anotherRound(round, {});
  await storeRows(second, [7]);
  await storeRows({ id: round.contestId, contestId: round.contestId }, [12]);
  const scoreOf = async (key: string) => (await pageOf(1, { key })).rows[0]?.score;
  expect([await scoreOf('1'), await scoreOf('2'), await scoreOf('all')]).toEqual([5, 7, 12]);
});

test('practice has a code and no place', async () => {
  const round = await boardOf([5]);
  const practice = await anotherRound(round, { kind: 'practice' });
  expect(await getPlace({ roundId: practice.id, actor: actorOf(personOf(0)), now: NOW })).toEqual({
    personCode: personCodeOf(round.contestId, personOf(0)),
    place: undefined,
  });
});

test('a page is read once in two seconds, however many look at it, and the own row every time', async () => {
  const round = await boardOf([9, 8]);
  const actor = actorOf(personOf(9));
  expect((await pageOf(1, { actor })).rows).toHaveLength(2);
  const [row] = await (await database()).standing.findMany({ take: 1 });
  const { updatedAt: _, ...copy } = row as NonNullable<typeof row>;
  await (await database()).standing.create({ data: { ...copy, scopeId: round.id, accountId: personOf(9) } });
  const soon = await pageOf(1, { actor, now: NOW + 1_999 });
  expect(soon.rows).toHaveLength(2);
  expect(soon.own).toMatchObject({ accountId: personOf(9) });
  expect((await pageOf(1, { actor, now: NOW + 2_000 })).rows).toHaveLength(3);
});
