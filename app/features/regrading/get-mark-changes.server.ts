import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findMarkChanges, storeSeen } from './mark-change.repo.server.ts';

/** What a correction changed for a person, in the words of a page. */
export interface MarkChangeView {
  readonly correctionId: string;
  readonly attemptId: string;
  readonly contestTitle: string;
  readonly before: { readonly score: number; readonly maxScore: number };
  readonly after: { readonly score: number; readonly maxScore: number };
  /** Numbers of the question on the person's own paper. */
  readonly slots: readonly number[];
  readonly reason: string;
  readonly at: Instant;
}

/** As many unseen changes are told on a page; the others are on the pages of their results. */
const MOST = 5;

type Found = Awaited<ReturnType<typeof findMarkChanges>>;

async function viewsOf(changes: Found): Promise<MarkChangeView[]> {
  const titles = new Map<string, string>();
  for (const { contestId } of changes) {
    if (!titles.has(contestId)) titles.set(contestId, (await findContest({ id: contestId }))?.title ?? '');
  }
  return changes.map(({ correctionId, attemptId, contestId, slots, reason, at, ...scores }) => ({
    correctionId,
    attemptId,
    contestTitle: titles.get(contestId) ?? '',
    before: { score: scores.scoreBefore, maxScore: scores.maxScoreBefore },
    after: { score: scores.scoreAfter, maxScore: scores.maxScoreAfter },
    slots,
    reason,
    at,
  }));
}

/** What changed for a person and was not seen yet, in one contest or in all; nobody signed in has nothing. */
export async function getUnseenChanges(
  actor: { readonly accountId: string } | undefined,
  contestId?: string,
): Promise<MarkChangeView[]> {
  return actor ? viewsOf(await findMarkChanges(actor.accountId, { contestId, limit: MOST })) : [];
}

/** What corrections changed in an own attempt, the latest first. Whoever reads it has seen it from then on. */
export async function readOwnChanges(query: {
  actor: { readonly accountId: string };
  attemptId: string;
  now: Instant;
}): Promise<MarkChangeView[]> {
  const { actor, attemptId, now } = query;
  const changes = await findMarkChanges(actor.accountId, { attemptId });
  if (changes.some(({ isSeen }) => !isSeen)) {
    await inTransaction((tx) => storeSeen(tx, actor.accountId, attemptId, now));
  }
  return viewsOf(changes);
}
