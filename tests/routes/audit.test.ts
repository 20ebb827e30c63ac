import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ROLES, type Role } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { forgetHead, sealExisting, sealLog } from '#app/features/audit/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, routeModule } from '#tests/support/routes.ts';

/** Routes ask the clock themselves: what this world does was done now. */
const NOW = Date.now();

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
useTestDatabase();

let world: Awaited<ReturnType<typeof aWorld>>;

async function aWorld() {
  forgetHead();
  const root = await aUnit({ id: 'tinh' });
  const below = await aUnit({ id: 'xa', parent: root });
  const { contest } = await aContest({ slug: 'thi' });
  const cookies = new Map<Role, string>();
  for (const role of ROLES) {
    const { id } = await anAccount({ unit: root, grants: [{ role, unit: root }] });
    cookies.set(role, await cookieOf(id, NOW));
  }
  const local = await anAccount({ unit: below, grants: [{ role: 'auditor', unit: below }] });
  const organizer = await anAccount({
    unit: root,
    fullName: 'Hoàng Thị Liên',
    grants: [{ role: 'organizer', unit: root }],
  });
  const contestant = await anAccount({ unit: below, fullName: 'Nông Văn Giấu' });
  await inTransaction(async (tx) => {
    const of = { at: NOW, subject: `contest:${contest.id}` };
    await recordAudit(tx, { ...of, actorId: organizer.id, action: 'contest.published', detail: { reason: '=1+1' } });
    await recordAudit(tx, { ...of, actorId: contestant.id, action: 'contest.entered' });
  });
  await sealExisting({ now: NOW });
  await sealLog({ now: NOW });
  return { cookies, local: await cookieOf(local.id, NOW), contest, organizer, contestant };
}

beforeAll(async () => {
  world = await aWorld();
});

const ask = async (file: string, cookie: string | undefined, search = '', method: 'GET' | 'POST' = 'GET') => {
  const { loader, action } = await routeModule(file);
  const params = { contestSlug: 'thi', exportId: 'khong-co' };
  const handler = method === 'GET' ? loader : action;
  if (!handler) throw new Error(`${file} does not answer to ${method}`);
  const body = method === 'POST' ? { body: new URLSearchParams() } : {};
  return call(handler, `${addressOf(file, params)}${search}`, params, { cookie, method, ...body });
};
const auditor = (): string | undefined => world.cookies.get('auditor');
const MAY_SEE: readonly Role[] = ['administrator', 'auditor', 'organizer'].filter((role): role is Role =>
  can({ grants: [{ role: role as Role, unitId: 'tinh', unitPath: '/tinh/' }] } as never, 'see-audit', '/tinh/'),
);
const SEALED = 'manage.contests.$contestSlug_.sealed.tsx';

describe('the audit log', () => {
  test('is read by those alone who have the right for the whole province', async () => {
    const may: Role[] = [];
    for (const [role, cookie] of world.cookies) {
      if ((await ask('manage.audit.tsx', cookie)).status === 200) may.push(role);
    }
    expect(may.toSorted()).toEqual(MAY_SEE.toSorted());
    expect(may).toContain('auditor');
    expect(may).not.toContain('unitManager');
    expect((await ask('manage.audit.tsx', world.local)).status).toBe(403);
    expect((await ask('manage.audit.tsx', undefined)).status).toBe(302);
  });

  test('names officials, and nobody who only takes part', async () => {
    const { body } = await ask('manage.audit.tsx', auditor());
    expect(body).toContain('Hoàng Thị Liên');
    expect(body).not.toContain('Giấu');
    expect(body).not.toContain(world.contestant.id);
    expect(body).not.toMatch(/\w+:[\w-]+=[0-9a-f]{32}/u);
  });

  test('is filtered by who, act, contest, subject and time, in the address', async () => {
    const actions = async (search: string): Promise<string[]> => {
      const { body } = await ask('manage.audit.tsx', auditor(), search);
      return (JSON.parse(body) as { page: { acts: { action: string }[] } }).page.acts.map(({ action }) => action);
    };
    expect(await actions('?act=contest.published')).toEqual(['contest.published']);
    expect(await actions(`?who=${world.organizer.signInName}`)).toContain('contest.published');
    expect(await actions('?who=khong-co-ai')).toEqual([]);
    expect((await actions('?contest=thi')).toSorted()).toEqual(['contest.entered', 'contest.published']);
    expect(await actions('?contest=khong-co')).toEqual([]);
    expect(await actions(`?subject=${world.contest.id}&act=contest.entered`)).toEqual(['contest.entered']);
    expect(await actions('?from=2001-01-01&to=2001-01-31')).toEqual([]);
    expect((await actions('?from=2026-02-31')).length).toBeGreaterThan(1);
  });

  test('goes on behind the last act of a page, and misses none', async () => {
    await inTransaction(async (tx) => {
      for (let act = 0; act < 120; act += 1) {
        await recordAudit(tx, { at: NOW - 1_000, actorId: undefined, action: 'lesson.read', subject: `lesson:${act}` });
      }
    });
    const seen: string[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const { body } = await ask('manage.audit.tsx', auditor(), `?act=lesson.read&after=${after}`);
      const { page } = JSON.parse(body) as { page: { acts: { subjectKey: string }[]; next?: string } };
      seen.push(...page.acts.map(({ subjectKey }) => subjectKey));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });
});

describe('a file of the audit log', () => {
  const file = 'manage.audit_.file.ts';
  const search = '?from=2020-01-01&act=contest.published';

  test('has no formula, and is itself written down', async () => {
    const csv = await ask(file, auditor(), `${search}&format=csv`);
    expect(csv.body).toContain('Hoàng Thị Liên');
    expect(csv.body).not.toMatch(/(?:^|,)"?=/mu);
    const lines = (await ask(file, auditor(), '?from=2020-01-01&format=jsonl')).body.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toContain('contest.entered');
    expect(lines.join('\n')).not.toContain(world.contestant.id);
    expect(await (await database()).look.count({ where: { what: 'audit-file' } })).toBe(2);
  });

  test('asks for a first day, and who it is once more', async () => {
    expect((await ask(file, auditor(), '?format=csv')).status).toBe(422);
    await (await database()).session.updateMany({ data: { steppedUpAt: null } });
    const asked = await ask(file, auditor(), search);
    expect([asked.status, asked.location]).toEqual([302, expect.stringContaining('/account/step-up')]);
  });
});

describe('sealed results', () => {
  test('are made by those who may export results, and only after they proved anew who they are', async () => {
    const cookie = world.cookies.get('organizer');
    expect((await ask(SEALED, cookie)).status).toBe(200);
    const refused = await ask(SEALED, cookie, '', 'POST');
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('step-up-needed')]);
    await (await database()).session.updateMany({ data: { steppedUpAt: new Date() } });
    const early = await ask(SEALED, cookie, '', 'POST');
    expect([early.status, early.body]).toEqual([409, expect.stringContaining('not-settled')]);
    expect(await (await database()).sealedExport.count()).toBe(0);
    expect((await ask('manage.contests.$contestSlug_.sealed_.$exportId[.]zip.ts', cookie)).status).toBe(404);
    expect((await ask(SEALED, world.cookies.get('unitManager'), '', 'POST')).status).toBe(403);
  });
});
