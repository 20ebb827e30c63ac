// Signals against a real database: how traces come about, what a search finds, and how a signal lives until it is decided.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Evidence } from '#app/domain/signals/evidence.ts';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { saveResponses, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import {
  askAbout,
  dismissSignal,
  findSignals,
  getOwnSignal,
  getSignalPage,
  listOwnSignals,
  listSignalsPage,
  makeStatement,
  noteTrace,
  searchDue,
  upholdSignal,
  writeTraces,
} from '#app/features/signals/index.server.ts';
import { keepDevice } from '#app/platform/http/where-from.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Contest, Unit } from '#prisma/generated/sqlite/client.ts';
import { aContestant, formOf, placesOfOptions, started } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });
const AFTER = afterOpening({ hours: 24 * 9 });

/** Sits a contest: which of the questions of the paper are answered rightly, and how long it takes. */
async function sit(
  contest: Contest,
  unit: Unit,
  {
    at = NOW,
    takes = 4 * MINUTE,
    wrong = [] as number[],
    device,
  }: { at?: number; takes?: number; wrong?: number[]; device?: string } = {},
) {
  const actor = await aContestant({ unit });
  const attemptId = await started(actor, contest.slug, at);
  const form = await formOf(attemptId);
  const bodies = await (await database()).itemVersion.findMany();
  const saves = form.slots.map(({ slot, itemVersionId, optionOrder }) => {
    const number = Number(itemVersionId.split('-')[1]);
    const { key } = JSON.parse(bodies.find(({ id }) => id === itemVersionId)?.body ?? '{}') as { key: string[] };
    const other = optionOrder.toSorted().filter((id) => !key.includes(id))[0] ?? '';
    const ids = wrong.includes(number % 10) ? [other] : key;
    return { slot, places: placesOfOptions(form, slot, ids), key: `luu-${attemptId}-${slot}` };
  });
  const end = at + takes;
  for (const [index, save] of saves.entries()) {
    const now = at + Math.round((takes * (index + 0.5)) / saves.length);
    const saved = await saveResponses({ writer: writerOf(actor), attemptId, seen: 0, saves: [save], now });
    expect(saved.ok).toBe(true);
    if (device) noteTrace(requestOf(device), '203.0.113.7', attemptId, now);
  }
  expect((await submitAttempt({ writer: writerOf(actor), attemptId, now: end })).ok).toBe(true);
  return { actor, attemptId };
}

const requestOf = (device: string): Request =>
  new Request('http://localhost/attempts', { headers: { Cookie: device.split(';')[0] as string } });

const newDevice = (): string => keepDevice(new Request('http://localhost/')).setCookie;

async function anOrganizer(top: Unit, unit: Unit = top): Promise<Actor> {
  const account = await anAccount({ unit });
  return {
    accountId: account.id,
    unitId: unit.id,
    unitPath: unit.path,
    birthYear: 1980,
    grants: [{ role: 'organizer', unitId: top.id, unitPath: top.path }],
  };
}

async function aProvince() {
  const top = await aUnit({ kind: 'province' });
  const unit = await aUnit({ parent: top });
  const { contest, round } = await aContest({ items: 10 });
  return { top, unit, contest, round };
}

/** A round with one attempt of 10/10 in five seconds among honest ones. */
async function withASpeedSignal() {
  const province = await aProvince();
  const { contest, unit } = province;
  for (let i = 0; i < 12; i += 1) await sit(contest, unit, { at: NOW + i * 7 * MINUTE, wrong: [i % 10] });
  const fast = await sit(contest, unit, { at: NOW + 100 * MINUTE, takes: 1 * SECOND });
  await refreshStandings();
  await findSignals({ slug: contest.slug, now: AFTER });
  const signal = await (await database()).signal.findFirstOrThrow({ where: { kind: 'speed' } });
  return { ...province, fast, signal, organizer: await anOrganizer(province.top) };
}

describe('traces', () => {
  test('keyed hashes alone are kept, one row for a device and network, made longer at most once a minute', async () => {
    const { contest, unit } = await aProvince();
    const actor = await aContestant({ unit });
    const attemptId = await started(actor, contest.slug, NOW);
    const device = newDevice();
    noteTrace(requestOf(device), '203.0.113.7', attemptId, NOW);
    noteTrace(requestOf(device), '203.0.113.9', attemptId, NOW + 5 * SECOND);
    expect(await writeTraces({ now: NOW + 5 * SECOND })).toBe(1);
    noteTrace(requestOf(device), '203.0.113.7', attemptId, NOW + 10 * SECOND);
    expect(await writeTraces({ now: NOW + 10 * SECOND })).toBe(0);
    expect(await writeTraces({ now: NOW + 70 * SECOND })).toBe(1);
    const rows = await (await database()).attemptTrace.findMany();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      attemptId,
      contestId: contest.id,
      accountId: actor.accountId,
      firstAt: new Date(NOW),
      lastAt: new Date(NOW + 10 * SECOND),
    });
    expect(JSON.stringify(rows)).not.toContain('203.0.113');
    expect(rows[0]?.deviceHash).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('of an attempt that does not exist nothing is kept', async () => {
    noteTrace(new Request('http://localhost/'), '203.0.113.7', 'khong-co', NOW);
    await writeTraces({ now: NOW, isLast: true });
    expect(await (await database()).attemptTrace.count()).toBe(0);
  });
});

describe('a search', () => {
  test('finds the fast one, tells it once, and says what it looked at', async () => {
    const { contest, fast, signal, round } = await withASpeedSignal();
    expect(signal).toMatchObject({
      attemptId: fast.attemptId,
      accountId: fast.actor.accountId,
      roundId: round.id,
      state: 'open',
    });
    const evidence = JSON.parse(signal.evidence) as Extract<Evidence, { kind: 'speed' }>;
    expect(evidence).toMatchObject({ seconds: 1, score: 10, maxScore: 10, asFast: 1, alike: 13 });
    expect(evidence.items).toHaveLength(10);
    const again = await findSignals({ slug: contest.slug, now: AFTER + MINUTE });
    expect(again).toMatchObject([{ attempts: 13, made: 0, kept: 1 }]);
    expect(await (await database()).signal.count()).toBe(1);
    const look = await (await database()).auditEntry.findFirst({ where: { action: 'signals.looked-for' } });
    expect(JSON.parse(look?.detail ?? '{}')).toMatchObject({ attempts: 13, found: 1 });
  });

  test('finds accounts that went through one device, and the device cannot be told from it', async () => {
    const { contest, unit, top } = await aProvince();
    const device = newDevice();
    const people = [];
    for (let i = 0; i < 4; i += 1) {
      const home = i < 2 ? unit : await aUnit({ parent: top });
      people.push(await sit(contest, home, { at: NOW + i * (4 * MINUTE + 10 * SECOND), wrong: [i], device }));
    }
    await findSignals({ slug: contest.slug, now: AFTER });
    const signals = await (await database()).signal.findMany({ where: { kind: 'manyAccounts' } });
    expect(signals).toHaveLength(1);
    const evidence = JSON.parse(signals[0]?.evidence ?? '{}') as Extract<Evidence, { kind: 'manyAccounts' }>;
    expect(evidence).toMatchObject({ accounts: 4, units: 3, hasty: 3, overlaps: 0 });
    expect(evidence.members.map(({ attemptId }) => attemptId)).toEqual(people.map(({ attemptId }) => attemptId));
    const [trace] = await (await database()).attemptTrace.findMany({ take: 1 });
    expect(JSON.stringify(signals)).not.toContain(trace?.deviceHash.slice(0, 32));
  });

  test('by the background: once when the round is over, and not again', async () => {
    const { contest, unit } = await aProvince();
    await sit(contest, unit);
    expect(await searchDue({ now: AFTER })).toBe(true);
    expect(await searchDue({ now: AFTER + 2 * MINUTE })).toBe(false);
    expect(await (await database()).auditEntry.count({ where: { action: 'signals.looked-for' } })).toBe(1);
  });
});

describe('the life of a signal', () => {
  test('asked, answered, dismissed: the contestant sees each step, and nobody else does', async () => {
    const { contest, fast, signal, organizer, unit } = await withASpeedSignal();
    const other = await aContestant({ unit });
    const address = { actor: organizer, contestSlug: contest.slug, signalId: signal.id };
    expect(await getOwnSignal(fast.actor, signal.id)).toBeUndefined();
    expect(
      await makeStatement({ actor: fast.actor, signalId: signal.id, text: 'Em ôn kỹ.', now: AFTER }),
    ).toMatchObject({
      error: 'not-found',
    });
    expect(await askAbout({ ...address, now: AFTER })).toMatchObject({ ok: true, value: 'asked' });
    expect(await askAbout({ ...address, now: AFTER })).toMatchObject({ error: 'already-asked' });
    expect(await listOwnSignals(fast.actor)).toMatchObject([{ id: signal.id, state: 'asked', until: AFTER + 3 * DAY }]);
    expect(await listOwnSignals(other)).toEqual([]);
    expect(await getOwnSignal(other, signal.id)).toBeUndefined();
    expect(
      await makeStatement({ actor: other, signalId: signal.id, text: 'Không phải tôi.', now: AFTER }),
    ).toMatchObject({
      error: 'not-found',
    });
    const said = {
      actor: fast.actor,
      signalId: signal.id,
      text: 'Em đã ôn cả ngân hàng câu hỏi.',
      now: AFTER + MINUTE,
    };
    expect(await makeStatement(said)).toMatchObject({ ok: true });
    expect(await makeStatement(said)).toMatchObject({ ok: true });
    expect(await makeStatement({ ...said, text: '   ' })).toMatchObject({ error: 'statement-missing' });
    expect(await makeStatement({ ...said, text: 'a'.repeat(2_001) })).toMatchObject({ error: 'statement-too-long' });
    const seen = await getSignalPage(address, AFTER + 2 * MINUTE);
    expect(seen).toMatchObject({
      ok: true,
      value: { isHeard: true, mayDecide: true, statements: [{ text: said.text }] },
    });
    expect(await dismissSignal({ ...address, reason: 'ok', now: AFTER })).toMatchObject({ error: 'reason-missing' });
    expect(await dismissSignal({ ...address, reason: 'Giải thích hợp lý', now: AFTER + DAY })).toMatchObject({
      ok: true,
    });
    expect(await getOwnSignal(fast.actor, signal.id)).toMatchObject({
      state: 'dismissed',
      reason: 'Giải thích hợp lý',
    });
    expect(await makeStatement({ ...said, text: 'Thêm một câu.' })).toMatchObject({ error: 'signal-decided' });
    expect(await askAbout({ ...address, now: AFTER + DAY })).toMatchObject({ error: 'signal-decided' });
    const acts = await (
      await database()
    ).auditEntry.findMany({
      where: { subject: `signal:${signal.id}` },
      orderBy: { at: 'asc' },
    });
    expect(acts.map(({ action }) => action)).toEqual([
      'signal.found',
      'signal.asked',
      'signal.answered',
      'signal.dismissed',
    ]);
    expect(JSON.stringify(acts)).not.toContain('ngân hàng câu hỏi');
  });

  test('nothing is upheld unheard; upheld only proposes, and the attempt counts until a second person agrees', async () => {
    const { contest, fast, signal, organizer } = await withASpeedSignal();
    const address = { actor: organizer, contestSlug: contest.slug, signalId: signal.id };
    const upholding = { ...address, reason: 'Không giải thích được', attemptIds: [fast.attemptId] };
    expect(await upholdSignal({ ...upholding, now: AFTER })).toMatchObject({ error: 'hearing-open' });
    await askAbout({ ...address, now: AFTER });
    expect(await upholdSignal({ ...upholding, now: AFTER + DAY })).toMatchObject({ error: 'hearing-open' });
    const later = AFTER + 3 * DAY;
    expect(await upholdSignal({ ...upholding, attemptIds: [], now: later })).toMatchObject({ error: 'nobody-chosen' });
    expect(await upholdSignal({ ...upholding, attemptIds: ['bai-khac'], now: later })).toMatchObject({
      error: 'changed-since',
    });
    expect(await (await database()).proposal.count()).toBe(0);
    expect(await upholdSignal({ ...upholding, now: later })).toMatchObject({ ok: true, value: 'upheld' });
    const proposals = await (await database()).proposal.findMany();
    expect(proposals).toMatchObject([
      { kind: 'setAside', subject: `attempt:${fast.attemptId}`, state: 'waiting', proposedById: organizer.accountId },
    ]);
    expect(JSON.parse(proposals[0]?.body ?? '{}')).toMatchObject({ cause: 'signal', causeId: signal.id });
    expect(await (await database()).attempt.findUnique({ where: { id: fast.attemptId } })).toMatchObject({
      isSetAside: false,
    });
  });

  test('nobody decides on the own account, an auditor sees and does not decide, a unit manager does not see', async () => {
    const { contest, fast, signal, top, unit } = await withASpeedSignal();
    const grants = (role: 'organizer' | 'auditor' | 'unitManager') => [
      { role, unitId: top.id, unitPath: top.path } as const,
    ];
    const address = { contestSlug: contest.slug, signalId: signal.id };
    const own = { ...fast.actor, grants: grants('organizer') };
    expect(await dismissSignal({ ...address, actor: own, reason: 'Tôi vô can', now: AFTER })).toMatchObject({
      error: 'signal-own',
    });
    expect(await getSignalPage({ ...address, actor: own }, AFTER)).toMatchObject({ value: { conflict: 'own' } });
    const near = await anOrganizer(top, unit);
    expect(await getSignalPage({ ...address, actor: near }, AFTER)).toMatchObject({ value: { conflict: 'unit' } });
    const auditor = { ...near, grants: grants('auditor') };
    expect(await getSignalPage({ ...address, actor: auditor }, AFTER)).toMatchObject({ value: { mayDecide: false } });
    expect(await askAbout({ ...address, actor: auditor, now: AFTER })).toMatchObject({ error: 'forbidden' });
    const manager = { ...near, grants: grants('unitManager') };
    expect(await getSignalPage({ ...address, actor: manager }, AFTER)).toMatchObject({ error: 'forbidden' });
    const { contest: foreign } = await aContest({ items: 0 });
    expect(await getSignalPage({ actor: near, contestSlug: foreign.slug, signalId: signal.id }, AFTER)).toMatchObject({
      error: 'not-found',
    });
  });

  test('questions of a round that can still be sat are not shown', async () => {
    const { contest, signal, organizer } = await withASpeedSignal();
    const address = { actor: organizer, contestSlug: contest.slug, signalId: signal.id };
    const open = await getSignalPage(address, NOW + DAY);
    const over = await getSignalPage(address, AFTER);
    expect(open).toMatchObject({ ok: true, value: { isOver: false, prompts: {} } });
    expect(Object.keys(over.ok ? over.value.prompts : {})).toHaveLength(10);
  });

  test('the list is filtered by kind, state, round and branch of units', async () => {
    const { contest, unit, round, top } = await withASpeedSignal();
    const all = { kind: undefined, state: undefined, roundId: undefined, unitId: undefined, page: 1 };
    const count = async (query: Partial<Parameters<typeof listSignalsPage>[1]>) =>
      (await listSignalsPage(contest.slug, { ...all, ...query }, AFTER))?.count;
    expect(await count({})).toBe(1);
    expect(await count({ kind: 'speed', state: 'open', roundId: round.id, unitId: unit.id })).toBe(1);
    expect(await count({ unitId: top.id })).toBe(1);
    expect(await count({ kind: 'jump' })).toBe(0);
    expect(await count({ state: 'upheld' })).toBe(0);
    expect(await count({ unitId: 'khong-co' })).toBe(0);
    expect(await listSignalsPage('khong-co', all, AFTER)).toBeUndefined();
  });
});
