// Keys never leave the server before their time: every route is asked by those who must not have them, and all that it says is searched.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { aContestant, save, started } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, anItem, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, routeFiles, routeModule } from '#tests/support/routes.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });
useTestDatabase();

const NOW = afterOpening({ hours: 5 });
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

/** What only the server may know while the round runs: ids of options name the key, the rest explains it. */
const KEY = 'chimHoangYenDung';
const RATIONALE = 'Chim hoàng yến giải thích';
const SOURCE = 'Chim hoàng yến trích nguồn';
const PROMPT = 'Chim hoàng yến hỏi câu số';
const SECRETS = [KEY, RATIONALE, SOURCE];

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  world = await aWorld();
  vi.useRealTimers();
});

async function aWorld() {
  const root = await aUnit({ id: 'tinh' });
  const unit = await aUnit({ id: 'xa', parent: root, people: 20 });
  const options = [KEY, 'sai1', 'sai2', 'sai3'].map((id, index) => ({ id, text: `Phương án ${index}` }));
  for (let number = 0; number < 4; number += 1) {
    await anItem({
      body: { prompt: `${PROMPT} ${number}?`, options, key: [KEY], rationale: RATIONALE, source: { title: SOURCE } },
    });
  }
  const blueprint = { sections: [{ title: 'Phần chung', quotas: [{ count: 3 }] }] };
  const { item } = await anItem({ body: { rationale: RATIONALE, source: { title: SOURCE } } });
  const { round } = await aContest({ slug: 'thi', items: 0, blueprint });
  const sitting = await aContestant({ unit });
  const attemptId = await started(sitting, 'thi', NOW - MINUTE);
  await save(sitting, attemptId, NOW - 50 * SECOND);
  const done = await aContestant({ unit });
  const doneId = await started(done, 'thi', NOW - 2 * MINUTE);
  await save(done, doneId, NOW - 110 * SECOND);
  await submitAttempt({ writer: writerOf(done), attemptId: doneId, now: NOW - MINUTE });
  const manager = await anAccount({ unit, grants: [{ role: 'unitManager', unit }] });
  const people = {
    visitor: { cookie: undefined, attemptId },
    sitting: { cookie: await cookieOf(sitting.accountId, NOW), attemptId },
    done: { cookie: await cookieOf(done.accountId, NOW), attemptId: doneId },
    'unit manager': { cookie: await cookieOf(manager.id, NOW), attemptId },
  };
  return { people, itemId: item.id, roundId: round.id, doneBy: done.accountId };
}

/** The parameters of every route, so that each page that there is for the world is found. */
const paramsFor = (attemptId: string): Record<string, string> => ({
  attemptId,
  contestSlug: 'thi',
  unitId: 'xa',
  itemId: world.itemId,
  itemVersionId: `${world.itemId}-v1`,
  topicSlug: '2023-que-huong-coi-nguon-cach-mang',
  lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
  section: 'general',
  act: 'rename',
  hash: 'khong-co',
});

const POST = { method: 'POST', body: new URLSearchParams(), headers: { Origin: 'http://localhost' } } as const;
/** Posting nothing to it is the act itself: it would end the attempt that the others look at. */
const ENDS = new Set(['attempts.$attemptId_.submit.ts', 'attempts.$attemptId_.check.tsx', 'sign-out.ts']);

describe('while a round runs', () => {
  test('no route gives a key, an explanation or a source of it to who must not have them', async () => {
    const leaks: string[] = [];
    let asked = 0;
    let sheets = 0;
    for (const file of routeFiles()) {
      const { loader, action } = await routeModule(file);
      for (const [person, { cookie, attemptId }] of Object.entries(world.people)) {
        const params = paramsFor(attemptId);
        const address = addressOf(file, params);
        const answers = [
          ...(loader ? [await call(loader, address, params, { cookie })] : []),
          ...(action && !ENDS.has(file) ? [await call(action, address, params, { cookie, ...POST })] : []),
        ];
        asked += answers.length;
        for (const { body, location = '' } of answers) {
          if (body.includes(PROMPT)) sheets += 1;
          // The page of own data gives back what the person chose, by the name that the option has, right or wrong.
          const chosen = file === 'account_.data.tsx' && person === 'done' ? KEY : undefined;
          const said = SECRETS.find((secret) => secret !== chosen && `${body} ${location}`.includes(secret));
          if (said !== undefined) leaks.push(`${file}, ${person}: ${said}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(asked).toBeGreaterThan(300);
    // why: a search that finds no question either would prove nothing.
    expect(sheets).toBeGreaterThan(0);
  });

  test('questions come with the opening, and not a second before', async () => {
    const late = await aContestant();
    const cookie = await cookieOf(late.accountId, OPENING - DAY);
    const { action, loader } = await routeModule('contests.$contestSlug.tsx');
    const params = { contestSlug: 'thi' };
    const begin = async (at: number) => {
      vi.setSystemTime(at);
      forgetEverything();
      const fields = new URLSearchParams({ roundId: world.roundId, round: world.roundId });
      const page = await call(loader as never, '/contests/thi', params, { cookie });
      const begun = await call(action as never, '/contests/thi', params, { ...POST, body: fields, cookie });
      return { page: page.body, ...begun };
    };
    const before = await begin(OPENING - SECOND);
    expect([before.status, before.location]).toEqual([409, undefined]);
    expect(before.page + before.body).not.toContain(PROMPT);
    const after = await begin(OPENING);
    expect(after.status).toBe(302);
    const attemptId = after.location?.split('/').at(-1) ?? '';
    const sheet = await routeModule('attempts.$attemptId.tsx');
    const shown = await call(sheet.loader as never, `/attempts/${attemptId}`, { attemptId }, { cookie });
    expect(shown.body).toContain(PROMPT);
    for (const secret of SECRETS) expect(shown.body).not.toContain(secret);
  });
});

test('who has submitted sees keys and explanations once the round is over', async () => {
  const { attemptId } = world.people.done;
  let { cookie } = world.people.done;
  const result = await routeModule('attempts.$attemptId_.result.tsx');
  const ask = async () => call(result.loader as never, `/attempts/${attemptId}/result`, { attemptId }, { cookie });
  expect((await ask()).body).not.toContain(RATIONALE);
  vi.setSystemTime(OPENING + 8 * DAY);
  forgetEverything();
  cookie = await cookieOf(world.doneBy, OPENING + 8 * DAY);
  const over = await ask();
  expect(over).toMatchObject({ status: 200, body: expect.stringContaining(RATIONALE) as string });
});
