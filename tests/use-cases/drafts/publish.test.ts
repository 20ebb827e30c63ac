import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getDraft, publishDraft, type PublishRefusal } from '#app/features/drafts/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { aContestant, started } from '#tests/support/attempts.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aManager, aWholeDraft, begun, NO_LESSONS, save, storedDraft, type Fields } from '#tests/support/drafts.ts';
import { aContest, anAdjustment, anItem } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

async function publish(actor: Actor, draftId: string, given: { now?: number; seen?: boolean; version?: number } = {}) {
  const { now = OPENING, seen = false } = given;
  const version = given.version ?? (await storedDraft(draftId)).version;
  return publishDraft({ actor, draftId, version, hasSeenWarnings: seen, lessonNames: NO_LESSONS, now });
}

const refusalOf = async (published: ReturnType<typeof publish>): Promise<PublishRefusal | undefined> => {
  const result = await published;
  return result.ok ? undefined : result.error;
};

/** Names of the changes that were refused. */
async function lockedBy(published: ReturnType<typeof publish>): Promise<string[]> {
  const refusal = await refusalOf(published);
  if (refusal?.code !== 'changes-locked') return [refusal?.code ?? 'published'];
  return refusal.locked.map((change) =>
    change.of === 'rule' ? change.rule : change.of === 'round' ? `${change.round} ${change.part}` : 'addition',
  );
}

describe('a new contest', () => {
  test('is there with everything that the draft says, and the draft is gone', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    await save(actor, draftId, 'prediction', () => ({ prediction: { asks: 'people', scope: 'round' } }));
    await save(actor, draftId, 'boards', (form: Fields) => ({ ...form, boards: 'after-close' }));
    const published = await publish(actor, draftId);
    expect(published).toEqual({ ok: true, value: 'hoi-thi-tim-hieu-bien-gioi' });
    const contest = (await getContest('hoi-thi-tim-hieu-bien-gioi', OPENING))?.contest;
    expect(contest).toMatchObject({
      title: 'Hội thi tìm hiểu biên giới',
      rules: { boards: 'after-close', prediction: { asks: 'people' }, grace: 120_000 },
      rounds: [{ number: 1, duration: 15 * MINUTE }],
    });
    expect(await getDraft(draftId, { lessonNames: NO_LESSONS, now: OPENING })).toBeUndefined();
    const db = await database();
    expect(await db.contest.findMany({ select: { isEdited: true } })).toEqual([{ isEdited: true }]);
    const audit = await db.auditEntry.findFirst({ where: { action: 'contest.published' } });
    expect(audit).toMatchObject({ actorId: actor.accountId, subject: `contest:${contest?.id}` });
  });

  test('is not there while anything is missing or wrong', async () => {
    const actor = await aManager();
    const draftId = await begun(actor);
    const refusal = await refusalOf(publish(actor, draftId));
    expect(refusal?.code).toBe('draft-has-faults');
    expect(refusal?.code === 'draft-has-faults' && refusal.faults.map(({ path }) => path[0])).toEqual(
      expect.arrayContaining(['title', 'audience', 'rounds']),
    );
    expect(await (await database()).contest.count()).toBe(0);
  });

  test('waits until warnings were seen', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    await save(actor, draftId, 'ranking', () => ({ ranking: ['duration', 'score'] }));
    const refusal = await refusalOf(publish(actor, draftId));
    expect(refusal?.code).toBe('warnings-unseen');
    expect((await publish(actor, draftId, { seen: true })).ok).toBe(true);
  });

  test('does not open in the past without a word, and not at all when it is over', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    const inRound = OPENING + 15 * DAY;
    expect((await refusalOf(publish(actor, draftId, { now: inRound })))?.code).toBe('warnings-unseen');
    const after = OPENING + 40 * DAY;
    expect((await refusalOf(publish(actor, draftId, { now: after, seen: true })))?.code).toBe('draft-has-faults');
  });

  test('gets an address of its own, whatever others are called', async () => {
    const actor = await aManager();
    await aContest({ slug: 'hoi-thi' });
    const [first, second] = [await aWholeDraft(actor, 'Hội thi'), await aWholeDraft(actor, 'Hội thi')];
    expect(await publish(actor, first)).toEqual({ ok: true, value: 'hoi-thi-2' });
    expect(await publish(actor, second)).toEqual({ ok: true, value: 'hoi-thi-3' });
  });

  test('is the version that was looked at, by somebody who may', async () => {
    const actor = await aManager();
    const draftId = await aWholeDraft(actor);
    const { version } = await storedDraft(draftId);
    await save(actor, draftId, 'ranking', () => ({ ranking: ['score'] }));
    expect((await refusalOf(publish(actor, draftId, { version })))?.code).toBe('draft-changed');
    expect((await refusalOf(publish({ ...actor, grants: [] }, draftId)))?.code).toBe('forbidden');
    expect((await refusalOf(publish(actor, draftId)))?.code).toBeUndefined();
  });
});

/** A contest that runs, with one attempt in its first round, and a draft that changes it. */
async function aRunningContest() {
  const actor = await aManager();
  const { contest, round } = await aContest({ slug: 'dang-thi', title: 'Cuộc thi đang diễn ra' });
  const later = { contestId: contest.id, title: 'Vòng sau', durationMs: 10 * MINUTE, blueprint: round.blueprint };
  const times = { opensAt: new Date(OPENING + 20 * DAY), closesAt: new Date(OPENING + 27 * DAY) };
  await (await database()).round.create({ data: { ...later, ...times, number: 2, lotSeed: 'b' } });
  for (let item = 0; item < 30; item += 1) await anItem();
  const unit = await (await database()).unit.findUniqueOrThrow({ where: { id: 'tinh' } });
  await started(await aContestant({ unit }), 'dang-thi', OPENING + HOUR);
  const draftId = await begun(actor, { from: 'change', slug: 'dang-thi' });
  return { actor, contest, round, draftId, now: OPENING + 2 * HOUR };
}

const roundsWith =
  (index: number, change: Fields) =>
  (form: { rounds: Fields[] }): Fields => ({
    rounds: form.rounds.map((each, at) => (at === index ? { ...each, ...change } : each)),
  });

describe('a change of a contest that runs', () => {
  test('goes through as far as it alters no result: names, boards, entry, rounds to come, a later close', async () => {
    const { actor, draftId, now } = await aRunningContest();
    await save(actor, draftId, 'general', (form: Fields) => ({ ...form, title: 'Tên mới của cuộc thi' }));
    await save(actor, draftId, 'boards', (form: Fields) => ({ ...form, boards: 'after-close', keys: 'after-contest' }));
    await save(actor, draftId, 'entry', () => ({ entry: { minimumAge: '18' } }));
    await save(actor, draftId, 'rounds', roundsWith(0, { closesAt: '2026-09-10T08:00' }));
    await save(
      actor,
      draftId,
      'rounds',
      roundsWith(1, { opensAt: '2026-09-15T08:00', minutes: '30', window: 'fixed', entryForMinutes: '20' }),
    );
    await save(actor, draftId, 'papers', () => ({ sections: [{ title: 'Chung', quotas: [{ count: '5' }] }] }), {
      round: 2,
    });
    await save(actor, draftId, 'rounds', (form: { rounds: Fields[] }) => ({
      rounds: [
        ...form.rounds,
        { ...form.rounds[1], number: '', title: 'Thêm', opensAt: '2026-10-01T08:00', closesAt: '2026-10-02T08:00' },
      ],
    }));
    expect(await publish(actor, draftId, { now, seen: true })).toEqual({ ok: true, value: 'dang-thi' });
    const contest = (await getContest('dang-thi', now))?.contest;
    expect(contest).toMatchObject({
      title: 'Tên mới của cuộc thi',
      rules: { boards: 'after-close', entry: { minimumAge: 18 } },
    });
    expect(contest?.rounds.map(({ number, closesAt }) => [number, closesAt])).toEqual([
      [1, Date.parse('2026-09-10T08:00:00+07:00')],
      [2, OPENING + 27 * DAY],
      [3, Date.parse('2026-10-02T08:00:00+07:00')],
    ]);
    expect(contest?.rounds[1]).toMatchObject({
      duration: 30 * MINUTE,
      blueprint: { sections: [{ quotas: [{ count: 5 }] }] },
    });
  });

  test('is refused by name where it marks or ranks otherwise', async () => {
    const { actor, contest, draftId, now } = await aRunningContest();
    await save(actor, draftId, 'scoring', (form: { attempts: Fields; marking: Fields }) => ({
      ...form,
      attempts: { counted: 'best', limits: [{ count: '3', per: 'round' }] },
      marking: { ...form.marking, wrong: '0,5' },
      graceSeconds: '0',
    }));
    await save(actor, draftId, 'ranking', () => ({ ranking: ['score', 'lot'] }));
    await save(actor, draftId, 'boards', (form: { units: Fields }) => ({
      ...form,
      units: { criteria: ['people'], minimumHeadcount: '1' },
    }));
    const locked = await lockedBy(publish(actor, draftId, { now, seen: true }));
    expect(locked).toEqual(['marking', 'grace', 'attempts', 'ranking', 'units']);
    const stored = await (await database()).contest.findUniqueOrThrow({ where: { id: contest.id } });
    expect(stored).toMatchObject({ title: 'Cuộc thi đang diễn ra', isEdited: false });
  });

  test.each([
    ['its opening moved', { opensAt: '2026-09-02T08:00' }, ['1 opening']],
    ['an earlier close', { closesAt: '2026-09-03T08:00' }, ['1 closing']],
    ['more time for the paper', { minutes: '20' }, ['1 time']],
    ['another kind', { kind: 'practice' }, ['1 kind']],
    ['less time for entering', { entryForMinutes: '60' }, ['1 entry']],
  ])('is refused where a round with attempts gets %s', async (_, change, locked) => {
    const { actor, draftId, now } = await aRunningContest();
    await save(actor, draftId, 'rounds', roundsWith(0, change));
    for (let item = 0; item < 10; item += 1) await anItem({ tags: ['luyen-tap'] });
    expect(await lockedBy(publish(actor, draftId, { now, seen: true }))).toEqual(locked);
  });

  test('is refused where its paper is another, or where it is taken out or changes places', async () => {
    const { actor, draftId, now } = await aRunningContest();
    await save(actor, draftId, 'papers', () => ({ sections: [{ title: 'Chung', quotas: [{ count: '5' }] }] }), {
      round: 1,
    });
    expect(await lockedBy(publish(actor, draftId, { now, seen: true }))).toEqual(['1 paper']);
    await save(actor, draftId, 'rounds', ({ rounds: [, second] }: { rounds: Fields[] }) => ({ rounds: [second] }));
    expect(await lockedBy(publish(actor, draftId, { now, seen: true }))).toEqual(['1 removal']);
  });

  test('keeps a round whose time was adjusted, and an opening that has passed without anybody', async () => {
    const { actor, contest, draftId } = await aRunningContest();
    const second = await (await database()).round.findFirstOrThrow({ where: { contestId: contest.id, number: 2 } });
    await anAdjustment(second, { kind: 'extension', ms: MINUTE });
    await save(actor, draftId, 'rounds', ({ rounds: [first] }: { rounds: Fields[] }) => ({ rounds: [first] }));
    expect(await lockedBy(publish(actor, draftId, { now: OPENING + 2 * HOUR, seen: true }))).toEqual(['2 removal']);
    const other = await aContest({ slug: 'chua-ai-thi' });
    const change = await begun(actor, { from: 'change', slug: other.contest.slug });
    await save(actor, change, 'rounds', roundsWith(0, { opensAt: '2026-09-02T08:00', minutes: '20' }));
    expect(await lockedBy(publish(actor, change, { now: OPENING + HOUR, seen: true }))).toEqual(['1 opening']);
  });

  test('drops papers that were drawn ahead by the old rule, and keeps those that still hold', async () => {
    const { actor, contest, draftId, now } = await aRunningContest();
    const db = await database();
    const rounds = await db.round.findMany({ where: { contestId: contest.id }, orderBy: { number: 'asc' } });
    for (const { id } of rounds) {
      await db.preparedForm.create({
        data: { roundId: id, number: 1, seed: 's', poolHash: 'h', form: '{"slots":[]}', preparedAt: new Date(OPENING) },
      });
    }
    await save(actor, draftId, 'papers', () => ({ sections: [{ title: 'Chung', quotas: [{ count: '5' }] }] }), {
      round: 2,
    });
    expect((await publish(actor, draftId, { now, seen: true })).ok).toBe(true);
    expect(await db.preparedForm.findMany({ select: { roundId: true } })).toEqual([{ roundId: rounds[0]?.id }]);
  });
});
