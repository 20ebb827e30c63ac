import { describe, expect, test } from 'vitest';
import { findCorrections } from '#app/features/contests/index.server.ts';
import { findFrozenCounts, settleRounds } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import {
  commonItem,
  correct,
  corrected,
  differences,
  effects,
  itemThatMost,
  marksOf,
  preview,
  REASON,
  recomputed,
  resultsFile,
} from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { aContest, anItem } from '#tests/support/factories.ts';
import { allRowsOf } from '#tests/support/standings.ts';
import { AFTERWARDS, settledContest } from '#tests/support/whole-contest.ts';

const sumOf = (outcomes: readonly { attemptId: string; mark: number }[], attemptId: string): number =>
  outcomes.filter((each) => each.attemptId === attemptId).reduce((sum, { mark }) => sum + mark, 0);

describe('a key of a settled contest that is corrected', () => {
  const built = useBuiltDatabase(() =>
    settledContest({ rules: { prediction: { asks: 'peopleAllRight', scope: 'round' } } }),
  );

  test('changes marks, scores and rankings, and everything still follows from the steps', async () => {
    const item = await commonItem();
    const before = await marksOf();
    const rowsBefore = await allRowsOf({ id: built().contestId });
    await corrected({ item, kind: 'key', accepted: [['b'], ['c']] });
    const after = await marksOf();
    for (const { attemptId, mark, fraction, answered } of after.outcomes.filter(
      (each) => each.itemVersionId === item,
    )) {
      const was = before.outcomes.find((each) => each.attemptId === attemptId && each.itemVersionId === item);
      // Whoever chose what was the key has a wrong answer now: another one is right, or nothing was chosen.
      if (was?.fraction === 1) expect([fraction, mark]).toEqual([0, -0.5]);
      if (!answered) expect([fraction, mark]).toEqual([0, 0]);
    }
    for (const { id, score } of after.attempts) expect(score).toBeCloseTo(sumOf(after.outcomes, id), 9);
    expect(after.attempts).not.toEqual(before.attempts);
    expect(await allRowsOf({ id: built().contestId })).not.toEqual(rowsBefore);
    expect(await differences()).toEqual([]);
    expect(recomputed(await resultsFile())).toEqual([]);
  });

  test('tells each person whose score changed what it was, what it is and why; nobody else', async () => {
    const item = await itemThatMost('not right');
    const before = await marksOf();
    const id = await corrected({ item, kind: 'allRight' });
    const after = await marksOf();
    const db = await database();
    const changes = await db.markChange.findMany({ orderBy: { attemptId: 'asc' } });
    const expected = after.attempts.flatMap((attempt, index) => {
      const was = before.attempts[index];
      return was?.score === attempt.score
        ? []
        : [{ attemptId: attempt.id, scoreBefore: was?.score, scoreAfter: attempt.score }];
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(changes.map(({ attemptId, scoreBefore, scoreAfter }) => ({ attemptId, scoreBefore, scoreAfter }))).toEqual(
      expected,
    );
    const [correction] = await findCorrections(built().contestId);
    const withItem = after.outcomes.filter((each) => each.itemVersionId === item).length;
    expect(correction).toMatchObject({ id, reason: REASON, attempts: withItem, changed: expected.length });
    expect(correction?.doneAt).toBeDefined();
    const [notice] = await db.notice.findMany();
    expect(notice?.text).toContain(REASON);
    const [event] = await db.itemEvent.findMany({ where: { kind: 'keyCorrected' } });
    expect(event).toMatchObject({ versionId: item, actorId: 'ban-to-chuc' });
    const audit = await db.auditEntry.findMany({ where: { action: 'key.corrected' } });
    expect(audit).toHaveLength(1);
    expect(audit[0]?.detail).not.toContain('accepted');
  });

  test('a blank answer earns the full mark where everybody does', async () => {
    const db = await database();
    const blank = await db.outcome.findFirstOrThrow({ where: { answered: false } });
    await corrected({ item: blank.itemVersionId, kind: 'allRight' });
    const now = await db.outcome.findUniqueOrThrow({
      where: { attemptId_slot: { attemptId: blank.attemptId, slot: blank.slot } },
    });
    expect(now.answered).toBe(false);
    expect(now.mark).toBeGreaterThan(0);
    expect(await differences()).toEqual([]);
  });

  test('a voided item counts for nothing, and papers with it are scaled to whole ones in rankings', async () => {
    const item = await commonItem('multipleChoice');
    const before = await marksOf();
    await corrected({ item, kind: 'void' });
    const after = await marksOf();
    const touched = new Set(
      after.outcomes.filter((each) => each.itemVersionId === item).map(({ attemptId }) => attemptId),
    );
    for (const [index, attempt] of after.attempts.entries()) {
      expect(attempt.maxScore).toBe((before.attempts[index]?.maxScore ?? 0) - (touched.has(attempt.id) ? 3 : 0));
    }
    const db = await database();
    const rows = await db.standing.findMany({ where: { scopeId: { not: { contains: '@' } }, rounds: 1 } });
    const inRounds = rows.filter(({ scopeId }) => scopeId !== built().contestId);
    expect(new Set(inRounds.map(({ maxScore }) => maxScore))).toEqual(new Set([12]));
    for (const { attemptId, score } of inRounds) {
      const own = after.attempts.find(({ id }) => id === attemptId);
      if (touched.has(attemptId)) expect(score).toBeCloseTo(((own?.score ?? 0) * 12) / 9, 4);
      else expect(score).toBe(own?.score);
    }
    expect(inRounds.some(({ attemptId }) => touched.has(attemptId))).toBe(true);
    expect(await differences()).toEqual([]);
    expect(recomputed(await resultsFile())).toEqual([]);
  });

  test('the original key brings everything back to the last mark and row', async () => {
    const item = await commonItem();
    const before = { marks: await marksOf(), rows: await allRowsOf({ id: built().contestId }) };
    await corrected({ item, kind: 'void' });
    await corrected({ item, kind: 'key', accepted: [['d']] });
    await corrected({ item, kind: 'original' });
    expect(await marksOf()).toEqual(before.marks);
    expect(await allRowsOf({ id: built().contestId })).toEqual(before.rows);
    expect(await differences()).toEqual([]);
    const file = await resultsFile();
    expect(recomputed(file)).toEqual([]);
    expect(effects(file).map(({ changed }) => changed)).toEqual([[], [], []]);
  });

  test('figures that were published stay, and predictions are judged by them', async () => {
    const item = await itemThatMost('right');
    const frozen = await findFrozenCounts(built().contestId);
    await corrected({ item, kind: 'key', accepted: [['d']] });
    const db = await database();
    const right = await db.standing.count({ where: { scopeId: [...frozen.keys()][0] ?? '', isAllRight: true } });
    expect(await findFrozenCounts(built().contestId)).toEqual(frozen);
    // The test would show nothing if the number had stayed by itself.
    const numbers = [...frozen.values()].map(({ peopleAllRight }) => peopleAllRight);
    expect(numbers).not.toEqual([right, right, right]);
    for (const { scopeId, prediction, predictionDistance } of await allRowsOf({ id: built().contestId })) {
      const published = scopeId === built().contestId ? undefined : frozen.get(scopeId)?.peopleAllRight;
      if (published === undefined || prediction === null) continue;
      expect(predictionDistance).toBe(Math.abs(prediction - published));
    }
    expect(await differences()).toEqual([]);
    expect(recomputed(await resultsFile())).toEqual([]);
    await settleRounds({ now: AFTERWARDS + 1_000 });
    expect(await findFrozenCounts(built().contestId)).toEqual(frozen);
  });

  test('is previewed with the very numbers that come of it, and nothing is written before', async () => {
    const item = await commonItem();
    const before = await allRowsOf({ id: built().contestId });
    for (const given of [
      { item, kind: 'void' as const },
      { item, kind: 'key' as const, accepted: [['b']] },
      { item, kind: 'allRight' as const },
      { item, kind: 'original' as const },
    ]) {
      const rows = await allRowsOf({ id: built().contestId });
      const marks = await marksOf();
      const looked = await preview(given);
      if (!looked.ok) throw new Error(looked.error);
      expect(await marksOf()).toEqual(marks);
      expect(await allRowsOf({ id: built().contestId })).toEqual(rows);
      const id = await corrected(given);
      const after = await allRowsOf({ id: built().contestId });
      const { comparison, boards } = looked.value;
      const [correction] = (await findCorrections(built().contestId)).filter((each) => each.id === id);
      expect([comparison.attempts, comparison.changed]).toEqual([correction?.attempts, correction?.changed]);
      for (const board of boards) {
        const was = rows.filter(({ scopeId }) => scopeId === board.scopeId).toSorted(byKey);
        const is = after.filter(({ scopeId }) => scopeId === board.scopeId).toSorted(byKey);
        const ranked = is.slice(0, 10).map(({ accountId, rankKey, score }) => ({
          accountId,
          rankAfter: 1 + is.filter((each) => each.rankKey < rankKey).length,
          scoreAfter: score,
        }));
        const shown = board.top.map(({ accountId, rankAfter, scoreAfter }) => ({ accountId, rankAfter, scoreAfter }));
        expect(shown.slice(0, ranked.length)).toEqual(ranked);
        for (const { accountId, rankBefore } of board.top) {
          const key = was.find((each) => each.accountId === accountId)?.rankKey ?? '';
          expect(rankBefore).toBe(1 + was.filter((each) => each.rankKey < key).length);
        }
        expect(board.people).toBe(was.length);
        const becomes = is.filter(
          ({ accountId, isAllRight }) => isAllRight && !was.find((each) => each.accountId === accountId)?.isAllRight,
        );
        expect(board.becomeAllRight).toBe(becomes.length);
      }
    }
    expect(await allRowsOf({ id: built().contestId })).toEqual(before);
  });

  test('can be recomputed before and after from the file alone; a file of before there were corrections as ever', async () => {
    const plain = await resultsFile();
    const item = await itemThatMost('right');
    await corrected({ item, kind: 'key', accepted: [['b']] });
    const file = await resultsFile();
    expect(file.version).toBe(3);
    expect(file.corrections).toMatchObject([
      { number: 1, itemVersionId: item, kind: 'key', key: [['b']], reason: REASON },
    ]);
    const moved = effects(file);
    for (const { scope, changed } of moved) {
      const was = plain.rankings.find((each) => each.scope === scope)?.rows ?? [];
      for (const { person, before } of changed) {
        const row = was.find((each) => each.person === person);
        expect(before).toEqual(row && { rank: row.rank, score: row.score });
      }
    }
    expect(moved.some(({ changed }) => changed.length > 0)).toBe(true);
    const { corrections: _, rounds, ...old } = plain;
    const first = { ...old, version: 1 as const, rounds: rounds.map(({ fullScore: __, ...round }) => round) };
    expect(recomputed(first)).toEqual([]);
    expect(effects(first)).toEqual([]);
  });

  test('a file whose scores were changed by hand is found out', async () => {
    await corrected({ item: await commonItem(), kind: 'allRight' });
    const file = await resultsFile();
    const index = file.attempts.findIndex(({ scores }) => scores !== undefined);
    const forged = file.attempts.with(index, { ...file.attempts[index], score: 1 } as (typeof file.attempts)[number]);
    expect(recomputed({ ...file, attempts: forged }).map(({ what }) => what)).toContain(
      `attempt ${file.attempts[index]?.number}: score`,
    );
  });

  test.each([
    ['without a reason', { kind: 'void', reason: ' ' }, 'reason-missing'],
    ['without a key', { kind: 'key', accepted: [[]] }, 'no-key-given'],
    ['with an option that there is not', { kind: 'key', accepted: [['z']] }, 'key-does-not-fit'],
    ['with the key that holds', { kind: 'key', accepted: [['a']] }, 'nothing-to-correct'],
    ['back to what it is', { kind: 'original' }, 'nothing-to-correct'],
    ['of an item of no paper', { kind: 'void', item: 'khong-co-v1' }, 'not-found'],
    ['of no contest', { kind: 'void', slug: 'khong-co' }, 'not-found'],
  ] as const)('is refused %s, and nothing is written', async (_, given, refusal) => {
    const item = await commonItem();
    expect(await correct({ item, ...given })).toEqual({ refusal });
    const db = await database();
    expect([await db.keyCorrection.count(), await db.notice.count(), await db.itemEvent.count()]).toEqual([0, 0, 0]);
  });

  test('is refused for an item that is on no paper of this contest, whatever it is elsewhere', async () => {
    const { version } = await anItem();
    expect(await correct({ item: version.id, kind: 'void' })).toEqual({ refusal: 'not-found' });
    const { contest } = await aContest({ slug: 'thi-khac' });
    expect(await correct({ item: await commonItem(), kind: 'void', slug: contest.slug })).toEqual({
      refusal: 'not-found',
    });
  });

  test('the same form sent twice is one correction; while it is graded, another is refused', async () => {
    const item = await commonItem();
    const first = await correct({ item, kind: 'void', key: 'mot-lan-gui' });
    expect(await correct({ item, kind: 'void', key: 'mot-lan-gui' })).toEqual(first);
    expect(await correct({ item, kind: 'allRight' })).toEqual({ refusal: 'regrading-under-way' });
    expect(await findCorrections(built().contestId)).toHaveLength(1);
  });
});

const byKey = (a: { rankKey: string; accountId: string }, b: { rankKey: string; accountId: string }): number =>
  a.rankKey < b.rankKey ? -1 : a.rankKey > b.rankKey ? 1 : a.accountId < b.accountId ? -1 : 1;
