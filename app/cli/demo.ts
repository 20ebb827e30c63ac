import type { Actor } from '#app/domain/identity/actor.ts';
import { loadContests } from '#app/features/contests/index.server.ts';
import { createSampleAccounts, sealPlainPhones } from '#app/features/identity/index.server.ts';
import { loadItems } from '#app/features/items/index.server.ts';
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
import { demoFastSitting } from './demo-fast.ts';
import { demoOversight } from './demo-oversight.ts';
import { demoSignals } from './demo-signals.ts';
import { sitContest } from './demo-sittings.ts';
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
  const askedId = ids.get('thisinh2') ?? '';
  await demoFastSitting(PAST_CONTEST, { accountId: askedId, unitId: twiceUnit }, at);
  await refreshStandings();
  await settleRounds({ now: at });
  const [organizerId = '', clerkId = ''] = ['bantochuc', 'phutrach'].map((name) => ids.get(name));
  await demoHeads({ contestSlug: OPEN_CONTEST, organizerId, clerkId, now: at });
  await demoSignals(PAST_CONTEST, actors.slice(20, 30), at);
  await demoOversight({ slug: PAST_CONTEST, ids, askedId, now: at });
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
