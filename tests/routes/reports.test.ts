// Who may report on which unit: its manager, those above, a block manager on the block; nobody else.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY } from '#app/domain/kernel/time.ts';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { takeSnapshots } from '#app/features/reports/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { loader as loadReports } from '#app/routes/units.$unitId_.reports.tsx';
import { loader as loadPreview } from '#app/routes/units.$unitId_.reports_.preview.tsx';
import { loader as loadSetting } from '#app/routes/units.$unitId_.reports_.setting.tsx';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING + 30 * DAY;
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

async function argsFor(accountId: string, unitId: string, query = '') {
  const sessionId = await inTransaction((tx) =>
    openSession(tx, accountId, NOW, { secondFactorAt: NOW, steppedUpAt: NOW }),
  );
  const headers = { Cookie: keepSession(sessionId)['Set-Cookie'].split(';')[0] as string };
  const request = new Request(`http://localhost/units/${unitId}/reports${query}`, { headers });
  return { request, params: { unitId }, context: { nonce: '', requestId: '', clientAddress: '' } };
}

/** The status that a loader throws; 200 when it gives a page. */
async function statusOf(load: Promise<unknown>): Promise<number> {
  try {
    await load;
    return 200;
  } catch (error) {
    return (error as { init?: { status?: number } }).init?.status ?? 0;
  }
}

async function aProvince() {
  const { contest } = await aContest({ slug: 'cuoc-thi' });
  const root = await aUnit({ id: 'tinh' });
  const commune = await aUnit({ id: 'xa', parent: root, block: 'Khối xã', people: 10 });
  const office = await aUnit({ id: 'so', parent: root, block: 'Khối cơ quan', people: 10 });
  await aParticipation(contest, await anAccount({ unit: commune }));
  await takeSnapshots({ now: NOW });
  const manager = await anAccount({ unit: commune, grants: [{ role: 'unitManager', unit: commune }] });
  const blockManager = await anAccount({ unit: office });
  const grant = { accountId: blockManager.id, role: 'unitManager', unitId: root.id, block: 'Khối xã' };
  await (await database()).grant.create({ data: { ...grant, grantedAt: new Date(NOW) } });
  const week = (await (await database()).figureSnapshot.findFirst({ orderBy: { at: 'desc' } }))?.id ?? '';
  return { manager: manager.id, blockManager: blockManager.id, week };
}

describe('reports of a unit', () => {
  test('are for its manager, not for the neighbour’s and not for the province’s', async () => {
    const { manager, week } = await aProvince();
    const page = await loadReports(await argsFor(manager, 'xa'));
    expect(page.list?.weeks.length).toBeGreaterThan(0);
    expect(page.isWhole).toBe(true);
    expect(await statusOf(loadReports(await argsFor(manager, 'so')))).toBe(403);
    expect(await statusOf(loadReports(await argsFor(manager, 'tinh')))).toBe(403);
    expect(await statusOf(loadReports(await argsFor(manager, 'không-có')))).toBe(403);
    expect(await statusOf(loadPreview(await argsFor(manager, 'xa', `?week=${week}`)))).toBe(200);
    expect(await statusOf(loadPreview(await argsFor(manager, 'so', `?week=${week}`)))).toBe(403);
  });

  test('of a block are for who manages it: of the province its block and no other, and no letterhead', async () => {
    const { blockManager, week } = await aProvince();
    const page = await loadReports(await argsFor(blockManager, 'tinh'));
    expect([page.isWhole, page.block]).toEqual([false, 'Khối xã']);
    const query = (block: string) => `?week=${week}&block=${encodeURIComponent(block)}`;
    expect(await statusOf(loadPreview(await argsFor(blockManager, 'tinh', query('Khối xã'))))).toBe(200);
    expect(await statusOf(loadPreview(await argsFor(blockManager, 'tinh', query('Khối cơ quan'))))).toBe(403);
    expect(await statusOf(loadReports(await argsFor(blockManager, 'so')))).toBe(403);
    expect(await statusOf(loadSetting(await argsFor(blockManager, 'tinh')))).toBe(403);
  });
});
