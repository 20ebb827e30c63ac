// A province in which every kind of person can be asked about everything: for the table of rights of all routes.
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import type { Role } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';
import { aContestant, formOf, save, started } from './attempts.ts';
import { begun } from './drafts.ts';
import { aContest, anAccount, anAdjustment, aUnit } from './factories.ts';
import { cookieOf } from './routes.ts';

/** Everybody who asks: who nobody knows, whose things they are, and whoever has some role, here or elsewhere. */
export const ASKERS = [
  'visitor',
  'owner',
  'contestant',
  'manager',
  'blockManager',
  'neighbour',
  'organizer',
  'auditor',
  'itemAuthor',
  'itemReviewer',
  'itemApprover',
  'administrator',
] as const;
export type Asker = (typeof ASKERS)[number];

/** A grant for the units of one block alone. */
async function grantForBlock(accountId: string, { unit, block }: { unit: Unit; block: string }, now: Instant) {
  await (
    await database()
  ).grant.create({
    data: { accountId, unitId: unit.id, role: 'unitManager', block, grantedAt: new Date(now) },
  });
}

/**
 * Makes the world: units "bac" (block "xa") and "nam" under "tinh", a contest "thi" that runs, an attempt of the owner under
 * way and one of somebody in the south that is over, a draft, an item, an act of the organizers.
 */
export async function aRightsWorld(now: Instant) {
  const root = await aUnit({ id: 'tinh' });
  const north = await aUnit({ id: 'bac', parent: root, people: 20, block: 'xa' });
  const south = await aUnit({ id: 'nam', parent: root, people: 30, block: 'so' });
  const { round } = await aContest({
    slug: 'thi',
    rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } },
  });
  const owner = await aContestant({ unit: north });
  const attemptId = await started(owner, 'thi', now - 60_000);
  await save(owner, attemptId, now - 50_000);
  const other = await aContestant({ unit: south });
  const foreignAttemptId = await started(other, 'thi', now - 60_000);
  await submitAttempt({ writer: writerOf(other), attemptId: foreignAttemptId, now: now - 30_000 });

  const staff = async (role: Role, unit: Unit) =>
    (await anAccount({ unit, fullName: `Người có vai trò ${role}`, grants: [{ role, unit }] })).id;
  const organizerId = await staff('organizer', root);
  const blockManagerId = (await anAccount({ unit: root })).id;
  await grantForBlock(blockManagerId, { unit: root, block: 'xa' }, now);
  const accounts: Readonly<Record<Exclude<Asker, 'visitor'>, string>> = {
    owner: owner.accountId,
    contestant: (await aContestant({ unit: north })).accountId,
    manager: await staff('unitManager', north),
    blockManager: blockManagerId,
    neighbour: await staff('unitManager', south),
    organizer: organizerId,
    auditor: await staff('auditor', root),
    itemAuthor: await staff('itemAuthor', root),
    itemReviewer: await staff('itemReviewer', root),
    itemApprover: await staff('itemApprover', root),
    administrator: await staff('administrator', root),
  };
  const cookies: Partial<Record<Asker, string>> = {};
  for (const [asker, accountId] of Object.entries(accounts)) cookies[asker as Asker] = await cookieOf(accountId, now);

  const adjustment = await anAdjustment(round, { kind: 'extension', ms: 60_000, at: now - 40_000 });
  const drafter = {
    ...owner,
    accountId: organizerId,
    grants: [{ role: 'organizer', unitId: root.id, unitPath: root.path }],
  } as const;
  const form = await formOf(attemptId);
  const version = await (
    await database()
  ).itemVersion.findUniqueOrThrow({ where: { id: form.slots[0]?.itemVersionId ?? '' }, select: { itemId: true } });
  const own: Readonly<Record<string, string>> = {
    accountId: owner.accountId,
    adjustmentId: adjustment.id,
    act: 'rename',
    attemptId,
    ceremony: 'register',
    contestSlug: 'thi',
    draftId: await begun(drafter),
    itemId: version.itemId,
    itemVersionId: form.slots[0]?.itemVersionId ?? '',
    lessonSlug: '01-cao-bang-coi-nguon-cach-mang',
    section: 'general',
    topicSlug: '2023-que-huong-coi-nguon-cach-mang',
    type: 'csv',
    unitId: 'bac',
  };
  const foreign: Readonly<Record<string, string>> = {
    ...own,
    accountId: other.accountId,
    attemptId: foreignAttemptId,
    unitId: 'nam',
  };
  return { accounts, cookies, own, foreign };
}
