// Every route of app/routes, asked by everybody, with everything that people and machines may send.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { aContestant, formOf, save, started } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, anAdjustment, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, paramsOf, routeFiles, routeModule } from '#tests/support/routes.ts';
import { begun } from '#tests/support/drafts.ts';
import { rowCounts, type Table } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

const PEOPLE = ['visitor', 'contestant', 'neighbour', 'organizer'] as const;
type Person = (typeof PEOPLE)[number];

interface Expected {
  /** Status of the page for each of PEOPLE, in that order, at an address that is the contestant's own. */
  readonly get?: readonly [number, number, number, number];
  /** Status of an empty post for each of PEOPLE, and what rows it makes or takes; nothing where it is left out. */
  readonly post?: readonly [number, number, number, number];
  /** Tables in which a post with an empty or a foolish body changes rows all the same, as the post itself is the act. */
  readonly changes?: readonly Table[];
}

const OPEN = [200, 200, 200, 200] as const;
const REDIRECT = [302, 302, 302, 302] as const;
/** The attempt is the contestant's: visitors sign in first, for everybody else there is none. */
const OWN = [302, 200, 404, 404] as const;
const ORGANIZERS = [302, 403, 403, 200] as const;
/** Only administrators, and there is none here. */
const NOBODY = [302, 403, 403, 403] as const;
const NOBODY_POSTS = [401, 403, 403, 403] as const;
/** An empty form of a page for organizers. */
const CONDUCT = [401, 403, 403, 422] as const;
/** An empty form about a draft: it comes from nobody who has seen the draft. */
const DRAFT = [401, 403, 403, 409] as const;
/** Here an empty object is the whole act: its owner is not among those who post foolish things. */
const ACTS = new Set(['attempts.$attemptId_.submit.ts']);
const INVALID = [422, 422, 422, 422] as const;

/** What routes of files with names ask in their address: why they are taken. */
const REASON = '?reason=nhac-du-thi';
const QUERIES: Readonly<Record<string, string>> = {
  'units.$unitId_.missing[.]xlsx.ts': REASON,
  'units.$unitId_.roster_.file[.]xlsx.ts': REASON,
};

const ROUTES: Readonly<Record<string, Expected>> = {
  '$.tsx': { get: [404, 404, 404, 404], post: [404, 404, 404, 404] },
  '_index.tsx': { get: OPEN },
  'accessibility.tsx': { get: OPEN },
  // A script's address: a browser that opens it is led to the page.
  'account_.passkeys.$ceremony.ts': { get: REDIRECT, post: [401, 422, 422, 422] },
  'account_.second-factor.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'account_.sessions.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'account_.step-up.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  // The signal is about nobody here: there is none.
  'account_.signals.$signalId.tsx': { get: [302, 404, 404, 404], post: [401, 404, 404, 404] },
  'account_.data.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'account_.data_.consents.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'account_.data_.erase.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  // An address that names no type of file.
  'account_.data_.file.$type.ts': { get: [302, 404, 404, 404] },
  'account_.data_.looks.tsx': { get: [302, 200, 200, 200] },
  'account_.unit.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'account_.email.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'account.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'attempts.$attemptId.tsx': { get: OWN, post: [401, 302, 404, 404] },
  'attempts.$attemptId_.check.tsx': {
    get: OWN,
    post: [401, 302, 404, 404],
    changes: ['attemptStep', 'outcome', 'standing', 'auditEntry'],
  },
  // A stream: it answers with the first state and goes on.
  'attempts.$attemptId_.events.ts': { get: [401, 200, 404, 404] },
  'attempts.$attemptId_.responses.ts': { get: REDIRECT, post: [401, 422, 422, 422] },
  // The attempt runs: its result leads back to the sheet.
  'attempts.$attemptId_.result.tsx': { get: [302, 302, 404, 404] },
  'attempts.$attemptId_.state.ts': { get: [401, 200, 404, 404] },
  'attempts.$attemptId_.submit.ts': { get: REDIRECT, post: [401, 422, 422, 422] },
  // Whoever organizes contests may not enter.
  // An address that is no code: what every wrong code is told.
  'confirm.$code.tsx': { get: [404, 404, 404, 404], post: INVALID },
  'confirm._index.tsx': { get: OPEN },
  'contests.$contestSlug.tsx': {
    get: OPEN,
    post: [401, 302, 302, 403],
    changes: ['attempt', 'attemptStep', 'participation', 'auditEntry'],
  },
  'contests.$contestSlug_.blocks.tsx': { get: OPEN },
  'contests.$contestSlug_.categories.tsx': { get: [302, 200, 200, 200], post: [401, 422, 422, 422] },
  'contests.$contestSlug_.confirmation.tsx': { get: [302, 200, 200, 200] },
  'contests.$contestSlug_.leaderboard.tsx': { get: OPEN },
  'contests.$contestSlug_.rules.tsx': { get: OPEN },
  'contests.$contestSlug_.units.tsx': { get: OPEN },
  'contests._index.tsx': { get: OPEN },
  'forgotten.tsx': { get: OPEN, post: INVALID },
  'health.ts': { get: OPEN },
  'manage._index.tsx': { get: ORGANIZERS },
  // A file needs a period.
  'manage.audit.tsx': { get: ORGANIZERS },
  'manage.audit_.file.ts': { get: [302, 403, 403, 422] },
  'manage.contests.$contestSlug_.reports.tsx': { get: ORGANIZERS, post: CONDUCT },
  'units.$unitId_.reports.tsx': { get: ORGANIZERS, post: CONDUCT },
  // Nothing was made yet: there is no file and no week.
  'units.$unitId_.reports_.file.ts': { get: [302, 403, 403, 404] },
  'units.$unitId_.reports_.preview.tsx': { get: [302, 403, 403, 404] },
  'units.$unitId_.reports_.setting.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.analysis-method.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.blueprint.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.analysis.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.analysis[.]csv.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.analysis[.]xlsx.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.analysis_.$itemVersionId.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.conduct.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.conduct_.board.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.conduct_.extend.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.conduct_.extra-time.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.conduct_.hall.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.conduct_.notices.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.conduct_.pause.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.conduct_.undo.$adjustmentId.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.description[.]yml.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.keys.tsx': { get: ORGANIZERS },
  // No attempt, no proposal and no pair of accounts has that id.
  'manage.contests.$contestSlug_.attempts.$attemptId.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.contests.$contestSlug_.rulings.tsx': { get: ORGANIZERS },
  'manage.duplicates.tsx': { get: ORGANIZERS },
  'manage.duplicates_.$pairId.tsx': { get: [302, 403, 403, 404], post: [401, 403, 403, 404] },
  'manage.duplicates_.merges.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.proposals.tsx': { get: ORGANIZERS },
  'manage.proposals_.$proposalId.tsx': { get: [302, 403, 403, 404], post: [401, 403, 403, 404] },
  // It is about an item, which the address names.
  'manage.contests.$contestSlug_.keys_.preview.tsx': { get: [302, 403, 403, 404], post: [401, 403, 403, 404] },
  'manage.contests.$contestSlug_.papers.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.papers[.]zip.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.signals.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.signals_.$signalId.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.contests.$contestSlug_.results.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.results[.]csv.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.results[.]json.ts': { get: ORGANIZERS },
  // The round runs: nothing is settled.
  'manage.contests.$contestSlug_.sealed.tsx': { get: ORGANIZERS, post: [401, 403, 403, 409] },
  'manage.contests.$contestSlug_.sealed_.$exportId[.]zip.ts': { get: [302, 403, 403, 404] },
  'manage.contests.new.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.data-requests.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.drafts.$draftId.tsx': { get: ORGANIZERS },
  'manage.drafts.$draftId_.description[.]yml.ts': { get: ORGANIZERS },
  'manage.drafts.$draftId_.discard.tsx': { get: ORGANIZERS, post: DRAFT },
  'manage.drafts.$draftId_.preview-paper.tsx': { get: ORGANIZERS },
  'manage.drafts.$draftId_.preview.tsx': { get: ORGANIZERS },
  'manage.drafts.$draftId_.publish.tsx': { get: ORGANIZERS, post: DRAFT },
  'manage.drafts.$draftId_.sections.$section.tsx': { get: ORGANIZERS, post: DRAFT },
  // No item has that id: who may not read items is not told so.
  'manage.items.$itemId.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.items.$itemId_.history.tsx': { get: [302, 403, 403, 404] },
  'manage.items.$itemId_.image.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.items.$itemId_.review.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.items.$itemId_.save.ts': { get: REDIRECT, post: CONDUCT },
  'manage.items._index.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.items.batches.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.items.coverage.tsx': { get: ORGANIZERS },
  'manage.items.export.tsx': { get: ORGANIZERS },
  // Without a format there is no file: it leads to the page where one is chosen.
  'manage.items.export_.file.ts': { get: [302, 403, 403, 302] },
  'manage.items.import.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.items.import_.$jobId.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.items.import_.$jobId_.report[.]csv.ts': { get: [302, 403, 403, 404] },
  'manage.items.import_.template[.]xlsx.ts': { get: ORGANIZERS },
  'manage.items.new.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.items.team.tsx': { get: ORGANIZERS, post: CONDUCT },
  // Accounts of others are for administrators alone.
  'manage.messages.tsx': { get: NOBODY, post: NOBODY_POSTS },
  'manage.people.$accountId.tsx': { get: NOBODY, post: NOBODY_POSTS },
  'manage.people._index.tsx': { get: NOBODY },
  'manage.units.$unitId.tsx': { get: ORGANIZERS },
  'manage.units.$unitId_.$act.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.units._index.tsx': { get: ORGANIZERS },
  'manage.units.changes._index.tsx': { get: ORGANIZERS },
  // No change of units and no file has that id.
  'manage.units.changes_.$changeId.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.units.import.tsx': { get: ORGANIZERS, post: CONDUCT },
  'manage.units.import_.$importId.tsx': { get: [302, 403, 403, 404], post: CONDUCT },
  'manage.units.import_.template[.]xlsx.ts': { get: ORGANIZERS },
  'manage.units.tree[.]csv.ts': { get: ORGANIZERS },
  'manage.units.tree[.]xlsx.ts': { get: ORGANIZERS },
  'media.$mediaId.ts': { get: [404, 404, 404, 404] },
  'preferences.ts': { get: REDIRECT, post: REDIRECT },
  'privacy.tsx': { get: OPEN },
  'ready.ts': { get: OPEN },
  'recover.tsx': { get: OPEN, post: INVALID },
  'register.tsx': { get: [200, 302, 302, 302], post: INVALID },
  'register_.task.ts': { get: OPEN },
  // No identity provider is set here: nothing waits, and nothing comes back.
  'sign-in_.provider.tsx': { get: REDIRECT, post: INVALID },
  'sign-in_.provider_.callback.tsx': { get: [404, 404, 404, 404] },
  'sign-in.tsx': { get: [200, 302, 302, 302], post: INVALID },
  // Nobody here has roles that are held back: there is nothing to do, and it leads on.
  'sign-in_.second-factor.tsx': { get: REDIRECT, post: [401, 422, 422, 422] },
  'sign-out.ts': { get: REDIRECT, post: REDIRECT, changes: ['session', 'auditEntry'] },
  'topics.$topicSlug.tsx': { get: OPEN },
  'topics.$topicSlug_.$lessonSlug.tsx': { get: OPEN, post: INVALID },
  'topics._index.tsx': { get: OPEN },
  // The organizer's look at names is recorded; the contestant is of the unit, and sees none.
  'units.$unitId.tsx': { get: OPEN },
  // The neighbour is in charge of another unit.
  'units.$unitId_.charges.tsx': { get: ORGANIZERS, post: CONDUCT },
  'units.$unitId_.code[.]png.ts': { get: ORGANIZERS },
  'units.$unitId_.figures.$type.ts': { get: [302, 403, 403, 404] },
  'units.$unitId_.headcounts.tsx': { get: ORGANIZERS, post: CONDUCT },
  'units.$unitId_.headcounts[.]xlsx.ts': { get: ORGANIZERS },
  'units.$unitId_.headcounts_.import.tsx': { get: ORGANIZERS, post: CONDUCT },
  'units.$unitId_.missing.tsx': { get: ORGANIZERS },
  'units.$unitId_.missing[.]xlsx.ts': { get: ORGANIZERS },
  'units.$unitId_.recovery.tsx': { get: ORGANIZERS, post: CONDUCT },
  'units.$unitId_.targets.tsx': { get: ORGANIZERS, post: CONDUCT },
  // A roster is never shown outside of its unit, not to the organizers either.
  'units.$unitId_.roster.tsx': { get: [302, 403, 403, 403], post: [401, 403, 403, 403] },
  'units.$unitId_.roster_.file[.]xlsx.ts': { get: [302, 403, 403, 403] },
  'units.$unitId_.roster_.import.tsx': { get: [302, 403, 403, 403], post: [401, 403, 403, 403] },
  'units.$unitId_.roster_.review.tsx': { get: [302, 403, 403, 403], post: [401, 403, 403, 403] },
  'units.$unitId_.roster_.template[.]xlsx.ts': { get: [302, 403, 403, 403] },
  'units.$unitId_.transfers.tsx': { get: ORGANIZERS, post: CONDUCT },
  'units._index.tsx': { get: OPEN },
  'units.search.ts': { get: OPEN },
};

/** Pages that nobody sees without signing in, and where the sign-in must lead back to. */
const PROTECTED = Object.entries(ROUTES).flatMap(([file, { get }]) =>
  get && get[0] === 302 && get !== REDIRECT ? [file] : [],
);

/** A province with a contest that runs; the contestant's own attempt is under way, and another person's is over. */
async function aWorld() {
  const root = await aUnit({ id: 'tinh' });
  const north = await aUnit({ id: 'bac', parent: root, people: 20 });
  const south = await aUnit({ id: 'nam', parent: root, people: 30 });
  const { round } = await aContest({
    slug: 'thi',
    rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } },
  });
  const contestant = await aContestant({ unit: north });
  const attemptId = await started(contestant, 'thi', NOW - 60_000);
  await save(contestant, attemptId, NOW - 50_000);
  const other = await aContestant({ unit: south });
  const othersAttemptId = await started(other, 'thi', NOW - 60_000);
  await submitAttempt({ writer: writerOf(other), attemptId: othersAttemptId, now: NOW - 30_000 });
  const neighbour = await anAccount({ unit: south, grants: [{ role: 'unitManager', unit: south }] });
  const organizer = await anAccount({ unit: root, grants: [{ role: 'organizer', unit: root }] });
  const cookies: Record<Person, string | undefined> = {
    visitor: undefined,
    contestant: await cookieOf(contestant.accountId, NOW),
    neighbour: await cookieOf(neighbour.id, NOW),
    organizer: await cookieOf(organizer.id, NOW),
  };
  const adjustment = await anAdjustment(round, { kind: 'extension', ms: 60_000, at: NOW - 40_000 });
  const manager = { ...contestant, grants: [{ role: 'organizer', unitId: root.id, unitPath: root.path }] } as const;
  const own: Readonly<Record<string, string>> = {
    attemptId,
    accountId: contestant.accountId,
    adjustmentId: adjustment.id,
    contestSlug: 'thi',
    itemVersionId: (await formOf(attemptId)).slots[0]?.itemVersionId ?? '',
    draftId: await begun(manager),
    section: 'general',
    act: 'rename',
    ceremony: 'register',
    changeId: 'khong-co',
    importId: 'khong-co',
    exportId: 'khong-co',
    unitId: 'bac',
    topicSlug: '2023-que-huong-coi-nguon-cach-mang',
    lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
  };
  const foreign: Readonly<Record<string, string>> = { ...own, attemptId: othersAttemptId, unitId: 'nam' };
  return { cookies, own, foreign, ids: { account: other.accountId, round: 'khong-co' } };
}

type World = Awaited<ReturnType<typeof aWorld>>;

/** Values for every parameter of a route that no page has. */
const BAD_VALUES = [
  '',
  'khong-co',
  'x'.repeat(5_000),
  '../',
  '../../etc/passwd',
  '%',
  '%00',
  'a\u0000b',
  '\ud800',
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '-1',
  '𝕏 Đơn vị',
];

const filled = (file: string, value: string): Record<string, string> =>
  Object.fromEntries(paramsOf(file).map((name) => [name, value]));

/** The address of a route with what it asks in its query. */
const askedAddress = (file: string, params: Record<string, string>): string =>
  addressOf(file, params) + (QUERIES[file] ?? '');

/** An address as a request can carry it: what no address can hold is left to the params alone. */
function addressOfSafely(file: string, params: Record<string, string>): string {
  try {
    return askedAddress(file, params);
  } catch {
    return askedAddress(file, {});
  }
}

describe('the list of routes', () => {
  test('names every file of app/routes, and says what each answers to', async () => {
    expect(Object.keys(ROUTES).toSorted()).toEqual(routeFiles());
    for (const file of routeFiles()) {
      const { loader, action } = await routeModule(file);
      expect([file, loader !== undefined, action !== undefined]).toEqual([
        file,
        ROUTES[file]?.get !== undefined,
        ROUTES[file]?.post !== undefined,
      ]);
    }
  });

  test('has the pages that want somebody who is signed in', () => {
    expect(PROTECTED).toEqual([
      'account_.second-factor.tsx',
      'account_.sessions.tsx',
      'account_.step-up.tsx',
      'account_.signals.$signalId.tsx',
      'account_.data.tsx',
      'account_.data_.consents.tsx',
      'account_.data_.erase.tsx',
      'account_.data_.file.$type.ts',
      'account_.data_.looks.tsx',
      'account_.unit.tsx',
      'account_.email.tsx',
      'account.tsx',
      'attempts.$attemptId.tsx',
      'attempts.$attemptId_.check.tsx',
      'attempts.$attemptId_.result.tsx',
      'contests.$contestSlug_.categories.tsx',
      'contests.$contestSlug_.confirmation.tsx',
      'manage._index.tsx',
      'manage.audit.tsx',
      'manage.audit_.file.ts',
      'manage.contests.$contestSlug_.reports.tsx',
      'units.$unitId_.reports.tsx',
      'units.$unitId_.reports_.file.ts',
      'units.$unitId_.reports_.preview.tsx',
      'units.$unitId_.reports_.setting.tsx',
      'manage.analysis-method.tsx',
      'manage.contests.$contestSlug.tsx',
      'manage.contests.$contestSlug_.blueprint.tsx',
      'manage.contests.$contestSlug_.analysis.tsx',
      'manage.contests.$contestSlug_.analysis[.]csv.ts',
      'manage.contests.$contestSlug_.analysis[.]xlsx.ts',
      'manage.contests.$contestSlug_.analysis_.$itemVersionId.tsx',
      'manage.contests.$contestSlug_.conduct.tsx',
      'manage.contests.$contestSlug_.conduct_.board.tsx',
      'manage.contests.$contestSlug_.conduct_.extend.tsx',
      'manage.contests.$contestSlug_.conduct_.extra-time.tsx',
      'manage.contests.$contestSlug_.conduct_.hall.tsx',
      'manage.contests.$contestSlug_.conduct_.notices.tsx',
      'manage.contests.$contestSlug_.conduct_.pause.tsx',
      'manage.contests.$contestSlug_.conduct_.undo.$adjustmentId.tsx',
      'manage.contests.$contestSlug_.description[.]yml.ts',
      'manage.contests.$contestSlug_.keys.tsx',
      'manage.contests.$contestSlug_.attempts.$attemptId.tsx',
      'manage.contests.$contestSlug_.rulings.tsx',
      'manage.duplicates.tsx',
      'manage.duplicates_.$pairId.tsx',
      'manage.duplicates_.merges.tsx',
      'manage.proposals.tsx',
      'manage.proposals_.$proposalId.tsx',
      'manage.contests.$contestSlug_.keys_.preview.tsx',
      'manage.contests.$contestSlug_.papers.tsx',
      'manage.contests.$contestSlug_.papers[.]zip.ts',
      'manage.contests.$contestSlug_.signals.tsx',
      'manage.contests.$contestSlug_.signals_.$signalId.tsx',
      'manage.contests.$contestSlug_.results.tsx',
      'manage.contests.$contestSlug_.results[.]csv.ts',
      'manage.contests.$contestSlug_.results[.]json.ts',
      'manage.contests.$contestSlug_.sealed.tsx',
      'manage.contests.$contestSlug_.sealed_.$exportId[.]zip.ts',
      'manage.contests.new.tsx',
      'manage.data-requests.tsx',
      'manage.drafts.$draftId.tsx',
      'manage.drafts.$draftId_.description[.]yml.ts',
      'manage.drafts.$draftId_.discard.tsx',
      'manage.drafts.$draftId_.preview-paper.tsx',
      'manage.drafts.$draftId_.preview.tsx',
      'manage.drafts.$draftId_.publish.tsx',
      'manage.drafts.$draftId_.sections.$section.tsx',
      'manage.items.$itemId.tsx',
      'manage.items.$itemId_.history.tsx',
      'manage.items.$itemId_.image.tsx',
      'manage.items.$itemId_.review.tsx',
      'manage.items._index.tsx',
      'manage.items.batches.tsx',
      'manage.items.coverage.tsx',
      'manage.items.export.tsx',
      'manage.items.export_.file.ts',
      'manage.items.import.tsx',
      'manage.items.import_.$jobId.tsx',
      'manage.items.import_.$jobId_.report[.]csv.ts',
      'manage.items.import_.template[.]xlsx.ts',
      'manage.items.new.tsx',
      'manage.items.team.tsx',
      'manage.messages.tsx',
      'manage.people.$accountId.tsx',
      'manage.people._index.tsx',
      'manage.units.$unitId.tsx',
      'manage.units.$unitId_.$act.tsx',
      'manage.units._index.tsx',
      'manage.units.changes._index.tsx',
      'manage.units.changes_.$changeId.tsx',
      'manage.units.import.tsx',
      'manage.units.import_.$importId.tsx',
      'manage.units.import_.template[.]xlsx.ts',
      'manage.units.tree[.]csv.ts',
      'manage.units.tree[.]xlsx.ts',
      'units.$unitId_.charges.tsx',
      'units.$unitId_.code[.]png.ts',
      'units.$unitId_.figures.$type.ts',
      'units.$unitId_.headcounts.tsx',
      'units.$unitId_.headcounts[.]xlsx.ts',
      'units.$unitId_.headcounts_.import.tsx',
      'units.$unitId_.missing.tsx',
      'units.$unitId_.missing[.]xlsx.ts',
      'units.$unitId_.recovery.tsx',
      'units.$unitId_.targets.tsx',
      'units.$unitId_.roster.tsx',
      'units.$unitId_.roster_.file[.]xlsx.ts',
      'units.$unitId_.roster_.import.tsx',
      'units.$unitId_.roster_.review.tsx',
      'units.$unitId_.roster_.template[.]xlsx.ts',
      'units.$unitId_.transfers.tsx',
    ]);
  });
});

const GETS = Object.entries(ROUTES).flatMap(([file, { get }]) => (get ? [[file, get] as const] : []));
const POSTS = Object.entries(ROUTES).flatMap(([file, { post, changes }]) =>
  post ? [[file, post, changes ?? []] as const] : [],
);

describe('who may see', () => {
  test.each(GETS)('%s', async (file, expected) => {
    const { loader } = await routeModule(file);
    const { cookies, own } = await aWorld();
    const address = askedAddress(file, own);
    for (const [index, person] of PEOPLE.entries()) {
      const answer = await call(loader as never, address, own, { cookie: cookies[person] });
      expect([person, answer.status]).toEqual([person, expected[index]]);
      if (person === 'visitor' && PROTECTED.includes(file)) {
        expect(answer.location).toBe(`/sign-in?returnTo=${encodeURIComponent(address)}`);
      }
    }
  });

  test.each(GETS)("%s with other people's ids, and nothing of theirs is told", async (file, expected) => {
    const { loader } = await routeModule(file);
    const { cookies, foreign } = await aWorld();
    // why not of organizers' pages: who may not open those is told nothing of whose attempt it is.
    const isAttempt = paramsOf(file).includes('attemptId') && expected !== REDIRECT && !file.startsWith('manage.');
    for (const person of PEOPLE) {
      const answer = await call(loader as never, askedAddress(file, foreign), foreign, { cookie: cookies[person] });
      expect(answer.status, person).toBeLessThan(500);
      if (isAttempt) expect([person, answer.status]).toEqual([person, person === 'visitor' ? expected[0] : 404]);
    }
  });
});

describe('nonsense in an address', () => {
  test.each(GETS.filter(([file]) => paramsOf(file).length > 0))('is no fault of %s', async (file, expected) => {
    const { loader } = await routeModule(file);
    const { cookies } = await aWorld();
    const before = await rowCounts();
    for (const value of BAD_VALUES) {
      const params = filled(file, value);
      for (const person of PEOPLE) {
        const answer = await call(loader as never, addressOfSafely(file, params), params, { cookie: cookies[person] });
        // why not the redirect of a result: it leads to a sheet, and there is none.
        const usual = file.includes('_.result.') && person === 'contestant' ? 404 : expected[PEOPLE.indexOf(person)];
        expect([value.slice(0, 20), person, usual === 200 ? 404 : usual]).toEqual([
          value.slice(0, 20),
          person,
          answer.status,
        ]);
      }
      const none = await call(loader as never, addressOfSafely(file, {}), {}, { cookie: cookies.contestant });
      expect(none.status).toBeLessThan(500);
    }
    expect(await rowCounts()).toEqual(before);
  });

  test.each(GETS)('is no fault of %s when it stands in the query', async (file) => {
    const { loader } = await routeModule(file);
    const { cookies, own } = await aWorld();
    for (const value of [
      '',
      '-1',
      '1e400',
      'NaN',
      '9'.repeat(400),
      'x'.repeat(5_000),
      'a\u0000b',
      '../',
      '//evil.example',
    ]) {
      const query = new URLSearchParams(
        [
          'q',
          'page',
          'contest',
          'unit',
          'returnTo',
          'saved',
          'block',
          'sort',
          'order',
          'dir',
          'round',
          'by',
          'item',
          'kind',
        ].map((name) => [name, value]),
      );
      const cookie = cookies.organizer;
      const answer = await call(loader as never, `${addressOf(file, own)}?${query.toString()}`, own, { cookie });
      expect(answer.status, value.slice(0, 20)).toBeLessThan(500);
      expect(answer.location ?? '/', value.slice(0, 20)).toMatch(/^\/(?!\/)/u);
    }
  });

  test.each(GETS)('is no fault of %s when it stands in a cookie', async (file) => {
    const { loader } = await routeModule(file);
    const { own } = await aWorld();
    for (const cookie of [
      'tim_hieu=',
      `tim_hieu=${'a'.repeat(40)}`,
      `tim_hieu=${'x'.repeat(5_000)}`,
      'display=%%%; ;=;',
    ]) {
      const answer = await call(loader as never, addressOf(file, own), own, { cookie });
      expect(answer.status, cookie.slice(0, 20)).toBe(ROUTES[file]?.get?.[0]);
    }
  });
});

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const form = (body: string): RequestInit => ({ method: 'POST', headers: FORM, body });
const json = (body: string): RequestInit => ({ method: 'POST', headers: JSON_TYPE, body });
const MANY = 20_000;

/** Posts that no page of ours sends. */
const bodies = (world: World): Readonly<Record<string, RequestInit>> => ({
  'no body': { method: 'POST' },
  'an empty form': form(''),
  garbage: form('\u0000\u0001%%%&&&===\uffff'),
  'bytes without a type': { method: 'POST', body: new Uint8Array([0, 255, 254, 128]) },
  'half a file': {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nConten',
  },
  'thousands of fields': form(Array.from({ length: MANY }, (_, index) => `f${index}=1`).join('&')),
  'one field thousands of times': form('intent=password&'.repeat(MANY)),
  'one question thousands of times': form('was1=&'.repeat(MANY)),
  'one place thousands of times': form(`was1=1&${'q1=2&'.repeat(MANY)}`),
  'a very long text': form(`fullName=${'ơ'.repeat(40_000)}&signInName=${'x'.repeat(40_000)}`),
  'answers that no paper has': form('was999=&q999=1&was1=1&q1=99&q1=-1&q1=NaN&q1=1e309'),
  'fields that no form has': form(
    `intent=board-name&showsFullName=yes&role=administrator&accountId=${world.ids.account}&score=20&isRanked=true`,
  ),
  'fields that stand in every object': form('__proto__=1&constructor=1&toString=1&intent=__proto__'),
  'characters that no database takes': form('signInName=nong%00van&password=a%00b&fullName=A%00B&unitQuery=a%00b'),
  'an empty object': json('{}'),
  'no JSON': json('{"seen":'),
  'wrong types': json('{"seen":"0","saves":{"slot":1}}'),
  null: json('null'),
  'a list': json('[1,2,3]'),
  'numbers beyond measure': json('{"seen":1e308,"saves":[{"slot":1e308,"places":[1e308],"key":"khoa-qua-lon"}]}'),
  'more than a paper has': json(
    JSON.stringify({
      seen: 0,
      saves: Array.from({ length: 501 }, (_, index) => ({ slot: 1, places: [1], key: `khoa-${index}-qua-nhieu` })),
    }),
  ),
  'fields that are not asked for': json(
    '{"seen":0,"saves":[{"slot":1,"places":[1],"key":"khoa-them-truong","mark":1}],"score":20}',
  ),
  'a place twice': json('{"seen":0,"saves":[{"slot":1,"places":[1,1],"key":"khoa-hai-lan"}]}'),
  'a key that no database takes': json('{"seen":0,"saves":[{"slot":1,"places":[1],"key":"khoa\\u0000khong-duoc"}]}'),
  'a very deep object': json(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
});

describe('a foolish post', () => {
  test.each(POSTS)('to %s is refused with a status, and changes nothing', async (file, expected, changes) => {
    const { action } = await routeModule(file);
    const world = await aWorld();
    const { cookies, own } = world;
    const before = await rowCounts();
    for (const [name, init] of Object.entries(bodies(world))) {
      for (const person of [
        'visitor',
        'neighbour',
        ...(changes.length > 0 || ACTS.has(file) ? [] : ['contestant']),
      ] as Person[]) {
        if (person === 'neighbour' && changes.length > 0 && expected[2] < 400) continue;
        const answer = await call(action as never, addressOf(file, own), own, { ...init, cookie: cookies[person] });
        expect(answer.status, `${name}, ${person}`).toBeLessThan(500);
        if (expected[PEOPLE.indexOf(person)] === 401) expect([name, answer.status]).toEqual([name, 401]);
      }
    }
    const after = await rowCounts();
    expect(after).toEqual(before);
  });

  test.each(POSTS)('without a body to %s gets the status that is promised', async (file, expected, changes) => {
    const { action } = await routeModule(file);
    const { cookies, own } = await aWorld();
    const before = await rowCounts();
    for (const [index, person] of PEOPLE.entries()) {
      const answer = await call(action as never, addressOf(file, own), own, { ...form(''), cookie: cookies[person] });
      expect([person, answer.status]).toEqual([person, expected[index]]);
      if (person === 'visitor') expect(await rowCounts()).toEqual(before);
    }
    const changed = Object.entries(await rowCounts()).filter(([table, rows]) => rows !== before[table as Table]);
    expect(changed.map(([table]) => table).toSorted()).toEqual(changes.toSorted());
  });

  test.each(POSTS.filter(([file]) => paramsOf(file).length > 0))(
    "to %s with nonsense or other people's ids in the address changes nothing",
    async (file, _, changes) => {
      const { action } = await routeModule(file);
      const world = await aWorld();
      const before = await rowCounts();
      const places = [
        ...BAD_VALUES.map((value) => filled(file, value)),
        {},
        ...(paramsOf(file).includes('attemptId') ? [{ ...world.foreign }] : []),
      ];
      for (const params of places) {
        for (const init of [
          form('intent=read'),
          form('was1=1&q1=2'),
          json('{"seen":0,"saves":[{"slot":1,"places":[1],"key":"khoa-dia-chi"}]}'),
        ]) {
          const { cookies } = world;
          const answer = await call(action as never, addressOfSafely(file, params), params, {
            ...init,
            cookie: cookies.contestant,
          });
          expect(answer.status, JSON.stringify(params).slice(0, 40)).toBeGreaterThanOrEqual(400);
          expect(answer.status, JSON.stringify(params).slice(0, 40)).toBeLessThan(500);
        }
      }
      expect([file, changes, await rowCounts()]).toEqual([file, changes, before]);
    },
  );
});

test('a sheet that takes an answer back thousands of times takes it back once', async () => {
  const file = 'attempts.$attemptId.tsx';
  const { action } = await routeModule(file);
  const { cookies, own } = await aWorld();
  const before = await rowCounts();
  const init = { ...form('was1=1&'.repeat(MANY)), cookie: cookies.contestant };
  expect((await call(action as never, addressOf(file, own), own, init)).status).toBe(302);
  expect(await rowCounts()).toEqual({ ...before, attemptStep: before.attemptStep + 1 });
});
