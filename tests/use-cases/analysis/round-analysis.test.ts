import { expect, test } from 'vitest';
import { readAnalysisQuery } from '#app/features/analysis/analysis-address.ts';
import {
  analysisCsv,
  getAnalysisPage,
  getAnalysisTable,
  getItemAnalysis,
  getItemFigures,
} from '#app/features/analysis/index.server.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { SECOND } from '#app/domain/kernel/time.ts';
import { aContestant, formOf, placesOfOptions, save, started } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';
import { parseCsv } from '#tests/support/csv.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });

/** Sits the contest: the first `right` items of the bank right, all others wrong, 20 seconds each. */
async function sit(right: number, from: number): Promise<void> {
  const actor = await aContestant();
  const attemptId = await started(actor, 'thi', from);
  const form = await formOf(attemptId);
  const order = form.slots.map(({ itemVersionId }) => itemVersionId).toSorted();
  let at = from;
  for (const { slot, itemVersionId } of form.slots) {
    at += 20 * SECOND;
    const option = order.indexOf(itemVersionId) < right ? 'a' : 'b';
    await save(actor, attemptId, at, { slot, places: placesOfOptions(form, slot, [option]) });
  }
  await submitAttempt({ writer: writerOf(actor), attemptId, now: at + SECOND });
}

const contestNow = async () => (await getContest('thi', NOW))!;

test('a round is counted from what was sat: facility, discrimination, choices, time, and the same in files', async () => {
  await aContest({ slug: 'thi', blueprint: { sections: [{ title: 'P', quotas: [{ count: 4 }] }] } });
  for (const [index, right] of [0, 1, 2, 4].entries()) await sit(right, NOW + index * SECOND);
  const asked = { round: undefined, choice: 'first', now: NOW, isFresh: true } as const;
  const table = await getAnalysisTable(await contestNow(), asked);
  const rows = table?.rows.toSorted((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1)) ?? [];
  expect(table?.attempts).toBe(4);
  expect(table?.test).toMatchObject({ mean: 1.75, median: 1.5, parts: 'items', maxScore: 4 });
  expect(rows.map(({ figures }) => figures.facility)).toEqual([0.75, 0.5, 0.25, 0.25]);
  expect(rows.map(({ figures }) => figures.time?.median)).toEqual([20, 20, 20, 20]);
  expect(rows[0]?.advice).toEqual([{ code: 'too-few', level: 'none', attempts: 4 }]);
  // Guttman marks 1,1,1,0 against rests 3,1,0,0 and so on, by hand: cov = 1/3, var = 1/4, var of rests = 2.
  expect(rows[0]?.figures.covariance).toBeCloseTo(1 / 3, 12);
  expect(rows[0]?.figures.discriminationIndex).toBeCloseTo((100 * (1 / 3)) / Math.sqrt(0.25 * 2), 9);

  const csv = parseCsv(analysisCsv(table!, 'vi').slice(1));
  expect(csv).toHaveLength(5);
  const item = await getItemAnalysis(await contestNow(), rows[0]!.itemVersionId, { round: 1, choice: 'first' }, NOW);
  expect(
    item?.answers.filter(({ figures }) => figures).map(({ id, isKey, figures }) => [id, isKey, figures?.attempts]),
  ).toEqual([
    ['a', true, 3],
    ['b', false, 1],
  ]);
  expect((await getItemFigures([rows[0]!.itemId])).get(rows[0]!.itemId)).toMatchObject({ attempts: 4, facility: 0.75 });
});

test('figures are kept, and counted again once there are more attempts and a minute has passed', async () => {
  await aContest({ slug: 'thi', blueprint: { sections: [{ title: 'P', quotas: [{ count: 3 }] }] } });
  const page = async (at: number) =>
    getAnalysisPage((await getContest('thi', at))!, readAnalysisQuery(new URLSearchParams()), at);
  await sit(1, NOW);
  expect((await page(NOW + 120 * SECOND)).table?.attempts).toBe(1);
  await sit(2, NOW + SECOND);
  expect((await page(NOW + 150 * SECOND)).table).toMatchObject({ attempts: 1, countedAt: NOW + 120 * SECOND });
  expect((await page(NOW + 181 * SECOND)).table).toMatchObject({ attempts: 2, countedAt: NOW + 181 * SECOND });
});
