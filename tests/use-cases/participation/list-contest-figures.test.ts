import { expect, test } from 'vitest';
import { DAY } from '#app/domain/kernel/time.ts';
import { listContestFigures } from '#app/features/participation/index.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase();

test('every contest has the people of all units against all headcounts', async () => {
  const root = await aUnit({ id: 'tinh' });
  const units = [await aUnit({ parent: root, people: 30 }), await aUnit({ parent: root, people: 50 })];
  const { contest } = await aContest({ slug: 'dang-mo' });
  await aContest({ slug: 'sap-mo', opensAt: OPENING + 30 * DAY });
  for (const unit of units) await aParticipation(contest, await anAccount({ unit }));
  const [open, coming] = await listContestFigures(OPENING + DAY);
  expect(open).toMatchObject({ people: 2, headcount: 80, rate: 0.025, attempts: 0, running: 0 });
  expect(coming).toMatchObject({ people: 0, headcount: 80, rate: 0 });
  expect([open?.contestNow.contest.slug, coming?.contestNow.contest.slug]).toEqual(['dang-mo', 'sap-mo']);
});
