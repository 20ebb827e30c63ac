import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { getAnswerSheet, getResult, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { aContestant, formOf, placesOfOptions, save, started } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anItem, anAdjustment } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const CLOSE = OPENING + 7 * DAY;
const SECRET = 'Lời giải thích bí mật';
const SOURCE = 'Nguồn bí mật';

/** A contest of three questions that are easy to recognise in whatever is sent. */
async function aSecretContest() {
  const several = { interaction: 'multipleChoice', key: ['a', 'd'] } as const;
  for (const given of [{}, {}, several]) {
    await anItem({ body: { rationale: SECRET, source: { title: SOURCE }, facts: ['BI-MAT-1'], ...given } });
  }
  await aContest({ slug: 'thi', items: 0, blueprint: { sections: [{ title: 'Ba', quotas: [{ count: 3 }] }] } });
  const actor = await aContestant();
  return { actor, attemptId: await started(actor, 'thi', NOW) };
}

const FORBIDDEN = /bí mật|BI-MAT|"key"|"isKey"|rationale|"fraction"|"mark"|itemVersionId|optionOrder|"seed"/u;

describe('the answer sheet', () => {
  test('holds no key, no rationale and nothing that gives one away', async () => {
    const { actor, attemptId } = await aSecretContest();
    await save(actor, attemptId, NOW + SECOND);
    const sheet = await getAnswerSheet({ actor, attemptId, now: NOW + MINUTE });
    expect(JSON.stringify(sheet)).not.toMatch(FORBIDDEN);
    expect(sheet?.questions).toHaveLength(3);
    for (const question of sheet?.questions ?? []) {
      expect(Object.keys(question).toSorted()).toEqual([
        'interaction',
        'options',
        'places',
        'prompt',
        'savedAt',
        'slot',
      ]);
      expect(question.options.every((option) => typeof option === 'string')).toBe(true);
    }
  });

  test('shows the options in the order of this paper, and the own answers', async () => {
    const { actor, attemptId } = await aSecretContest();
    await save(actor, attemptId, NOW + SECOND, { slot: 2, places: [3] });
    const sheet = await getAnswerSheet({ actor, attemptId, now: NOW + MINUTE });
    expect(sheet?.questions.map(({ places }) => places)).toEqual([[], [3], []]);
    expect(sheet?.questions[1]?.savedAt).toBe(NOW + SECOND);
    expect(sheet).toMatchObject({ sequence: 2, deadlineAt: NOW + 10 * MINUTE });
  });

  test.each(['khong-co', '', '../', 'x'.repeat(5_000)])('is not found by the id %j', async (attemptId) => {
    const { actor } = await aSecretContest();
    expect(await getAnswerSheet({ actor, attemptId, now: NOW })).toBeUndefined();
    expect(await getResult({ actor, attemptId, now: NOW })).toBeUndefined();
  });

  test('and the result are not found by anybody else', async () => {
    const { attemptId } = await aSecretContest();
    const actor = await aContestant();
    expect(await getAnswerSheet({ actor, attemptId, now: NOW })).toBeUndefined();
    expect(await getResult({ actor, attemptId, now: CLOSE + DAY })).toBeUndefined();
  });
});

describe('the result', () => {
  test('tells score and time at once, and keys only after the close', async () => {
    const { actor, attemptId } = await aSecretContest();
    const form = await formOf(attemptId);
    await save(actor, attemptId, NOW + SECOND, { slot: 1, places: placesOfOptions(form, 1, ['a']) });
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + MINUTE });
    // why after the grace: until then somebody's late answer could still count.
    const keysFrom = CLOSE + 30 * SECOND;
    for (const now of [NOW + MINUTE, CLOSE - 1, CLOSE, keysFrom - 1]) {
      const result = await getResult({ actor, attemptId, now });
      expect(result).toMatchObject({
        state: 'submitted',
        answered: 1,
        questions: 3,
        duration: MINUTE,
        keysFrom,
      });
      expect(result?.review).toBeUndefined();
      expect(JSON.stringify(result)).not.toMatch(FORBIDDEN);
    }
    const after = await getResult({ actor, attemptId, now: keysFrom });
    expect(after?.review).toHaveLength(3);
    expect(after?.review?.map(({ rationale, source }) => [rationale, source.title])).toEqual(
      Array.from({ length: 3 }, () => [SECRET, SOURCE]),
    );
    const chosen = after?.review?.[0]?.lines.filter(({ isChosen }) => isChosen);
    expect(chosen).toHaveLength(1);
    const first = after?.review?.[0];
    expect(first?.fraction).toBe(first?.lines.every(({ isKey, isChosen }) => isKey === isChosen) ? 1 : 0);
    for (const { lines } of after?.review ?? []) expect(lines.some(({ isKey }) => isKey)).toBe(true);
  });

  test('of an attempt that still runs shows no keys, even after the close', async () => {
    const { round } = await aContest({ slug: 'cham' });
    const actor = await aContestant();
    await anAdjustment(round, { kind: 'extraTime', ms: 30 * MINUTE, account: actor.account });
    const attemptId = await started(actor, 'cham', CLOSE - 5 * MINUTE);
    const result = await getResult({ actor, attemptId, now: CLOSE + MINUTE });
    expect(result).toMatchObject({ state: 'inProgress' });
    expect(result?.review).toBeUndefined();
  });
});
