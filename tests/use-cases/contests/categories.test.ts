import { describe, expect, test } from 'vitest';
import { startAttempt } from '#app/features/attempts/index.server.ts';
import {
  changeCategories,
  getEntry,
  getContest,
  getOwnCategories,
  listOwnEntries,
} from '#app/features/contests/index.server.ts';
import { exportRanking, exportResults } from '#app/features/verification/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContestant } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });
const ASKED = ['official', 'partyMember', 'pupil'] as const;

async function aWorld(categories: readonly (typeof ASKED)[number][] | undefined = ASKED) {
  const entry = { units: [], blocks: [], excludesOrganizers: true, ...(categories ? { categories } : {}) };
  await aContest({ slug: 'thi', rules: { entry } });
  return aContestant();
}
type Person = Awaited<ReturnType<typeof aContestant>>;

const start = (actor: Person, papers: Partial<Parameters<typeof startAttempt>[0]>) =>
  startAttempt({ actor, contestSlug: 'thi', ...papers, now: NOW });

const stored = async (actor: Person) =>
  (await (await database()).participation.findFirstOrThrow({ where: { accountId: actor.accountId } })).categories;

const consents = async (actor: Person) =>
  (await database()).consent.findMany({
    where: { accountId: actor.accountId, purpose: { startsWith: 'categories:' } },
  });

const change = (actor: Person, categories: readonly (typeof ASKED)[number][], agreesToCategories = true) =>
  changeCategories({ actor, contestSlug: 'thi', categories, agreesToCategories, now: NOW });

describe('at entry', () => {
  test('what is ticked and agreed to is kept, with the consent', async () => {
    const actor = await aWorld();
    expect((await start(actor, { categories: ['pupil', 'partyMember'], agreesToCategories: true })).ok).toBe(true);
    expect(await stored(actor)).toBe('|partyMember|pupil|');
    expect(await consents(actor)).toHaveLength(1);
  });

  test.each([
    ['nothing is ticked', {}],
    ['it is not agreed to', { categories: ['partyMember'] as const }],
    ['the contest does not ask it', { categories: ['youthUnionMember'] as const, agreesToCategories: true }],
  ])('the attempt starts and nothing is kept where %s', async (_, papers) => {
    const actor = await aWorld();
    expect((await start(actor, papers)).ok).toBe(true);
    expect(await stored(actor)).toBe('');
    expect(await consents(actor)).toEqual([]);
  });

  test('is asked once, and not at all where the contest does not ask', async () => {
    const actor = await aWorld();
    const asked = async () => {
      const found = await getContest('thi', NOW);
      if (!found) throw new Error('no contest');
      return (await getEntry(found.contest, actor, NOW)).categories;
    };
    expect(await asked()).toEqual(ASKED);
    await start(actor, {});
    expect(await asked()).toEqual([]);
  });
});

describe('afterwards', () => {
  test('the person changes and withdraws it, and what was withdrawn is gone', async () => {
    const actor = await aWorld();
    await start(actor, {});
    expect(await change(actor, ['official'])).toEqual({ ok: true, value: true });
    expect(await stored(actor)).toBe('|official|');
    expect(await change(actor, ['pupil', 'official'])).toEqual({ ok: true, value: true });
    expect(await consents(actor)).toHaveLength(1);
    expect(await getOwnCategories(actor, 'thi')).toMatchObject({ asked: ASKED, chosen: ['official', 'pupil'] });
    expect(await change(actor, [], false)).toEqual({ ok: true, value: false });
    expect([await stored(actor), await consents(actor)]).toEqual(['', []]);
    const log = await (await database()).auditEntry.findMany({ where: { action: { startsWith: 'categories.' } } });
    expect(log.map(({ action }) => action)).toEqual(['categories.given', 'categories.given', 'categories.withdrawn']);
    expect(JSON.stringify(log)).not.toMatch(/official|pupil/u);
  });

  test('nothing changes without consent, for who has not entered, or elsewhere', async () => {
    const actor = await aWorld();
    expect(await change(actor, ['official'])).toEqual({ ok: false, error: 'not-found' });
    await start(actor, { categories: ['pupil'], agreesToCategories: true });
    expect(await change(actor, ['official'], false)).toEqual({ ok: false, error: 'consent-missing' });
    expect(await stored(actor)).toBe('|pupil|');
    const elsewhere = { actor, contestSlug: 'khong-co', categories: [], agreesToCategories: true, now: NOW };
    expect(await changeCategories(elsewhere)).toEqual({ ok: false, error: 'not-found' });
  });

  test('is told to the person alone: the own list has it, exports of results never', async () => {
    const actor = await aWorld();
    await start(actor, { categories: ['partyMember'], agreesToCategories: true });
    await refreshStandings();
    expect(await listOwnEntries(actor)).toMatchObject([
      { slug: 'thi', counts: true, asks: true, categories: ['partyMember'] },
    ]);
    expect(await listOwnEntries(await aContestant())).toEqual([]);
    const chunks: string[] = [];
    const csv = await exportRanking({ slug: 'thi', scope: '1', locale: 'vi', now: NOW });
    for await (const piece of csv ?? []) chunks.push(piece);
    const json = await exportResults({ slug: 'thi', now: NOW });
    for await (const piece of json ?? []) chunks.push(piece);
    const people = chunks.join('').replace(/"categories":\[[^\]]*\]/u, '');
    expect(chunks.length).toBeGreaterThan(1);
    expect(people).not.toMatch(/partyMember|Đảng viên/u);
  });
});
