import { seededRandom, type Random } from '#app/domain/kernel/random.ts';
import { MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import {
  findOwnAttempts,
  saveResponses,
  startAttempt,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { getContest, loadContests } from '#app/features/contests/index.server.ts';
import { createSampleAccounts, sealPlainPhones } from '#app/features/identity/index.server.ts';
import { getBodies, loadItems } from '#app/features/items/index.server.ts';
import { markDemo } from '#app/features/operations/index.server.ts';
import { refreshStandings, settleRounds } from '#app/features/results/index.server.ts';
import { listUnits, loadUnits } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { ContentError } from '#app/platform/content-files.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { migrate } from '#app/platform/db/migrate.server.ts';
import { env } from '#app/platform/env.server.ts';
import { checkContent } from './check-content.ts';
import { giveSampleCategories } from './demo-categories.ts';
import { demoDuplicates } from './demo-duplicates.ts';
import { demoFactors } from './demo-factors.ts';
import { demoHeads } from './demo-heads.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, samplePeople } from './demo-people.ts';
import { demoSignals } from './demo-signals.ts';
import { serve } from './serve.ts';
import type { VerbInput } from './verb.ts';

const PEOPLE = 420;
const OPEN_CONTEST = 'tim-hieu-chuyen-de';
const PAST_CONTEST = 'que-huong-coi-nguon';

/**
 * Sets up a demonstration and serves it: content, units, an open contest, one that is over, and made-up people who have sat
 * them through the same use cases as everybody. Starting it again keeps what is there, and opens the contest again.
 */
export async function runDemo({ print }: VerbInput): Promise<boolean> {
  const at = now();
  const faults = checkContent();
  if (faults.length > 0) throw new ContentError(faults);
  await migrate();
  await sealPlainPhones();
  await markDemo(at);
  await loadUnits({ now: at });
  await loadItems({ now: at });
  await loadContests({ now: at, openNow: OPEN_CONTEST });
  const people = samplePeople(await listUnits(at), PEOPLE);
  const ids = await createSampleAccounts([...DEMO_ACCOUNTS.map(({ duty: _, ...account }) => account), ...people], at);
  await demoFactors(ids, at);
  const actors = people.map(({ signInName, unitId }) => actorOf(ids.get(signInName) ?? '', unitId));
  await sitContest(OPEN_CONTEST, actors, at);
  await giveSampleCategories(OPEN_CONTEST, actors, at);
  const twiceUnit = people[0]?.unitId ?? '';
  const twice = await demoDuplicates({ unitId: twiceUnit, now: at });
  await sitContest(
    OPEN_CONTEST,
    twice.map((id) => actorOf(id, twiceUnit)),
    at,
  );
  const newcomer = DEMO_ACCOUNTS[0];
  await sitContest(
    PAST_CONTEST,
    [...actors.slice(0, 120), ...(newcomer ? [actorOf(ids.get(newcomer.signInName) ?? '', newcomer.unitId)] : [])],
    at,
  );
  await refreshStandings();
  await settleRounds({ now: at });
  const [organizerId = '', clerkId = ''] = ['bantochuc', 'phutrach'].map((name) => ids.get(name));
  await demoHeads({ contestSlug: OPEN_CONTEST, organizerId, clerkId, now: at });
  await demoSignals(PAST_CONTEST, actors.slice(20, 30), at);
  await closeDatabase();
  await serve();
  const address = `http://localhost:${env().PORT}`;
  const accounts = DEMO_ACCOUNTS.map(({ duty, signInName }) => `  ${duty.padEnd(32)} ${signInName}`).join('\n');
  print(
    `\nBản trình diễn đang chạy tại ${address}\n\nTên đăng nhập (mật khẩu chung: ${DEMO_PASSWORD})\n${accounts}\n\nTrang xác thực hai bước của bản trình diễn tự hiện mã của người có nhiệm vụ.\n`,
    {
      address,
      password: DEMO_PASSWORD,
      accounts: DEMO_ACCOUNTS.map(({ signInName }) => signInName),
    },
  );
  return true;
}

const actorOf = (accountId: string, unitId: string): Actor => ({
  accountId,
  unitId,
  unitPath: '',
  birthYear: 1990,
  grants: [],
});

/** Lets made-up people sit a contest at instants of its past, each with a knowledge and a pace of their own. */
async function sitContest(slug: string, actors: readonly Actor[], at: Instant): Promise<void> {
  const found = await getContest(slug, at);
  if (!found) return;
  const { opensAt, closesAt, duration } = found.round;
  const asksPrediction = found.contest.rules.prediction !== undefined;
  const random = seededRandom(`sit-${slug}`);
  const last = Math.min(closesAt, at - duration - MINUTE);
  for (const actor of actors) {
    const startedAt = Math.floor(opensAt + random() ** 0.8 * (last - opensAt));
    await sit(actor, { contestSlug: slug, roundId: found.round.id, asksPrediction }, startedAt, random);
  }
}

async function sit(
  actor: Actor,
  { contestSlug, roundId, asksPrediction }: { contestSlug: string; roundId: string; asksPrediction: boolean },
  startedAt: Instant,
  random: Random,
): Promise<void> {
  const knowledge = 0.35 + 0.65 * Math.sqrt(random());
  // why: the demonstration may be started again, and a contest may allow a second attempt.
  if ((await findOwnAttempts(undefined, actor.accountId, { roundId })).length > 0) return;
  const started = await startAttempt({ actor, contestSlug, roundId, now: startedAt });
  if (!started.ok) return;
  const attemptId = started.value;
  const attempts = await findOwnAttempts(undefined, actor.accountId, { roundId });
  const attempt = attempts.find((each) => each.id === attemptId);
  if (attempt?.state !== 'inProgress') return;
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const saves = attempt.form.slots
    .filter(() => random() < 0.98)
    .map(({ slot, itemVersionId, optionOrder }) => {
      const key = bodies.get(itemVersionId)?.key ?? [];
      const guess = 1 + Math.floor(random() * optionOrder.length);
      const places = random() < knowledge ? key.map((id) => optionOrder.indexOf(id) + 1) : [guess];
      return { slot, places, key: `mau-${attemptId}-${slot}` };
    });
  const finishedAt = startedAt + Math.round((75 + random() * 600) * SECOND);
  const prediction = asksPrediction ? { value: guessedPeople(random), key: `mau-${attemptId}-doan` } : undefined;
  const answers = { saves, ...(prediction ? { prediction } : {}) };
  const saved = await saveResponses({
    writer: writerOf(actor),
    attemptId,
    seen: 1,
    ...answers,
    now: finishedAt - SECOND,
  });
  if (saved.ok) await submitAttempt({ writer: writerOf(actor), attemptId, now: finishedAt });
}

/** Most people guess near the number that takes part, some far off. */
const guessedPeople = (random: Random): number => Math.round(121 * (0.4 + random() + random() * 0.4));
