// A sheet that is open in a browser, with the rules, the time left and the person that a test is about. It is made in the
// database of the demonstration that the browser tests run against (playwright.config.ts), through the use cases.
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright/test';
import type { Blueprint } from '#app/domain/contests/contest.ts';
import { MINUTE, SECOND, type Duration } from '#app/domain/kernel/time.ts';
import { getAnswerSheet, startAttempt } from '#app/features/attempts/index.server.ts';
import { paths } from '#app/paths.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Account, Attempt, AttemptStep, Round, Unit } from '#prisma/generated/sqlite/client.ts';
import { aContest, anAccount } from './factories.ts';
import { expect } from './playwright.ts';
import { cookieOf } from './routes.ts';

let count = 0;
const unique = (): string => `${process.pid}-${(count += 1)}-${Date.now() % 1_000_000}`;

export const SITTING_PASSWORD = 'mot hai ba bon nam';

interface SittingOverrides {
  /** How long until the deadline, ms. */
  readonly endsIn?: Duration;
  readonly grace?: Duration;
  readonly questions?: number;
  /** Left out, choices with one key. */
  readonly blueprint?: Blueprint;
  readonly rules?: NonNullable<Parameters<typeof aContest>[0]>['rules'];
  readonly kind?: 'contest' | 'practice';
}

/** An attempt that runs, and who sits it. */
export interface Sitting {
  readonly attemptId: string;
  readonly account: Account;
  readonly round: Round;
  readonly contestSlug: string;
}

/** Starts an attempt of a contest of its own. */
export async function aSitting(given: SittingOverrides = {}): Promise<Sitting> {
  const db = await database();
  const now = Date.now();
  const endsIn = given.endsIn ?? 10 * MINUTE;
  const unit: Unit = await db.unit.findFirstOrThrow({ where: { kind: 'commune' }, orderBy: { id: 'asc' } });
  const account = await anAccount({ unit, signInName: `bai-${unique()}`, password: SITTING_PASSWORD });
  const { contest, round } = await aContest({
    slug: `bai-${unique()}`,
    title: 'Cuộc thi thử trang làm bài',
    rules: { grace: given.grace ?? 2 * MINUTE, ...given.rules },
    opensAt: now - 60 * MINUTE,
    // why soon: the contest of the demonstration must stay the one that pages lead to.
    closesAt: now + 90 * MINUTE,
    duration: 20 * MINUTE,
    round: { kind: given.kind ?? 'contest' },
    items: 0,
    blueprint: given.blueprint ?? {
      sections: [{ title: 'Phần chung', quotas: [{ interaction: 'choice', count: given.questions ?? 6 }] }],
    },
  });
  const actor = { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1990, grants: [] };
  const start = () => startAttempt({ actor, contestSlug: contest.slug, now: now - 20 * MINUTE + endsIn });
  const started = await patiently(start);
  if (!started.ok) throw new Error(`the start was refused: ${started.error}`);
  return { attemptId: started.value, account, round, contestSlug: contest.slug };
}

/** why: two processes write to one SQLite file here, and a transaction that read before the other wrote has to begin anew. */
export async function patiently<T>(act: () => Promise<T>, tries = 8, pause = 50): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (tries <= 1) throw error;
    await setTimeout(pause);
    return patiently(act, tries - 1, pause * 2);
  }
}

/** Signs a browser in as who sits the attempt. */
export async function signInTo(context: BrowserContext, { account }: Sitting, origin: string): Promise<void> {
  const [name, value] = (await cookieOf(account.id, Date.now())).split('=') as [string, string];
  await context.addCookies([{ name, value, url: origin }]);
}

/** Ends all sessions of a person, as an organizer or the passing of time does. */
export async function endSessions({ account }: Sitting): Promise<void> {
  await (await database()).session.deleteMany({ where: { accountId: account.id } });
}

/** What is stored of the attempt. */
export async function storedSitting({ attemptId }: Sitting): Promise<Attempt & { steps: AttemptStep[] }> {
  return (await database()).attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { steps: { orderBy: { sequence: 'asc' } } },
  });
}

/** The places that count now, by slot, as the server has them. */
export async function savedPlaces({ attemptId, account }: Sitting): Promise<Record<number, readonly number[]>> {
  const actor = { accountId: account.id, unitId: '', unitPath: '', birthYear: 1990, grants: [] };
  const sheet = await getAnswerSheet({ actor, attemptId, now: Date.now() });
  const answered = (sheet?.questions ?? []).filter((question) => question.places.length > 0);
  return Object.fromEntries(answered.map(({ slot, places }) => [slot, places]));
}

/** The responses that count now, by slot, as they are stored and scored. */
export async function savedResponses(sitting: Sitting): Promise<Record<number, readonly string[]>> {
  const { steps } = await storedSitting(sitting);
  const said = steps.filter(({ kind }) => kind === 'responseSaved').toSorted((a, b) => a.sequence - b.sequence);
  return Object.fromEntries(said.map(({ slot, response }) => [slot, JSON.parse(response ?? '[]') as string[]]));
}

/** A notice of the organizers to everybody in the contest. */
export const aNotice = async ({ round }: Sitting, text: string): Promise<unknown> =>
  (await database()).notice.create({
    data: { contestId: round.contestId, text, actorId: 'ban-to-chuc', at: new Date() },
  });

/** Opens the sheet and waits until scripts run. */
export async function openSheet(page: Page, { attemptId }: Sitting, origin = ''): Promise<void> {
  await page.goto(origin + paths.attempt(attemptId));
  await expect(page.locator('.sheet:not(.sheet--still)')).toBeVisible();
}

export const question = (page: Page) => page.locator('fieldset.question:not([hidden])');
export const badge = (page: Page) => page.locator('.save-badge');
export const messages = (page: Page) => page.locator('.sheet__messages');

/** Goes to a question by the strip of places, and chooses a place. */
export async function answer(page: Page, slot: number, place: number): Promise<void> {
  await page
    .locator('.places button')
    .nth(slot - 1)
    .click();
  await page
    .locator(`#question-${slot} label.choice`)
    .nth(place - 1)
    .click();
}

export const isSaved = (page: Page) => expect(badge(page)).toContainText(/Đã lưu \d\d:\d\d:\d\d/);

/** How long a test waits for what the sheet does by itself: a retry comes within fifteen seconds. */
export const BY_ITSELF = { timeout: 20 * SECOND };
