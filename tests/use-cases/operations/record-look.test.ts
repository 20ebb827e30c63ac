import { expect, test } from 'vitest';
import { recordLook } from '#app/features/operations/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase();

test('a look at people leaves a row that says who, what and when', async () => {
  const actor = { accountId: 'a1', unitId: 'u1', unitPath: '/u1/', birthYear: 1990, grants: [] };
  await recordLook({ actor, action: 'people-of-unit.seen', subject: 'unit:u1', detail: { people: 3 }, now: OPENING });
  const rows = await (await database()).auditEntry.findMany();
  expect(rows).toMatchObject([
    { actorId: 'a1', action: 'people-of-unit.seen', subject: 'unit:u1', detail: '{"people":3}' },
  ]);
  expect(rows[0]?.at.getTime()).toBe(OPENING);
});
