import { answerSeconds } from '#app/domain/analysis/answer-time.ts';
import type { Slot } from '#app/domain/contests/form.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { isAnswered, type Response } from '#app/domain/items/response.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { bodiesUnder, type Corrections } from '#app/domain/scoring/correction.ts';
import { scoreResponse } from '#app/domain/scoring/score-response.ts';
import { countSyllables, type Answered, type Sitting } from '#app/domain/signals/sitting.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { findSittings, type StoredSitting } from './sitting.repo.server.ts';

/**
 * Reads attempts as signals look at them. What is worked out of a question and of an answer to it is kept, as a round has few
 * questions and many attempts.
 */
export class SittingReader {
  readonly #bodies = new Map<string, ItemBody>();
  readonly #syllables = new Map<string, number>();
  readonly #isRight = new Map<string, boolean>();
  readonly #corrections: Corrections;

  constructor(corrections: Corrections) {
    this.#corrections = corrections;
  }

  /** These attempts, in the order of the ids. */
  async read(ids: readonly string[]): Promise<Sitting[]> {
    const stored = await findSittings(ids);
    const wanted = new Set(stored.flatMap(({ form }) => form.slots.map(({ itemVersionId }) => itemVersionId)));
    const missing = [...wanted].filter((id) => !this.#bodies.has(id));
    if (missing.length > 0) for (const [id, body] of await getBodies(missing)) this.#bodies.set(id, body);
    return stored.map((each) => this.#sittingOf(each));
  }

  #sittingOf(stored: StoredSitting): Sitting {
    const { id, form, steps, ...rest } = stored;
    const seconds = answerSeconds(stored.startedAt, steps);
    const responses = new Map<number, Response>();
    for (const step of steps) if (step.kind === 'responseSaved') responses.set(step.slot, step.response);
    const answers = form.slots.flatMap((slot): Answered[] => {
      const body = this.#bodies.get(slot.itemVersionId);
      if (!body) return [];
      const response = responses.get(slot.slot);
      const answer = isAnswered(response) ? answerOf(body, response) : undefined;
      return [
        {
          slot: slot.slot,
          itemVersionId: slot.itemVersionId,
          answer,
          isRight: answer !== undefined && response !== undefined && this.#judge(slot.itemVersionId, body, response),
          syllables: this.#countOf(slot, body),
          seconds: seconds.get(slot.slot),
        },
      ];
    });
    const { accountId, unitId, startedAt, finishedAt, durationMs, score, maxScore } = rest;
    return { attemptId: id, accountId, unitId, startedAt, finishedAt, durationMs, score, maxScore, answers };
  }

  #judge(itemVersionId: string, body: ItemBody, response: Response): boolean {
    const key = `${itemVersionId} ${response.join('|')}`;
    let isRight = this.#isRight.get(key);
    if (isRight === undefined) {
      const held = bodiesUnder(body, this.#corrections.get(itemVersionId));
      isRight = held.some((each) => scoreResponse(each, response, 'none') === 1);
      // why a limit: typed answers have no end.
      if (this.#isRight.size < 50_000) this.#isRight.set(key, isRight);
    }
    return isRight;
  }

  #countOf({ itemVersionId, optionOrder, targetOrder }: Slot, body: ItemBody): number {
    const key = `${itemVersionId} ${optionOrder.length < body.options.length ? optionOrder.toSorted().join(' ') : ''}`;
    let count = this.#syllables.get(key);
    if (count === undefined) {
      const shown = body.options.filter((option) => optionOrder.includes(option.id));
      const targets = targetOrder ? (body.targets ?? []) : [];
      count = [body.prompt, ...[...shown, ...targets].map(({ text }) => text)].reduce(
        (sum, text) => sum + countSyllables(text),
        0,
      );
      if (this.#syllables.size < 50_000) this.#syllables.set(key, count);
    }
    return count;
  }
}

/** An answer as one text: ids, whose order counts only where it is the answer; typed texts without case and marks. */
function answerOf({ interaction }: ItemBody, response: Response): string {
  switch (interaction) {
    case 'textEntry':
    case 'numericEntry':
      return response.map((text) => fold(text)).join(' ');
    case 'order':
      return response.join('|');
    case 'choice':
    case 'trueFalse':
    case 'multipleChoice':
    case 'match':
      return response.toSorted().join('|');
  }
}
