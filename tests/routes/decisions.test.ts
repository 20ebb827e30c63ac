// Pages on which people decide about results and accounts: who may open them, and what a post needs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#app/domain/identity/actor.ts';
import { findDuplicates, listPairs } from '#app/features/duplicates/index.server.ts';
import { proposeSetAside } from '#app/features/rulings/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';
import { ORGANIZER } from '#tests/support/correcting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, routeModule, type Answer } from '#tests/support/routes.ts';
import { aFinishedAttempt } from '#tests/support/standings.ts';

useTestDatabase({ per: 'test' });

let root: Unit;
let commune: Unit;
let other: Unit;

beforeEach(async () => {
  root = await aUnit({ id: 'tinh' });
  commune = await aUnit({ id: 'xa', parent: root });
  other = await aUnit({ id: 'xa-khac', parent: root });
});

const person = async (role?: Role, unit: Unit = root): Promise<string> => {
  const { id } = await anAccount({ unit, grants: role ? [{ role, unit }] : [] });
  return cookieOf(id, Date.now());
};

async function set() {
  const { contest, round } = await aContest({ slug: 'thi' });
  const account = await anAccount({ fullName: 'Nông Văn Hùng', unit: commune });
  await anAccount({ fullName: 'Nông Văn Hùng', unit: commune });
  const attemptId = await aFinishedAttempt(round, account);
  const made = await proposeSetAside({
    actor: ORGANIZER,
    attemptId,
    cause: 'other',
    causeId: '',
    reason: 'Lý do để thử',
    now: Date.now(),
  });
  await findDuplicates({ now: Date.now() });
  const { rows } = await listPairs({ state: 'open', reason: undefined, page: 1, now: Date.now() });
  return {
    contestSlug: contest.slug,
    attemptId,
    proposalId: made.ok ? made.value.proposalId : '',
    pairId: rows[0]?.id ?? '',
  };
}

interface Asking {
  readonly params?: Readonly<Record<string, string>>;
  readonly cookie?: string;
  readonly body?: Record<string, string>;
}

/** Asks for a page, or posts a form to it. */
async function ask(file: string, what: 'loader' | 'action', { params = {}, cookie, body }: Asking): Promise<Answer> {
  const handler = (await routeModule(file))[what];
  if (!handler) throw new Error(`${file} has no ${what}`);
  const init = body ? { method: 'POST', body: new URLSearchParams(body) } : {};
  return call(handler, addressOf(file, params), params, { cookie, ...init });
}

const PAGES = [
  ['manage.proposals.tsx', ['administrator', 'organizer']],
  ['manage.proposals_.$proposalId.tsx', ['administrator', 'organizer']],
  ['manage.contests.$contestSlug_.rulings.tsx', ['administrator', 'organizer', 'auditor']],
  ['manage.contests.$contestSlug_.attempts.$attemptId.tsx', ['administrator', 'organizer', 'auditor']],
  ['manage.duplicates.tsx', ['administrator', 'organizer']],
  ['manage.duplicates_.$pairId.tsx', ['administrator', 'organizer']],
  ['manage.duplicates_.merges.tsx', ['administrator', 'organizer']],
] as const;
const ROLES = ['administrator', 'organizer', 'auditor', 'unitManager', 'itemAuthor', 'itemApprover'] as const;

describe.each(PAGES)('%s', (file, may) => {
  test('opens to those who decide, at the top of the tree, and to nobody else', async () => {
    const params = await set();
    for (const role of ROLES) {
      const { status } = await ask(file, 'loader', { params, cookie: await person(role) });
      expect([role, status]).toEqual([role, (may as readonly string[]).includes(role) ? 200 : 403]);
    }
    const organizerElsewhere = await person('organizer', other);
    expect((await ask(file, 'loader', { params, cookie: organizerElsewhere })).status).toBe(403);
    expect((await ask(file, 'loader', { params, cookie: await person() })).status).toBe(403);
    expect((await ask(file, 'loader', { params })).status).toBe(302);
  });
});

describe('a post', () => {
  test('carries a proposal out only for a second person who has just proved who they are', async () => {
    const params = await set();
    const post = async (cookie: string, body: Record<string, string>) =>
      ask('manage.proposals_.$proposalId.tsx', 'action', { params, cookie, body });
    const stale = await person('organizer');
    await (await database()).session.updateMany({ data: { steppedUpAt: new Date(Date.now() - 3_600_000) } });
    expect((await post(stale, { intent: 'agree' })).status).toBe(403);
    expect(await (await database()).attemptRuling.count()).toBe(0);
    expect((await post(await person('auditor'), { intent: 'agree' })).status).toBe(403);
    const second = await person('organizer');
    expect((await post(second, { intent: 'refuse', reason: '' })).status).toBe(422);
    expect((await post(second, { intent: 'agree' })).status).toBe(302);
    expect((await post(second, { intent: 'agree' })).status).toBe(409);
    expect(await (await database()).attemptRuling.count()).toBe(1);
  });

  test('proposes nothing about an attempt of another contest, and nothing for auditors', async () => {
    const params = await set();
    const body = { intent: 'setAside', reason: 'Lý do để thử' };
    const file = 'manage.contests.$contestSlug_.attempts.$attemptId.tsx';
    const organizer = await person('organizer');
    const elsewhere = { ...params, contestSlug: 'thi-khac' };
    expect((await ask(file, 'action', { params: elsewhere, cookie: organizer, body })).status).toBe(404);
    expect((await ask(file, 'action', { params, cookie: await person('auditor'), body })).status).toBe(403);
    expect((await ask(file, 'action', { params, cookie: organizer, body })).status).toBe(409);
  });

  test('merges two accounts and undoes it, each only with the right', async () => {
    const params = await set();
    const db = await database();
    const body = { intent: 'merge', keep: 'a', reason: 'Cùng một người' };
    const file = 'manage.duplicates_.$pairId.tsx';
    expect((await ask(file, 'action', { params, cookie: await person('unitManager'), body })).status).toBe(403);
    const organizer = await person('organizer');
    expect((await ask(file, 'action', { params, cookie: organizer, body: { ...body, keep: 'c' } })).status).toBe(422);
    expect((await ask(file, 'action', { params, cookie: organizer, body })).status).toBe(302);
    const merge = await db.accountMerge.findFirstOrThrow();
    const undo = { mergeId: merge.id, reason: 'Nhầm hai người' };
    const merges = 'manage.duplicates_.merges.tsx';
    expect((await ask(merges, 'action', { cookie: await person('auditor'), body: undo })).status).toBe(403);
    expect((await ask(merges, 'action', { cookie: organizer, body: undo })).status).toBe(302);
    expect(await db.account.count({ where: { mergedIntoId: { not: null } } })).toBe(0);
  });
});
