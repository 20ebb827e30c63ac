// What the page of the board of persons tells, and to whom.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY } from '#app/domain/kernel/time.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { loader } from '#app/routes/contests.$contestSlug_.leaderboard.tsx';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { call, cookieOf } from '#tests/support/routes.ts';
import { aFinishedAttempt } from '#tests/support/standings.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

interface Row {
  readonly name?: string;
  readonly rank: number;
  readonly isOwn: boolean;
}

interface Page {
  readonly board?: {
    readonly rows: readonly Row[];
    readonly own?: Row;
    readonly search?: {
      readonly people: readonly Row[];
      readonly units: readonly unknown[];
      readonly isOwnName: boolean;
    };
  };
}

async function page(query = '', cookie?: string): Promise<{ status: number; body: string; page: Page }> {
  const answer = await call(loader, `/contests/thi/leaderboard${query}`, { contestSlug: 'thi' }, { cookie });
  return { ...answer, page: JSON.parse(answer.body) as Page };
}

async function aBoard(boards: 'live' | 'after-close' = 'live') {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const unit = await aUnit({ id: 'bac', name: 'Xã Bắc Hợp', parent: root });
  const { round } = await aContest({ slug: 'thi', items: 0, rules: { boards, ranking: ['score'] } });
  const shown = await anAccount({ unit, fullName: 'Hoàng Văn Sơn', showsFullName: true });
  const masked = await anAccount({ unit, fullName: 'Nông Thị Mai' });
  await aFinishedAttempt(round, shown, { score: 9, finishedAt: NOW - 2 });
  await aFinishedAttempt(round, masked, { score: 8, finishedAt: NOW - 1 });
  await refreshStandings();
  return { shown, masked };
}

test('tells nobody an id of a person, nor the name of somebody who did not agree', async () => {
  const { shown, masked } = await aBoard();
  for (const cookie of [undefined, await cookieOf(masked.id, NOW)]) {
    const { body, page: told } = await page('?q=mai', cookie);
    expect(told.board?.rows.map(({ name, rank, isOwn }) => [name, rank, isOwn])).toEqual([
      ['Hoàng Văn Sơn', 1, false],
      ['Nông T. M', 2, cookie !== undefined],
    ]);
    for (const secret of [shown.id, masked.id, 'Nông Thị Mai']) expect(body).not.toContain(secret);
  }
});

test('finds people who agreed by name, others only for themselves, and units for everybody', async () => {
  const { masked } = await aBoard();
  const found = async (words: string, cookie?: string) => {
    const { search } = (await page(`?q=${encodeURIComponent(words)}`, cookie)).page.board ?? {};
    return [search?.people.map(({ name }) => name), search?.units.length, search?.isOwnName];
  };
  expect(await found('van son')).toEqual([['Hoàng Văn Sơn'], 0, false]);
  expect(await found('thị mai')).toEqual([[], 0, false]);
  expect(await found('thị mai', await cookieOf(masked.id, NOW))).toEqual([[], 0, true]);
  expect(await found('bac hop')).toEqual([[], 1, false]);
});

test('tells nothing of others, by whatever way, while the board waits for the close', async () => {
  const { masked } = await aBoard('after-close');
  const { body, page: told } = await page('?q=son', await cookieOf(masked.id, NOW));
  expect([told.board?.rows, told.board?.search?.people]).toEqual([[], []]);
  expect(told.board?.own).toMatchObject({ rank: 2, isOwn: true });
  expect(body).not.toContain('Hoàng Văn Sơn');
  vi.setSystemTime(OPENING + 7 * DAY);
  expect((await page()).page.board?.rows).toHaveLength(2);
});

test.each([
  ['an unknown unit', '?unit=khong-co', 404],
  ['an unknown block', '?block=khong-co', 404],
  ['an unknown round', '?round=99', 200],
])('%s', async (_, query, status) => {
  await aBoard();
  expect((await page(query)).status).toBe(status);
});
