import type { Prediction } from '#app/domain/contests/contest.ts';
import { drawForm, type Shortfall } from '#app/domain/contests/draw-form.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { contestOf } from '#app/features/contests/index.server.ts';
import { getBodies, getPool } from '#app/features/items/index.server.ts';
import { shownTexts, type ShownTexts } from '#app/platform/shown-texts.server.ts';
import { loadDraft } from './get-draft.server.ts';
import type { LessonNames } from './lesson-names.ts';

/** A question of a sample, as a contestant would see it. There is no key here, by construction. */
export interface SampleQuestion extends ShownTexts {
  readonly slot: number;
}

export interface SamplePaper {
  readonly draftTitle: string;
  readonly roundTitle: string;
  readonly minutes: number;
  readonly questions: readonly SampleQuestion[];
  /** The prediction question behind them; undefined where nothing is asked. */
  readonly prediction: Prediction | undefined;
}

/**
 * A paper as the bank of now would give it for a round of a draft. Nothing is stored; the same draw number gives the same
 * paper as long as the bank is the same.
 * @param draw 1, 2, 3, …: which of the possible papers
 * @returns undefined for no such draft or round; refused while the description is not whole, or where the bank is too small
 */
export async function drawSample(query: {
  draftId: string;
  round: number;
  draw: number;
  lessonNames: LessonNames;
  now: Instant;
}): Promise<Result<SamplePaper, 'draft-has-faults' | Shortfall> | undefined> {
  const loaded = await loadDraft(query.draftId, query);
  const index = loaded?.draft.description.rounds?.findIndex(({ number }) => number === query.round) ?? -1;
  if (!loaded || index === -1) return undefined;
  const { file, draft } = loaded;
  const round = file && contestOf(file).rounds[index];
  if (!file || !round) return refuse('draft-has-faults');
  const drawn = drawForm(round.blueprint, await getPool(), `${draft.id}:${query.round}:${query.draw}`, round.kind);
  if (!drawn.ok) return drawn;
  const bodies = await getBodies(drawn.value.slots.map((slot) => slot.itemVersionId));
  const questions = drawn.value.slots.map((slot): SampleQuestion => {
    const body = bodies.get(slot.itemVersionId);
    if (!body) throw new Error(`item version ${slot.itemVersionId} is missing`);
    return { slot: slot.slot, ...shownTexts(body, slot) };
  });
  const { title: roundTitle, minutes } = file.rounds[index] ?? { title: '', minutes: 0 };
  const prediction = round.kind === 'contest' ? file.prediction : undefined;
  return ok({ draftTitle: file.title, roundTitle, minutes, questions, prediction });
}
