// Correcting keys in tests, through the use cases.
import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { effectOfCorrections } from '#app/domain/results/effect-of-corrections.ts';
import { recomputeResults } from '#app/domain/results/recompute.ts';
import type { ResultsFile } from '#app/domain/results/results-file.ts';
import type { CorrectionKind } from '#app/domain/scoring/correction.ts';
import { correctKey, previewCorrection, regrade } from '#app/features/regrading/index.server.ts';
import { exportResults, verifyContest } from '#app/features/verification/index.server.ts';
import { ResultsFileSchema } from '#app/features/verification/results-file.schema.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { AFTERWARDS } from './whole-contest.ts';

export const ORGANIZER: Actor = {
  accountId: 'ban-to-chuc',
  unitId: 'tinh',
  unitPath: '/tinh/',
  birthYear: 1980,
  grants: [{ role: 'organizer', unitId: 'tinh', unitPath: '/tinh/' }],
};

export const REASON = 'Tài liệu gốc ghi khác với đáp án đã dùng';

let keys = 0;

interface Given {
  readonly item: string;
  readonly kind: CorrectionKind;
  readonly accepted?: readonly (readonly string[])[];
  readonly reason?: string;
  readonly key?: string;
  readonly slug?: string;
  readonly now?: number;
}

const commandOf = ({ item, kind, accepted = [], slug = 'thi', now = AFTERWARDS }: Given) => ({
  actor: ORGANIZER,
  contestSlug: slug,
  itemVersionId: item,
  correction: { kind, accepted },
  now,
});

/** Makes a correction without grading anything again. @returns its id, or why it was refused */
export async function correct(given: Given): Promise<{ id: string } | { refusal: string }> {
  const { reason = REASON, key = `sua-${(keys += 1)}` } = given;
  const made = await correctKey({ ...commandOf(given), reason, key });
  return made.ok ? { id: made.value.correctionId } : { refusal: made.error };
}

/** Makes a correction and grades again to the end. @returns its id */
export async function corrected(given: Given): Promise<string> {
  const made = await correct(given);
  if ('refusal' in made) throw new Error(`the correction was refused: ${made.refusal}`);
  const { isDone } = await regrade(made.id, { now: given.now ?? AFTERWARDS });
  if (!isDone) throw new Error('the grading did not come to its end');
  forgetEverything();
  return made.id;
}

export const preview = (given: Given) => previewCorrection(commandOf(given));

/** What a verification of the contest finds. */
export async function differences(slug = 'thi'): Promise<unknown[]> {
  forgetEverything();
  const found = await verifyContest({ slug, now: AFTERWARDS });
  return [...(found?.differences ?? ['there is no contest'])];
}

/** The results as they would be downloaded. */
export async function resultsFile(slug = 'thi', now = AFTERWARDS): Promise<ResultsFile> {
  let text = '';
  for await (const piece of (await exportResults({ slug, now })) ?? []) text += piece;
  return ResultsFileSchema.parse(JSON.parse(text));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What recomputing a file from itself alone finds. */
export const recomputed = (file: ResultsFile) => recomputeResults(file, sha256).differences;
export const effects = (file: ResultsFile) => effectOfCorrections(file, sha256);

/** The item version that stands on most papers, of those whose interaction is asked for. */
export async function commonItem(interaction: 'choice' | 'multipleChoice' = 'choice'): Promise<string> {
  const db = await database();
  const counts = await db.outcome.groupBy({ by: ['itemVersionId'], _count: { _all: true } });
  const versions = await db.itemVersion.findMany({ where: { body: { contains: `"interaction":"${interaction}"` } } });
  const ids = new Set(versions.map(({ id }) => id));
  const [most] = counts
    .filter(({ itemVersionId }) => ids.has(itemVersionId))
    .toSorted((a, b) => b._count._all - a._count._all || (a.itemVersionId < b.itemVersionId ? -1 : 1));
  if (!most) throw new Error(`no paper has an item of the kind ${interaction}`);
  return most.itemVersionId;
}

/**
 * The item that most attempts have right, or have not: papers are drawn by lot, and a test that wants a change must not hang
 * on it. Those right are counted in attempts that have everything right first.
 */
export async function itemThatMost(have: 'right' | 'not right'): Promise<string> {
  const outcomes = await (await database()).outcome.findMany({ include: { attempt: true } });
  const counts = new Map<string, number>();
  for (const { itemVersionId, fraction, attempt } of outcomes) {
    const isAllRight = attempt.score !== null && attempt.score >= attempt.maxScore && attempt.isValid;
    const weight = have === 'right' ? Number(fraction === 1) * (isAllRight ? 100 : 1) : Number(fraction < 1);
    counts.set(itemVersionId, (counts.get(itemVersionId) ?? 0) + weight);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!most || most[1] === 0) throw new Error(`nobody has an item ${have}`);
  return most[0];
}

/** Everything of attempts that grading again may touch. */
export async function marksOf() {
  const db = await database();
  const [attempts, outcomes] = await Promise.all([
    db.attempt.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, score: true, maxScore: true, isValid: true, durationMs: true, prediction: true },
    }),
    db.outcome.findMany({ orderBy: [{ attemptId: 'asc' }, { slot: 'asc' }] }),
  ]);
  return { attempts, outcomes };
}
