import { describe, expect, test } from 'vitest';
import { DAY } from '#app/domain/kernel/time.ts';
import {
  createDraft,
  discardDraft,
  getDraft,
  getSection,
  listDrafts,
  saveSection,
} from '#app/features/drafts/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  aManager,
  aWholeDraft,
  begun,
  faultsOf,
  NO_LESSONS,
  save,
  storedDraft,
  type Fields,
} from '#tests/support/drafts.ts';
import { aContest } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const against = { lessonNames: NO_LESSONS, now: OPENING };
const stateOf = async (draftId: string, section: string): Promise<string | undefined> =>
  (await getDraft(draftId, against))?.sections.find(({ name }) => name === section)?.state;

describe('a draft begins', () => {
  test('with one round two weeks ahead, and misses only what nobody can guess', async () => {
    const actor = await aManager();
    const draftId = await begun(actor);
    const { description } = await storedDraft(draftId);
    const [round] = description.rounds ?? [];
    expect(Date.parse(round?.opensAt ?? '') - OPENING).toBeGreaterThan(13 * DAY);
    expect(round?.opensAt).toMatch(/T08:00:00\+07:00$/u);
    const faults = await faultsOf(draftId);
    expect(faults.filter((fault) => fault.includes('còn thiếu'))).toEqual([
      'error title: còn thiếu',
      'error organizer: còn thiếu',
      'error audience: còn thiếu',
    ]);
    expect(await stateOf(draftId, 'general')).toBe('missing');
    expect(await stateOf(draftId, 'ranking')).toBe('done');
  });

  test('as a copy of a contest: its rules, its hours of the day, another time', async () => {
    const actor = await aManager();
    await aContest({ slug: 'cu', title: 'Cuộc thi cũ', rules: { grace: 45_000, overall: 'none' } });
    const { description } = await storedDraft(await begun(actor, { from: 'copy', slug: 'cu' }));
    expect(description).toMatchObject({
      title: 'Cuộc thi cũ',
      graceSeconds: 45,
      ranking: ['score', 'duration', 'submittedAt'],
    });
    const [round] = description.rounds ?? [];
    expect(Date.parse(round?.opensAt ?? '') - OPENING).toBe(14 * DAY);
  });

  test('as a change of a contest: there is never more than one, and it knows the contest', async () => {
    const actor = await aManager();
    await aContest({ slug: 'cu' });
    const first = await begun(actor, { from: 'change', slug: 'cu' });
    expect(await begun(actor, { from: 'change', slug: 'cu' })).toBe(first);
    expect(await listDrafts()).toMatchObject([{ id: first, contestSlug: 'cu' }]);
    expect((await storedDraft(first)).description.rounds?.[0]?.opensAt).toBe(
      new Date(OPENING + 7 * 3_600_000).toISOString().replace('.000Z', '+07:00'),
    );
  });

  test('from nothing that there is not, and for nobody who may not', async () => {
    const actor = await aManager();
    const stranger = { ...actor, grants: [] };
    const before = await rowCounts();
    for (const from of ['template', 'copy', 'change'] as const) {
      const created = await createDraft({ actor, origin: { from, slug: 'khong-co' }, now: OPENING });
      expect(created).toEqual({ ok: false, error: 'not-found' });
    }
    const refused = await createDraft({ actor: stranger, origin: { from: 'blank' }, now: OPENING });
    expect(refused).toEqual({ ok: false, error: 'forbidden' });
    expect(await rowCounts()).toEqual(before);
  });
});

describe('saving a section', () => {
  test('stores it although others have faults, and touches nothing else', async () => {
    const actor = await aManager();
    const draftId = await begun(actor);
    const before = (await storedDraft(draftId)).description;
    const saved = await save(actor, draftId, 'prediction', () => ({ prediction: { asks: 'people', scope: 'round' } }));
    expect(saved.ok).toBe(true);
    const after = (await storedDraft(draftId)).description;
    expect(after).toEqual({
      ...before,
      prediction: { asks: 'people', scope: 'round' },
      ranking: ['score', 'predictionDistance', 'duration', 'submittedAt'],
    });
    const audit = await (await database()).auditEntry.findMany({ where: { subject: `draft:${draftId}` } });
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['draft.created', actor.accountId],
      ['draft.saved', actor.accountId],
    ]);
  });

  test('keeps what does not fit together, and says where', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    await save(actor, draftId, 'rounds', (form: { rounds: Fields[] }) => ({
      rounds: form.rounds.map((round) => ({ ...round, closesAt: round['opensAt'] })),
    }));
    expect(await faultsOf(draftId)).toEqual([
      'error rounds.0.closesAt: Vòng 1 đóng trước khi mở. Hãy đặt giờ đóng sau giờ mở.',
    ]);
    expect(await stateOf(draftId, 'rounds')).toBe('faulty');
    expect(await stateOf(draftId, 'papers')).toBe('done');
  });

  test('keeps the paper of every round when rounds are moved, added and taken out', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    const addRound = (form: { rounds: Fields[] }): Fields => ({
      rounds: [...form.rounds, { ...form.rounds[0], number: '', title: 'Mới' }],
    });
    await save(actor, draftId, 'rounds', addRound);
    await save(actor, draftId, 'rounds', addRound);
    const countOf = (count: string) => () => ({ sections: [{ title: 'Một', quotas: [{ count }] }] });
    for (const [round, count] of [
      [1, '11'],
      [2, '12'],
      [3, '13'],
    ] as const) {
      expect((await save(actor, draftId, 'papers', countOf(count), { round })).ok).toBe(true);
    }
    await save(actor, draftId, 'rounds', ({ rounds: [first, , third] }: { rounds: Fields[] }) => ({
      rounds: [third, first],
    }));
    const { rounds = [] } = (await storedDraft(draftId)).description;
    expect(rounds.map(({ number, blueprint }) => [number, blueprint?.sections?.[0]?.quotas?.[0]?.count])).toEqual([
      [3, 13],
      [1, 11],
    ]);
  });

  test('by two people at once: different sections go together, the same one does not', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    const place = { section: 'general', round: 0 } as const;
    const seen = await getSection(draftId, place, against);
    const base = seen?.base ?? '';
    await save(actor, draftId, 'ranking', () => ({ ranking: ['score', 'lot'] }));
    const mine = { title: 'Tên của tôi', organizer: 'Ban tổ chức', audience: 'Mọi người' };
    const first = await saveSection({ actor, draftId, place, value: mine, base, now: OPENING });
    expect(first.ok).toBe(true);
    const theirs = { ...mine, title: 'Tên của người khác' };
    const second = await saveSection({ actor, draftId, place, value: theirs, base, now: OPENING });
    expect(second).toEqual({ ok: false, error: 'draft-changed' });
    expect((await storedDraft(draftId)).description).toMatchObject({ title: 'Tên của tôi', ranking: ['score', 'lot'] });
  });

  test('makes the address of a new contest from its title, and leaves that of a published one', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor, 'Đường lên đỉnh: vòng 2');
    expect((await storedDraft(draftId)).description.slug).toBe('duong-len-dinh-vong-2');
    await aContest({ slug: 'cu' });
    const change = await begun(actor, { from: 'change', slug: 'cu' });
    await save(actor, change, 'general', (form: Fields) => ({ ...form, title: 'Tên khác hẳn' }));
    expect((await storedDraft(change)).description).toMatchObject({ slug: 'cu', title: 'Tên khác hẳn' });
  });

  test('is for those who manage contests, and only in a section that there is', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    const command = { draftId, value: { title: 'x' }, base: '', now: OPENING };
    const other = {
      ...actor,
      grants: [{ role: 'unitManager', unitId: 'tinh', unitPath: '/' }],
    } as const;
    const refused = await saveSection({ ...command, actor: other, place: { section: 'general', round: 0 } });
    expect(refused).toEqual({ ok: false, error: 'forbidden' });
    const nowhere = await saveSection({ ...command, actor, place: { section: 'papers', round: 9 } });
    expect(nowhere).toEqual({ ok: false, error: 'not-found' });
  });
});

describe('discarding', () => {
  test('takes the draft that was seen, not one that has changed since', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    const { version } = await storedDraft(draftId);
    await save(actor, draftId, 'ranking', () => ({ ranking: ['score'] }));
    expect(await discardDraft({ actor, draftId, version, now: OPENING })).toEqual({
      ok: false,
      error: 'draft-changed',
    });
    const { version: newest } = await storedDraft(draftId);
    expect((await discardDraft({ actor, draftId, version: newest, now: OPENING })).ok).toBe(true);
    expect(await getDraft(draftId, against)).toBeUndefined();
  });
});
