import type { Contest, Entry, RoundKind } from '#app/domain/contests/contest.ts';
import {
  checkPapers,
  keptCategories,
  mayEnter,
  type Entrant,
  type EntryPapers,
  type EntryRefusal,
} from '#app/domain/contests/entry.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { openQuestions, startBlockedBy } from '#app/domain/privacy/consents.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Category } from '#app/domain/units/category.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { blockOf } from './block-of.ts';
import {
  beginToCount,
  createParticipation,
  findDataConsents,
  findParticipation,
  isBoardMember,
  type ParticipationRow,
} from './participation.repo.server.ts';

/** What entry looks at in an actor. Unit and year of birth are those of the entry, for somebody who has entered. */
async function entrantOf(tx: Tx | undefined, contest: Contest, actor: Actor, now: Instant): Promise<Entrant> {
  const index = await getUnitIndex(now);
  const place = index.get(actor.unitId);
  const organizes =
    // why held roles too: who organizes does not become a contestant by leaving the second factor out.
    [...actor.grants.map((grant) => grant.role), ...(actor.heldRoles ?? [])].some((role) => role !== 'unitManager') ||
    (await isBoardMember(tx, { contestId: contest.id, accountId: actor.accountId }));
  return {
    birthYear: actor.birthYear,
    unitIds: place?.pathIds ?? [actor.unitId],
    block: place && blockOf(contest.rules.blocks, place),
    organizes,
    lacks: await missingConsent(tx, actor, now),
  };
}

/** Which consent to the use of the own data is missing: a child's guardian's, or one that the person has withdrawn. */
async function missingConsent(
  tx: Tx | undefined,
  { accountId, birthYear }: Actor,
  now: Instant,
): Promise<Entrant['lacks']> {
  const consents = await findDataConsents(tx, accountId);
  return startBlockedBy(openQuestions({ birthYear, consents }, now));
}

/** What entry into a contest asks of a person, and why they may not enter, said before they try. */
export interface EntryView {
  /** The code is still to be given. */
  readonly needsCode: boolean;
  /** What is still to be agreed to, word by word. */
  readonly consent: string | undefined;
  /** What the person may say to be; empty where the contest does not ask, and once they have entered. */
  readonly categories: readonly Category[];
  readonly refusal: EntryRefusal | undefined;
  /** The same for practice, which members of the organizing board may enter. */
  readonly practiceRefusal: EntryRefusal | undefined;
}

/** Entry as it stands for a person; a visitor is told what anybody would have to bring. */
export async function getEntry(contest: Contest, actor: Actor | undefined, now: Instant): Promise<EntryView> {
  const { entry } = contest.rules;
  const papers = {
    needsCode: entry.accessCode !== undefined,
    consent: entry.consent,
    categories: entry.categories ?? [],
  };
  if (!actor) return { ...papers, refusal: undefined, practiceRefusal: undefined };
  const [entered, entrant] = await Promise.all([
    findParticipation(undefined, { contestId: contest.id, accountId: actor.accountId }),
    entrantOf(undefined, contest, actor, now),
  ]);
  const allowed = mayEnter(entry, entrant, now);
  const mayPractise = mayEnter(forPractice(entry), entrant, now);
  return {
    ...(entered ? { needsCode: false, consent: undefined, categories: [] } : papers),
    refusal: allowed.ok ? undefined : allowed.error,
    practiceRefusal: mayPractise.ok ? undefined : mayPractise.error,
  };
}

/** Conditions of entry into practice: members of the organizing board may try the contest out. */
const forPractice = (entry: Entry): Entry => ({ ...entry, excludesOrganizers: false });

/**
 * Whether a person may enter a contest, or its practice; if so, how to store the entry in the caller's transaction, which
 * the caller does once nothing else stands in the way. Papers (code, agreement) are asked for once; age, unit and membership
 * at every start. Members of the organizing board may practise.
 */
export async function enterContest(
  tx: Tx,
  entry: { contest: Contest; kind: RoundKind; actor: Actor; papers: EntryPapers; now: Instant },
): Promise<Result<() => Promise<ParticipationRow>, EntryRefusal>> {
  const { contest, kind, actor, papers, now } = entry;
  const rules = contest.rules.entry;
  const entrant = await entrantOf(tx, contest, actor, now);
  const allowed = mayEnter(kind === 'practice' ? forPractice(rules) : rules, entrant, now);
  if (!allowed.ok) return allowed;
  const key = { contestId: contest.id, accountId: actor.accountId };
  const counts = kind === 'contest';
  const found = await findParticipation(tx, key);
  if (found) {
    return ok(async () => (counts && !found.counts ? beginToCount(tx, key, actor.unitId, now) : found));
  }
  const checked = checkPapers(rules, papers);
  if (!checked.ok) return refuse(checked.error);
  const { unitId, birthYear } = actor;
  return ok(async () => {
    const categories = keptCategories(rules, papers);
    const given = { unitId, birthYear, counts, consentText: rules.consent, categories, at: now };
    const row = await createParticipation(tx, key, given);
    const subject = `contest:${contest.id}`;
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'contest.entered', subject });
    return row;
  });
}
