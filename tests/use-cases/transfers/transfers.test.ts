import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import { seededRandom } from '#app/domain/kernel/random.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { countTallies } from '#app/features/participation/index.server.ts';
import { refreshStandings, settleRounds } from '#app/features/results/index.server.ts';
import {
  agreeToTransfer,
  confirmTransfer,
  getOwnTransfers,
  listUnitTransfers,
  refuseTransfer,
  requestTransfer,
  searchPeopleOfBranch,
  withdrawTransfer,
} from '#app/features/transfers/index.server.ts';
import { verifyContest } from '#app/features/verification/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';
import { aContestant, save, started } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, anAdjustment, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const REASON = 'Chọn nhầm đơn vị khi đăng ký';

let root: Unit;
let north: Unit;
let south: Unit;
let person: Awaited<ReturnType<typeof aContestant>>;
let northern: Actor;
let southern: Actor;

async function inCharge(unit: Unit, role: 'organizer' | 'unitManager' = 'unitManager'): Promise<Actor> {
  const account = await anAccount({ unit, grants: [{ role, unit }] });
  const grants = [{ role, unitId: unit.id, unitPath: unit.path }];
  return { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1980, grants };
}

beforeEach(async () => {
  root = await aUnit({ id: 'tinh' });
  north = await aUnit({ id: 'bac', parent: root, block: 'Khối xã' });
  south = await aUnit({ id: 'nam', parent: root, block: 'Khối sở' });
  person = await aContestant({ unit: north });
  [northern, southern] = [await inCharge(north), await inCharge(south)];
});

async function sat(slug: string, actor: Actor = person, at = NOW): Promise<string> {
  const attemptId = await started(actor, slug, at);
  await save(actor, attemptId, at + MINUTE);
  await submitAttempt({ writer: writerOf(actor), attemptId, now: at + 2 * MINUTE });
  await refreshStandings();
  return attemptId;
}

async function asked(actor: Actor = person, accountId = person.accountId, toUnitId = south.id): Promise<string> {
  const made = await requestTransfer({ actor, accountId, toUnitId, reason: REASON, now: NOW });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const agreed = (actor: Actor, transferId: string, side: 'from' | 'to', now = NOW + 10 * MINUTE) =>
  agreeToTransfer({ actor, transferId, side, now });

const peopleByUnit = async (contestId: string): Promise<Map<string, number>> => {
  const rows = await (await database()).participation.findMany({ where: { contestId } });
  const counts = new Map<string, number>();
  for (const { unitId } of rows) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return counts;
};

/** What the counted figures of a round say, unit by unit, once they have caught up. */
const tallied = async (scopeId: string, now: number): Promise<[string, number, number][]> => {
  await countTallies({ now });
  const rows = await (await database()).unitTally.findMany({ where: { scopeId, part: 'own' } });
  return rows.filter(({ people }) => people > 0).map(({ unitId, people, attempts }) => [unitId, people, attempts]);
};

const unitsNow = async () => {
  const db = await database();
  const where = { accountId: person.accountId };
  const rows = [
    ...(await db.participation.findMany({ where })),
    ...(await db.attempt.findMany({ where })),
    ...(await db.standing.findMany({ where })),
  ];
  const account = await db.account.findUniqueOrThrow({ where: { id: person.accountId } });
  return { account: account.unitId, rows: rows.map(({ unitId }) => unitId) };
};

describe('agreed by both units', () => {
  test('account, entry, attempts and rankings follow, and everything can still be recomputed', async () => {
    const { contest, round } = await aContest({ slug: 'thi', rules: { overall: 'sum', boards: 'frozen' } });
    await sat('thi');
    expect(await tallied(round.id, NOW + 5 * MINUTE)).toEqual([['bac', 1, 1]]);
    const id = await asked();
    expect(await agreed(southern, id, 'to')).toEqual({ ok: true, value: { isDone: false } });
    expect((await unitsNow()).account).toBe('bac');
    expect(await agreed(northern, id, 'from')).toEqual({ ok: true, value: { isDone: true } });
    const { account, rows } = await unitsNow();
    expect(account).toBe('nam');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(new Set(rows)).toEqual(new Set(['nam']));
    const blocks = await (await database()).standing.findMany({ where: { contestId: contest.id } });
    expect(new Set(blocks.map(({ block }) => block))).toEqual(new Set(['Khối sở']));
    expect(await peopleByUnit(contest.id)).toEqual(new Map([['nam', 1]]));
    expect(await tallied(round.id, NOW + 20 * MINUTE)).toEqual([['nam', 1, 1]]);
    expect((await verifyContest({ slug: 'thi', now: NOW + DAY }))?.differences).toEqual([]);
    const own = await getOwnTransfers(person.accountId, NOW + DAY);
    expect(own.unit?.id).toBe('nam');
    expect(own.past[0]).toMatchObject({ state: 'approved', effect: { moves: [contest.title], stays: [] } });
    const acts = await (await database()).auditEntry.findMany({ where: { subject: `account:${person.accountId}` } });
    expect(acts.map(({ action }) => action).filter((action) => action.startsWith('transfer.'))).toEqual([
      'transfer.requested',
      'transfer.agreed-to',
      'transfer.agreed-from',
      'transfer.carried-out',
    ]);
  });

  test('official results stay, and so do contests that are not for the new unit or gave one of them extra time', async () => {
    await aContest({ slug: 'cu', closesAt: NOW + 20 * MINUTE, rules: { overall: 'none' } });
    await sat('cu');
    const later = NOW + DAY;
    await settleRounds({ now: later });
    await aContest({ slug: 'rieng', rules: { entry: { units: ['bac'], blocks: [], excludesOrganizers: true } } });
    await sat('rieng', person, later);
    const { round } = await aContest({ slug: 'them-gio' });
    await anAdjustment(round, { kind: 'extraTime', ms: 5 * MINUTE, unit: north, at: later });
    await sat('them-gio', person, later + MINUTE);
    const id = await asked();
    const [row] = (
      await listUnitTransfers({ actor: southern, unitPath: south.path, isWaiting: true, page: 1, now: later })
    ).rows;
    expect(row?.effect?.moves).toEqual([]);
    expect(row?.effect?.stays.map(({ why }) => why).toSorted()).toEqual(['extra-time', 'not-invited', 'official']);
    await agreed(southern, id, 'to', later);
    await agreed(northern, id, 'from', later + 10 * MINUTE);
    const { account, rows } = await unitsNow();
    expect(account).toBe('nam');
    expect(new Set(rows)).toEqual(new Set(['bac']));
    for (const slug of ['cu', 'rieng', 'them-gio']) {
      expect((await verifyContest({ slug, now: later + DAY }))?.differences).toEqual([]);
    }
  });

  test('wait for an attempt that is under way, and nothing is kept of that agreement', async () => {
    await aContest({ slug: 'thi' });
    await started(person, 'thi', NOW);
    const id = await asked();
    await agreed(southern, id, 'to', NOW + MINUTE);
    expect(await agreed(northern, id, 'from', NOW + MINUTE)).toEqual({ ok: false, error: 'attempt-running' });
    const [row] = (await getOwnTransfers(person.accountId, NOW)).waiting
      ? [await getOwnTransfers(person.accountId, NOW)]
      : [];
    expect(row?.waiting).toMatchObject({ fromAgreedAt: undefined, toAgreedAt: NOW + MINUTE });
    expect((await unitsNow()).account).toBe('bac');
  });

  test('at the same time carry it out once', async () => {
    const id = await asked();
    const both = await Promise.all([agreed(northern, id, 'from'), agreed(southern, id, 'to')]);
    expect(both.filter((each) => each.ok && each.value.isDone)).toHaveLength(1);
    expect((await unitsNow()).account).toBe('nam');
  });
});

describe('who may do what', () => {
  test('a manager asks for people of the own unit only; the person has to confirm it', async () => {
    const refused = { ok: false, error: 'unknown-person' };
    const command = { accountId: person.accountId, toUnitId: south.id, reason: REASON, now: NOW };
    expect(await requestTransfer({ ...command, actor: southern })).toEqual(refused);
    expect(await requestTransfer({ ...command, actor: northern, accountId: 'khong-co' })).toEqual(refused);
    const id = await asked(northern);
    await agreed(southern, id, 'to');
    expect((await unitsNow()).account).toBe('bac');
    expect((await getOwnTransfers(person.accountId, NOW)).waiting).toMatchObject({
      isByManager: true,
      isConfirmed: false,
    });
    expect(await confirmTransfer({ actor: southern, transferId: id, now: NOW })).toMatchObject({ error: 'not-found' });
    expect(await confirmTransfer({ actor: person, transferId: id, now: NOW })).toMatchObject({
      value: { isDone: true },
    });
    expect((await unitsNow()).account).toBe('nam');
  });

  test('each unit speaks for itself, whoever stands above speaks for both, and nobody in the own case', async () => {
    const id = await asked();
    expect(await agreed(southern, id, 'from')).toEqual({ ok: false, error: 'forbidden' });
    expect(await agreed(person, id, 'from')).toEqual({ ok: false, error: 'forbidden' });
    const own = await requestTransfer({
      actor: northern,
      accountId: northern.accountId,
      toUnitId: south.id,
      reason: REASON,
      now: NOW,
    });
    const ownId = own.ok ? own.value : '';
    expect(await agreed(northern, ownId, 'from')).toEqual({ ok: false, error: 'own-transfer' });
    const organizer = await inCharge(root, 'organizer');
    expect(await agreed(organizer, ownId, 'from')).toMatchObject({ value: { isDone: false } });
    expect(await agreed(organizer, ownId, 'to')).toMatchObject({ value: { isDone: true } });
  });

  test('one request waits at a time; it can be taken back and refused with a reason', async () => {
    const id = await asked();
    const again = { actor: person, accountId: person.accountId, toUnitId: south.id, reason: REASON, now: NOW };
    expect(await requestTransfer(again)).toEqual({ ok: false, error: 'already-waiting' });
    expect(await withdrawTransfer({ actor: southern, transferId: id, now: NOW })).toMatchObject({ error: 'not-found' });
    expect((await withdrawTransfer({ actor: person, transferId: id, now: NOW })).ok).toBe(true);
    const second = await asked();
    const refusal = { actor: southern, transferId: second, side: 'to', now: NOW } as const;
    expect(await refuseTransfer({ ...refusal, reason: '' })).toMatchObject({ error: 'reason-missing' });
    expect((await refuseTransfer({ ...refusal, reason: 'Không phải người của xã' })).ok).toBe(true);
    expect(await agreed(northern, second, 'from')).toEqual({ ok: false, error: 'closed' });
    const { past } = await getOwnTransfers(person.accountId, NOW);
    expect(past.map(({ state, refusedReason }) => [state, refusedReason])).toContainEqual([
      'refused',
      'Không phải người của xã',
    ]);
  });

  test('a request needs a reason, a unit that takes people, and another one', async () => {
    const command = { actor: person, accountId: person.accountId, toUnitId: south.id, reason: REASON, now: NOW };
    expect(await requestTransfer({ ...command, reason: ' a ' })).toMatchObject({ error: 'reason-missing' });
    expect(await requestTransfer({ ...command, toUnitId: 'khong-co' })).toMatchObject({ error: 'unknown-unit' });
    expect(await requestTransfer({ ...command, toUnitId: root.id })).toMatchObject({ error: 'unknown-unit' });
    expect(await requestTransfer({ ...command, toUnitId: north.id })).toMatchObject({ error: 'same-unit' });
  });

  test('the list of a unit has what concerns it, and nobody else finds its people', async () => {
    const id = await asked();
    const list = async (actor: Actor, unit: Unit) =>
      (await listUnitTransfers({ actor, unitPath: unit.path, isWaiting: true, page: 1, now: NOW })).rows;
    expect(await list(northern, north)).toMatchObject([{ id, direction: 'out', mayAgree: ['from'] }]);
    expect(await list(southern, south)).toMatchObject([{ id, direction: 'in', mayAgree: ['to'] }]);
    expect(await list(southern, north)).toMatchObject([{ id, mayAgree: ['to'] }]);
    expect(await list(person, north)).toEqual([]);
    const organizer = await inCharge(root, 'organizer');
    expect(await list(organizer, root)).toMatchObject([{ direction: 'within', mayAgree: ['from', 'to'] }]);
    const name = person.account.fullName;
    expect(await searchPeopleOfBranch(name, north.path, NOW)).toMatchObject([{ id: person.accountId }]);
    expect(await searchPeopleOfBranch(name, south.path, NOW)).toEqual([]);
    expect(await searchPeopleOfBranch(name, root.path, NOW)).toEqual([]);
  });
});

test('after any sequence of requests and decisions entry and attempts have one unit, and totals stand', async () => {
  const random = seededRandom('transfers');
  const { contest } = await aContest({ slug: 'thi' });
  const west = await aUnit({ id: 'tay', parent: root });
  const units = [north, south, west];
  const organizer = await inCharge(root, 'organizer');
  const people = [person, await aContestant({ unit: south }), await aContestant({ unit: west })];
  for (const each of people) await sat('thi', each);
  for (let step = 0; step < 25; step += 1) {
    const who = people[Math.floor(random() * people.length)] as Actor;
    const to = units[Math.floor(random() * units.length)] as Unit;
    const now = NOW + step * MINUTE + 10 * MINUTE;
    const made = await requestTransfer({ actor: who, accountId: who.accountId, toUnitId: to.id, reason: REASON, now });
    if (!made.ok) continue;
    const act = { actor: organizer, transferId: made.value, now };
    if (random() < 0.8) await agreeToTransfer({ ...act, side: 'from' });
    if (random() < 0.8) await agreeToTransfer({ ...act, side: 'to' });
    else await refuseTransfer({ ...act, side: 'to', reason: REASON });
    await withdrawTransfer({ ...act, actor: who });
  }
  const db = await database();
  const entries = await db.participation.findMany({ where: { contestId: contest.id } });
  for (const { accountId, unitId } of entries) {
    const attempts = await db.attempt.findMany({ where: { contestId: contest.id, accountId } });
    const standings = await db.standing.findMany({ where: { contestId: contest.id, accountId } });
    expect(new Set([...attempts, ...standings].map((row) => row.unitId))).toEqual(new Set([unitId]));
  }
  expect(await db.unitTransfer.count({ where: { state: 'approved' } })).toBeGreaterThan(3);
  expect([...(await peopleByUnit(contest.id)).values()].reduce((sum, count) => sum + count, 0)).toBe(3);
  expect((await verifyContest({ slug: 'thi', now: NOW + DAY }))?.differences).toEqual([]);
});
