import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CONSENT_VERSIONS } from '#app/domain/privacy/consents.ts';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import { startAttempt } from '#app/features/attempts/index.server.ts';
import {
  changeBoardName,
  findPublicNames,
  getBoardNames,
  getConsents,
  giveConsent,
  registerAccount,
  withdrawConsent,
} from '#app/features/identity/index.server.ts';
import { askAfterSignIn } from '#app/features/privacy/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { consentsText } from '#app/text/consents.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING + DAY;
const YEAR = new Date(NOW).getUTCFullYear();
const GUARDIAN = { name: 'Nông Văn Giám Hộ', relation: 'father' } as const;

/** What was agreed to is kept by version and hash: a sentence that changes needs a new version, and a new line here. */
const PINNED: Readonly<Record<keyof typeof CONSENT_VERSIONS, string>> = {
  contest: '2026-11-2',
  'contest:guardian': '2026-11-1',
  boardName: '2026-11-1',
  email: '2026-11-1',
  traces: '2026-11-1',
};

test('each wording has the hash of its version', () => {
  const hashes = Object.fromEntries(
    Object.entries(consentsText.vi.wordings).map(([purpose, text]) => [
      purpose,
      createHash('sha256').update(text).digest('hex').slice(0, 12),
    ]),
  );
  expect(CONSENT_VERSIONS).toEqual(PINNED);
  expect(hashes).toMatchInlineSnapshot(`
    {
      "boardName": "f7598c3ce462",
      "contest": "02f5f6a70ff1",
      "contest:guardian": "975f88d960f7",
      "email": "9dde124ac74a",
      "traces": "fdefef4dfced",
    }
  `);
});

async function aChild(given: { guardian?: boolean } = {}) {
  const unit = await aUnit();
  const guardian = { guardianName: GUARDIAN.name, guardianRelation: 'father', guardianConsent: 'yes' } as const;
  const form = {
    fullName: 'Lý Thị Trẻ',
    birthYear: YEAR - 12,
    signInName: 'ly.tre',
    password: 'con suối chảy mãi',
    unitId: unit.id,
    ...(given.guardian === false ? {} : guardian),
  };
  const registered = await registerAccount({ form, clientAddress: '10.0.0.1', now: NOW });
  if (!registered.ok) throw new Error(registered.error);
  const { accountId } = registered.value;
  return { accountId, unitId: unit.id, unitPath: unit.path, birthYear: form.birthYear, grants: [] };
}

const start = (actor: Awaited<ReturnType<typeof aChild>>, at = NOW) =>
  startAttempt({ actor, contestSlug: 'thi', now: at });

describe('a child', () => {
  test('is registered with the guardian, whose name is sealed', async () => {
    const child = await aChild();
    const db = await database();
    const rows = await db.consent.findMany({ where: { accountId: child.accountId } });
    expect(rows.map(({ purpose }) => purpose).toSorted()).toEqual(['contest', 'contest:guardian', 'traces']);
    expect(JSON.stringify(rows)).not.toContain('Giám Hộ');
    const view = await getConsents(child.accountId, NOW);
    expect(view?.questions).toEqual([]);
    expect(view?.purposes.find(({ purpose }) => purpose === 'contest:guardian')).toMatchObject({
      state: 'given',
      guardian: GUARDIAN,
    });
    expect(view?.purposes.some(({ purpose }) => purpose === 'boardName')).toBe(false);
  });

  test('does not start an attempt before a guardian agrees, goes on with one that runs, and is never named', async () => {
    await aContest({ slug: 'thi', rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } } });
    const child = await aChild({ guardian: false });
    expect(await start(child)).toEqual({ ok: false, error: 'guardian-consent-needed' });
    expect(await askAfterSignIn({ accountId: child.accountId, returnTo: '/contests/thi', now: NOW })).toBe(
      '/account/data/consents?returnTo=%2Fcontests%2Fthi',
    );
    const consent = { actor: child, purpose: 'contest:guardian', locale: 'vi', now: NOW } as const;
    expect(await giveConsent(consent)).toEqual({ ok: false, error: 'invalid' });
    expect(await giveConsent({ ...consent, guardian: GUARDIAN })).toMatchObject({ ok: true });
    const begun = await start(child);
    expect(begun.ok).toBe(true);
    expect(await withdrawConsent({ actor: child, purpose: 'contest:guardian', now: NOW + MINUTE })).toMatchObject({
      ok: true,
    });
    expect(await start(child, NOW + 2 * MINUTE)).toEqual(begun);
    const running = { accountId: child.accountId, returnTo: '/x', now: NOW + 2 * MINUTE };
    expect(await askAfterSignIn(running)).toBe('/x');
    expect(await start(child, NOW + DAY)).toEqual({ ok: false, error: 'guardian-consent-needed' });

    await changeBoardName({ actor: child, showsFullName: true, now: NOW });
    expect(await giveConsent({ ...consent, purpose: 'boardName' })).toEqual({ ok: false, error: 'invalid' });
    await (await database()).account.update({ where: { id: child.accountId }, data: { showsFullName: true } });
    expect((await getBoardNames([child.accountId], NOW)).get(child.accountId)).toBe('Lý T. T');
    expect(await findPublicNames('Lý Thị Trẻ', NOW)).toEqual([]);
    const grown = NOW + 5 * 366 * DAY;
    expect((await getBoardNames([child.accountId], grown)).get(child.accountId)).toBe('Lý Thị Trẻ');
    expect(await findPublicNames('Lý Thị Trẻ', grown)).toEqual([child.accountId]);
  });
});

describe('a consent', () => {
  test('is withdrawn and given again, and each act is in the log; without it no new attempt starts', async () => {
    await aContest({ slug: 'thi' });
    const unit = await aUnit();
    const account = await anAccount({ unit });
    const actor = { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1990, grants: [] };
    const consent = { actor, purpose: 'contest', locale: 'vi' } as const;
    await giveConsent({ ...consent, now: NOW });
    await withdrawConsent({ ...consent, now: NOW + 1 });
    expect(await start(actor, NOW + 2)).toEqual({ ok: false, error: 'consent-withdrawn' });
    await giveConsent({ ...consent, now: NOW + 3 });
    expect(await start(actor, NOW + 4)).toMatchObject({ ok: true });
    const rows = await (await database()).consent.findMany();
    expect(rows).toMatchObject([
      { withdrawnAt: null, givenAt: new Date(NOW + 3), textHash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    ]);
    const acts = await (
      await database()
    ).auditEntry.findMany({ where: { action: { startsWith: 'consent.' } }, orderBy: { at: 'asc' } });
    expect(acts.map(({ action }) => action)).toEqual(['consent.given', 'consent.withdrawn', 'consent.given']);
  });

  test('that is optional ends what rests on it', async () => {
    const account = await anAccount({ fullName: 'Nguyễn Thị Hoa' });
    const db = await database();
    await db.account.update({
      where: { id: account.id },
      data: { emailSealed: 'v1.x', emailIndex: 'i', emailVerifiedAt: new Date(NOW) },
    });
    const actor = { accountId: account.id, unitId: account.unitId, unitPath: '', birthYear: 1990, grants: [] };
    await giveConsent({ actor, purpose: 'boardName', locale: 'vi', now: NOW });
    expect((await getBoardNames([account.id], NOW)).get(account.id)).toBe('Nguyễn Thị Hoa');
    await withdrawConsent({ actor, purpose: 'boardName', now: NOW });
    expect((await getBoardNames([account.id], NOW)).get(account.id)).toBe('Nguyễn T. H');
    await withdrawConsent({ actor, purpose: 'email', now: NOW });
    expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({
      emailSealed: null,
      emailIndex: null,
      emailVerifiedAt: null,
    });
    expect(await withdrawConsent({ actor, purpose: 'traces', now: NOW })).toEqual({ ok: false, error: 'invalid' });
  });
});
