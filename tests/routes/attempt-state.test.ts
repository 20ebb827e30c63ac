// What an open sheet hears, by the session and by the write token that outlives it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getAnswerSheet } from '#app/features/attempts/index.server.ts';
import { aContestant, started } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';
import { cookieOf, routeModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

async function aSheet() {
  await aContest({ slug: 'thi' });
  const [an, binh] = [await aContestant(), await aContestant()];
  const attemptId = await started(an, 'thi', NOW - 60_000);
  const sheet = await getAnswerSheet({ actor: an, attemptId, now: NOW });
  return { attemptId, token: sheet?.token ?? '', cookie: await cookieOf(an.accountId, NOW), binh };
}

async function get(what: 'state' | 'events', attemptId: string, headers: Record<string, string>): Promise<Response> {
  const { loader } = await routeModule(`attempts.$attemptId_.${what}.ts`);
  const request = new Request(`http://thi.example/attempts/${attemptId}/${what}?device=may-1`, { headers });
  return (await loader?.({ request, params: { attemptId }, context: {} } as never)) as Response;
}

/** The first state that a stream tells. */
async function firstEvent(response: Response): Promise<unknown> {
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return JSON.parse(/^data: (.*)$/mu.exec(new TextDecoder().decode(value))?.[1] ?? 'null');
}

test('the session and the token open both, and both say whether anybody is signed in', async () => {
  const { attemptId, token, cookie } = await aSheet();
  for (const [headers, isSignedIn] of [
    [{ Cookie: cookie }, true],
    [{ 'X-Attempt-Token': token }, false],
    [{ 'X-Attempt-Token': token, Cookie: cookie }, true],
  ] as const) {
    const state = await get('state', attemptId, headers);
    expect(await state.json()).toMatchObject({ state: 'inProgress', leads: true, isSignedIn });
    const stream = await get('events', attemptId, headers);
    expect(stream.headers.get('Content-Type')).toContain('text/event-stream');
    expect(await firstEvent(stream)).toMatchObject({ state: 'inProgress', leads: true, isSignedIn });
  }
});

test('neither opens without them, for another person, or with a token of another attempt, even beside the right session', async () => {
  const { attemptId, token, cookie, binh } = await aSheet();
  for (const what of ['state', 'events'] as const) {
    expect((await get(what, attemptId, {})).status).toBe(401);
    expect((await get(what, attemptId, { Cookie: await cookieOf(binh.accountId, NOW) })).status).toBe(404);
    expect((await get(what, attemptId, { 'X-Attempt-Token': `${token}x`, Cookie: cookie })).status).toBe(404);
  }
});
