import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { getResult } from '#app/features/attempts/index.server.ts';
import { getConfirmation } from '#app/features/confirmations/index.server.ts';
import { countTallies } from '#app/features/participation/index.server.ts';
import {
  carryOutRuling,
  getAttemptRecord,
  getRulingsOf,
  proposeRestore,
  proposeSetAside,
} from '#app/features/rulings/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { differences, ORGANIZER, recomputed, resultsFile } from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { allRowsOf } from '#tests/support/standings.ts';
import { AFTERWARDS, contestants, settledContest, sit, sweep, twoRounds } from '#tests/support/whole-contest.ts';
import { OPENING } from '#tests/support/clock.ts';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';

const SECOND: Actor = { ...ORGANIZER, accountId: 'nguoi-thu-hai' };
const REASON = 'Bài làm trên máy của người khác';
const NOW = AFTERWARDS + HOUR;

const propose = (attemptId: string, actor: Actor = ORGANIZER, now = NOW) =>
  proposeSetAside({ actor, attemptId, cause: 'signal', causeId: 'dau-hieu-1', reason: REASON, now });

async function setAside(attemptId: string, now = NOW): Promise<void> {
  const proposed = await propose(attemptId, ORGANIZER, now);
  if (!proposed.ok) throw new Error(proposed.error);
  const done = await carryOutRuling({ actor: SECOND, proposalId: proposed.value.proposalId, now: now + 1 });
  if (!done.ok) throw new Error(done.error);
}

async function restore(attemptId: string, now = NOW + HOUR): Promise<void> {
  const proposed = await proposeRestore({
    actor: SECOND,
    attemptId,
    cause: 'other',
    causeId: '',
    reason: 'Người thi đã giải thích được',
    now,
  });
  if (!proposed.ok) throw new Error(proposed.error);
  const done = await carryOutRuling({ actor: ORGANIZER, proposalId: proposed.value.proposalId, now: now + 1 });
  if (!done.ok) throw new Error(done.error);
}

const tallies = async (now: number) => {
  await countTallies({ now });
  const rows = await (await database()).unitTally.findMany({ orderBy: [{ scopeId: 'asc' }, { unitId: 'asc' }] });
  return rows.filter(({ part }) => part === 'own').map(({ countedAt: _, ...row }) => row);
};

describe('an attempt of a settled contest that is set aside', () => {
  const built = useBuiltDatabase(() => settledContest());

  /** The attempt of somebody who has one alone in the first round: without it the person is ranked nowhere in it. */
  const onlyAttempt = async () => {
    const attempts = await (
      await database()
    ).attempt.findMany({ where: { isValid: true, round: { number: 1 } }, orderBy: { startedAt: 'asc' } });
    const found = attempts.find(
      ({ accountId }) => attempts.filter((each) => each.accountId === accountId).length === 1,
    );
    if (!found) throw new Error('nobody has one attempt alone');
    return found;
  };

  test('drops out of every ranking, figure, file and confirmation, and comes back exactly', async () => {
    const { id, roundId, accountId } = await onlyAttempt();
    const rows = () => allRowsOf({ id: built().contestId });
    const before = { rows: await rows(), tallies: await tallies(NOW), file: await resultsFile() };
    expect(before.rows.some((row) => row.scopeId === roundId && row.accountId === accountId)).toBe(true);
    await setAside(id);
    const after = await rows();
    expect(after.some((row) => row.scopeId === roundId && row.accountId === accountId)).toBe(false);
    expect(after.some(({ attemptId }) => attemptId === id)).toBe(false);
    expect(await differences()).toEqual([]);
    const file = await resultsFile();
    expect(recomputed(file)).toEqual([]);
    const [published] = file.attempts.filter(({ isSetAside }) => isSetAside);
    expect(published?.rulings).toEqual([{ isSetAside: true, cause: 'signal', at: expect.any(String) as string }]);
    expect(JSON.stringify(file)).not.toContain(REASON);
    const counted = await tallies(NOW + 2);
    const sum = (all: typeof counted, key: 'attempts' | 'people' | 'scoreCount') =>
      all.filter(({ scopeId }) => scopeId === roundId).reduce((total, row) => total + row[key], 0);
    for (const key of ['attempts', 'people', 'scoreCount'] as const) {
      expect(sum(counted, key)).toBe(sum(before.tallies, key) - 1);
    }
    await restore(id);
    expect(await rows()).toEqual(before.rows);
    expect(await tallies(NOW + 2 * HOUR)).toEqual(before.tallies);
    expect(await differences()).toEqual([]);
    expect(recomputed(await resultsFile())).toEqual([]);
  });

  test('keeps the figures that were frozen and the other ranks of the person', async () => {
    const db = await database();
    const { id } = await onlyAttempt();
    const frozen = await db.frozenCount.findMany({ orderBy: { scopeId: 'asc' } });
    await setAside(id);
    expect(await db.frozenCount.findMany({ orderBy: { scopeId: 'asc' } })).toEqual(frozen);
  });

  test('is told to the person with the reason and how to be heard, the answers and the score are kept', async () => {
    const { id, accountId, score } = await onlyAttempt();
    await setAside(id);
    const person = built().people.find((each) => each.accountId === accountId) as Actor;
    const result = await getResult({ actor: person, attemptId: id, now: NOW + HOUR });
    expect(result?.score).toBe(score);
    expect(result?.setAside).toMatchObject({ cause: 'signal', reason: REASON });
  });

  test('is found by the verification when somebody sets the column by hand', async () => {
    const { id } = await onlyAttempt();
    await (await database()).attempt.update({ where: { id }, data: { isSetAside: true } });
    const found = await differences();
    expect(found).toContainEqual({ attemptId: id, what: 'isSetAside', stored: 'true', derived: 'false' });
  });

  test('takes two people, and neither of them may be the contestant', async () => {
    const { id, accountId } = await onlyAttempt();
    const own: Actor = { ...ORGANIZER, accountId };
    expect(await propose(id, own)).toEqual({ ok: false, error: 'attempt-own' });
    const proposed = await propose(id);
    const proposalId = proposed.ok ? proposed.value.proposalId : '';
    const by = (actor: Actor) => carryOutRuling({ actor, proposalId, now: NOW });
    expect(await by(ORGANIZER)).toEqual({ ok: false, error: 'proposal-own' });
    expect(await by(own)).toEqual({ ok: false, error: 'attempt-own' });
    expect(await by({ ...SECOND, grants: [] })).toEqual({ ok: false, error: 'forbidden' });
    expect(await propose(id, SECOND)).toEqual({ ok: false, error: 'proposal-waiting' });
    expect(await getRulingsOf(id)).toEqual([]);
    expect((await by(SECOND)).ok).toBe(true);
    expect(await by(SECOND)).toEqual({ ok: false, error: 'proposal-closed' });
    expect(await propose(id)).toEqual({ ok: false, error: 'already-set-aside' });
  });

  test('is set aside once when twenty people agree at the same moment', async () => {
    const { id } = await onlyAttempt();
    const proposed = await propose(id);
    const proposalId = proposed.ok ? proposed.value.proposalId : '';
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        carryOutRuling({ actor: { ...SECOND, accountId: `nguoi-${index}` }, proposalId, now: NOW }),
      ),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(all.flatMap((each) => (each.ok ? [] : [each.error])))).toEqual(new Set(['proposal-closed']));
    expect(await getRulingsOf(id)).toHaveLength(1);
  });

  test('is shown to deciders without what was answered', async () => {
    const { id } = await onlyAttempt();
    const record = await getAttemptRecord({ actor: ORGANIZER, contestSlug: 'thi', attemptId: id, now: NOW });
    expect(record?.steps.length).toBeGreaterThan(1);
    expect(Object.keys(record?.steps[0] ?? {})).not.toContain('response');
    expect(
      await getAttemptRecord({ actor: ORGANIZER, contestSlug: 'thi-khac', attemptId: id, now: NOW }),
    ).toBeUndefined();
  });
});

describe('an attempt of a contest that still runs', () => {
  let people: Awaited<ReturnType<typeof contestants>>;
  useBuiltDatabase(async () => {
    await twoRounds();
    people = await contestants(3);
    for (const [index, actor] of people.entries()) {
      await sit(actor, 'thi', OPENING + HOUR + index * 7 * 60_000, `a${index}`);
    }
    await sweep(OPENING + 3 * HOUR);
    const [first] = people;
    if (first) await sit(first, 'thi', OPENING + DAY, 'b0');
    await sweep(OPENING + DAY + HOUR);
    return people;
  });

  beforeEach(() => expect(people).toHaveLength(3));

  test('that is set aside before the round is settled is in none of its frozen figures', async () => {
    const db = await database();
    const attempts = await db.attempt.findMany({ where: { isValid: true }, orderBy: { startedAt: 'asc' } });
    const one = attempts[0]?.id ?? '';
    const now = OPENING + DAY + 2 * HOUR;
    await setAside(one, now);
    await sweep(AFTERWARDS);
    const frozen = await db.frozenCount.findMany({ orderBy: { attempts: 'desc' } });
    expect(Math.max(...frozen.map((count) => count.attempts))).toBe(attempts.length - 1);
    expect(await differences()).toEqual([]);
    expect(recomputed(await resultsFile())).toEqual([]);
    // Restored afterwards: ranks follow, what was frozen stays.
    await restore(one, AFTERWARDS + HOUR);
    expect(await db.frozenCount.findMany({ orderBy: { attempts: 'desc' } })).toEqual(frozen);
    expect(await differences()).toEqual([]);
    expect(recomputed(await resultsFile())).toEqual([]);
  });

  test('a person all of whose attempts are set aside has no confirmation', async () => {
    const db = await database();
    const person = people[1];
    if (!person) throw new Error('nobody');
    const ask = () => getConfirmation({ actor: person, contestSlug: 'thi', now: OPENING + 2 * DAY });
    expect((await ask()).ok).toBe(true);
    for (const { id } of await db.attempt.findMany({ where: { accountId: person.accountId } })) {
      await setAside(id, OPENING + 2 * DAY);
    }
    expect(await ask()).toEqual({ ok: false, error: 'not-taken-part' });
  });
});
