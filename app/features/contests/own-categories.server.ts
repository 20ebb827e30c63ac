import { keptCategories } from '#app/domain/contests/entry.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Category } from '#app/domain/units/category.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findContest } from './contest.repo.server.ts';
import {
  dropConsent,
  findCategories,
  findOwnEntries,
  keepConsent,
  storeCategories,
} from './participation.repo.server.ts';

/** What a person is counted as in a contest, for that person alone. */
export interface OwnCategories {
  readonly contest: { readonly slug: string; readonly title: string };
  /** What the contest asks; empty where it does not. */
  readonly asked: readonly Category[];
  /** Undefined for somebody who has not entered. */
  readonly chosen: readonly Category[] | undefined;
}

/** What the person said to be in a contest; undefined when there is no such contest. */
export async function getOwnCategories(actor: Actor, contestSlug: string): Promise<OwnCategories | undefined> {
  const contest = await findContest({ slug: contestSlug });
  if (!contest) return undefined;
  const chosen = await findCategories(undefined, { contestId: contest.id, accountId: actor.accountId });
  const { slug, title, rules } = contest;
  return { contest: { slug, title }, asked: rules.entry.categories ?? [], chosen };
}

/**
 * Keeps what a person says to be from now on, or nothing of it: withdrawing takes one act, as giving does. What the contest no
 * longer asks is not kept either.
 * @returns whether anything is kept now
 */
export async function changeCategories(command: {
  actor: Actor;
  contestSlug: string;
  categories: readonly Category[];
  agreesToCategories: boolean;
  now: Instant;
}): Promise<Result<boolean, 'not-found' | 'consent-missing'>> {
  const { actor, contestSlug, now } = command;
  const contest = await findContest({ slug: contestSlug });
  if (!contest) return refuse('not-found');
  const kept = keptCategories(contest.rules.entry, command);
  if (kept.length === 0 && command.categories.length > 0 && !command.agreesToCategories) {
    return refuse('consent-missing');
  }
  const key = { contestId: contest.id, accountId: actor.accountId };
  return inTransaction(async (tx) => {
    if ((await findCategories(tx, key)) === undefined) return refuse('not-found');
    await storeCategories(tx, key, kept);
    await (kept.length > 0 ? keepConsent(tx, key, now) : dropConsent(tx, key));
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      // why without the categories: the log is read by others, and what was withdrawn is to be gone.
      action: kept.length > 0 ? 'categories.given' : 'categories.withdrawn',
      subject: `contest:${contest.id}`,
    });
    return ok(kept.length > 0);
  });
}

/** A contest that a person has entered, with what it knows of them. */
export interface OwnEntry {
  readonly slug: string;
  readonly title: string;
  readonly since: Instant;
  /** False for who has only practised. */
  readonly counts: boolean;
  readonly asks: boolean;
  readonly categories: readonly Category[];
}

const MOST_ENTRIES = 20;

/** The contests that a person has entered, the newest first. */
export async function listOwnEntries({ accountId }: Actor): Promise<OwnEntry[]> {
  const entries = await findOwnEntries(accountId, MOST_ENTRIES);
  return Promise.all(
    entries.map(async ({ slug, title, since, counts, categories }) => {
      const contest = await findContest({ slug });
      const asks = (contest?.rules.entry.categories ?? []).length > 0 || categories.length > 0;
      return { slug, title, since, counts, asks, categories };
    }),
  );
}
