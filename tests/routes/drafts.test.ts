// What publishing a change does to people who sit the contest at that moment, and what a contestant's browser never gets.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { aContestant, started, storedAttempt } from '#tests/support/attempts.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aManager, aWholeDraft, begun, save, storedDraft, type Fields } from '#tests/support/drafts.ts';
import { aContest } from '#tests/support/factories.ts';
import { database } from '#app/platform/db/client.server.ts';
import { addressOf, call, cookieOf, routeModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING + 6 * MINUTE;

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

test('a close that is put off gives attempts under way their whole time', async () => {
  const actor = await aManager();
  const unit = await (await database()).unit.findUniqueOrThrow({ where: { id: 'tinh' } });
  await aContest({ slug: 'dang-thi', closesAt: OPENING + 10 * MINUTE });
  const attemptId = await started(await aContestant({ unit }), 'dang-thi', OPENING + 5 * MINUTE);
  expect((await storedAttempt(attemptId)).deadlineAt.getTime()).toBe(OPENING + 10 * MINUTE);
  const draftId = await begun(actor, { from: 'change', slug: 'dang-thi' }, NOW);
  const later = ({ rounds }: { rounds: Fields[] }): Fields => ({
    rounds: rounds.map((round) => ({ ...round, closesAt: '2026-09-01T10:00' })),
  });
  await save(actor, draftId, 'rounds', later, { now: NOW });
  const file = 'manage.drafts.$draftId_.publish.tsx';
  const { action } = await routeModule(file);
  const { version } = await storedDraft(draftId);
  const params = { draftId };
  const answer = await call(action as never, addressOf(file, params), params, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `version=${version}&seen=yes`,
    cookie: await cookieOf(actor.accountId, NOW),
  });
  expect([answer.status, answer.location]).toEqual([302, '/manage/contests/dang-thi?published']);
  expect((await storedAttempt(attemptId)).deadlineAt.getTime()).toBe(OPENING + 15 * MINUTE);
});

test('a sample paper has questions and no keys, and nothing of it is stored', async () => {
  const actor = await aManager();
  const draftId = await aWholeDraft(actor);
  const cookie = await cookieOf(actor.accountId, NOW);
  const file = 'manage.drafts.$draftId_.preview-paper.tsx';
  const { loader } = await routeModule(file);
  const paper = async (draw: number) => {
    const params = { draftId };
    return call(loader as never, `${addressOf(file, params)}?round=1&draw=${draw}`, params, { cookie });
  };
  const [first, again, other] = [await paper(1), await paper(1), await paper(2)];
  expect(first.status).toBe(200);
  expect(JSON.parse(first.body)).toMatchObject({
    paper: { questions: expect.arrayContaining([expect.objectContaining({ slot: 20 })]) },
  });
  expect(first.body).not.toMatch(/"key"|"rationale"|"correct"|"optionOrder"/u);
  expect(again.body).toBe(first.body);
  expect(other.body).not.toBe(first.body);
  expect(await (await database()).attempt.count()).toBe(0);
});

test('the access code of a draft is not in its preview', async () => {
  const actor = await aManager();
  const draftId = await aWholeDraft(actor);
  await save(actor, draftId, 'entry', () => ({ entry: { accessCode: 'bi-mat-8341' } }), { now: NOW + HOUR });
  const file = 'manage.drafts.$draftId_.preview.tsx';
  const { loader } = await routeModule(file);
  const params = { draftId };
  const answer = await call(loader as never, addressOf(file, params), params, {
    cookie: await cookieOf(actor.accountId, NOW),
  });
  expect(answer.status).toBe(200);
  expect(answer.body).not.toContain('bi-mat-8341');
});
