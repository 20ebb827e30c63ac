import { setImmediate } from 'node:timers/promises';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isChanged } from '#app/domain/scoring/compare-scores.ts';
import { inForce } from '#app/domain/scoring/correction.ts';
import { countMarked, findMarked, markAgain, storeMarks, type NewMarks } from '#app/features/attempts/index.server.ts';
import {
  findContest,
  findCorrection,
  findCorrections,
  findOpenCorrections,
  pageParticipations,
  storeProgress,
  type StoredCorrection,
} from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { countMarkChanges, holdRegrading, storeMarkChanges, type MarkChange } from './mark-change.repo.server.ts';

/** People whose attempts are marked in one transaction: few enough that nobody who submits waits long for it. */
const BATCH = 200;

interface Regrading {
  readonly now: Instant;
  /** Stops between two batches; the next call goes on. */
  readonly signal?: AbortSignal | undefined;
}

const underWay = new Set<string>();

/**
 * Grades again what corrections wait for, the oldest first: what this process, or one that died, has left undone. Attempts
 * that are marked already stay as they are, so that going through them twice changes nothing.
 * @returns how many corrections were finished now
 */
export async function regradeOpen({ now, signal }: Regrading): Promise<{ done: number; failed: number }> {
  let [done, failed] = [0, 0];
  for (const { id } of await findOpenCorrections()) {
    try {
      done += Number((await regrade(id, { now, signal })).isDone);
    } catch (error) {
      failed += 1;
      logger.error({ err: error, correctionId: id }, 'attempts could not be graded again');
    }
  }
  return { done, failed };
}

/**
 * Grades the attempts of one correction again, person by person in batches: marks, scores, what each person is told, and the
 * standings after each batch.
 * @param most stops after so many batches; the sweep goes on
 * @returns whether it came to the end; false also while this process is at it already
 */
export async function regrade(
  correctionId: string,
  { now, signal, most = Infinity }: Regrading & { readonly most?: number },
): Promise<{ isDone: boolean }> {
  // why: a sweep comes every few seconds, and a large contest takes longer.
  if (underWay.has(correctionId)) return { isDone: false };
  underWay.add(correctionId);
  try {
    let after: string | undefined = '';
    let counts = { attempts: 0, changed: 0 };
    for (let batch = 0; after !== undefined; batch += 1) {
      if (signal?.aborted === true || batch >= most) return { isDone: false };
      const from: string = after;
      const graded = await inTransaction((tx) => gradeBatch(tx, correctionId, { after: from, counts, now }));
      await refreshStandings();
      ({ last: after, counts } = graded);
      // why: requests that came in meanwhile are answered before the next batch.
      await setImmediate();
    }
    await inTransaction((tx) => finish(tx, correctionId, now));
    return { isDone: true };
  } finally {
    underWay.delete(correctionId);
  }
}

interface Counts {
  readonly attempts: number;
  readonly changed: number;
}

async function gradeBatch(
  tx: Tx,
  correctionId: string,
  { after, counts, now }: { after: string; counts: Counts; now: Instant },
): Promise<{ last: string | undefined; counts: Counts }> {
  const correction = await findCorrection(correctionId, tx);
  const contest = correction && (await findContest({ id: correction.contestId }, tx));
  if (!correction || !contest || correction.doneAt !== undefined) return { last: undefined, counts };
  await holdRegrading(tx, contest.id);
  const { itemVersionId } = correction;
  const accountIds = await pageParticipations(tx, contest.id, after, BATCH);
  const corrections = inForce(await findCorrections(contest.id, tx));
  const attempts = await findMarked(tx, contest.id, { itemVersionIds: [itemVersionId], accountIds });
  const bodies = await getBodies([itemVersionId]);
  const marks: NewMarks[] = [];
  const changes: MarkChange[] = [];
  for (const attempt of attempts) {
    const again = markAgain(attempt, bodies, contest.rules.marking, corrections);
    const isSame = again.slots.every((slot, index) => {
      const { fraction, mark } = attempt.slots[index] ?? {};
      return slot.fraction === fraction && slot.mark === mark;
    });
    if (isSame && again.maxScore === attempt.maxScore) continue;
    marks.push({ attemptId: attempt.id, ...again });
    if (isChanged({ before: attempt, after: again })) changes.push(changeOf(correction, attempt, again, now));
  }
  await storeMarks(tx, marks);
  await storeMarkChanges(tx, changes);
  const sum = { attempts: counts.attempts + attempts.length, changed: await countMarkChanges(tx, correctionId) };
  await storeProgress(tx, correctionId, sum);
  return { last: accountIds.length < BATCH ? undefined : accountIds.at(-1), counts: sum };
}

const changeOf = (
  { id: correctionId }: StoredCorrection,
  before: { readonly id: string; readonly accountId: string; readonly score: number; readonly maxScore: number },
  after: { readonly score: number; readonly maxScore: number },
  at: Instant,
): MarkChange => ({
  correctionId,
  attemptId: before.id,
  accountId: before.accountId,
  scoreBefore: before.score,
  scoreAfter: after.score,
  maxScoreBefore: before.maxScore,
  maxScoreAfter: after.maxScore,
  at,
});

/** Counts once more: attempts that were submitted meanwhile have the item too, and were marked right from the beginning. */
async function finish(tx: Tx, correctionId: string, now: Instant): Promise<void> {
  const correction = await findCorrection(correctionId, tx);
  if (!correction) return;
  const marked = await countMarked(correction.itemVersionId);
  const attempts = marked.find(({ contestId }) => contestId === correction.contestId)?.attempts ?? 0;
  await storeProgress(tx, correctionId, { attempts, changed: await countMarkChanges(tx, correctionId), doneAt: now });
}
