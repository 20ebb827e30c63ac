import type { ShownTexts } from '#app/platform/shown-texts.server.ts';
import type { Answer } from './answer.ts';
import type { Elsewhere } from './device/save-body.ts';
import { PREDICTION } from './device/outbox.ts';
import { groupDigits } from './prediction-number.ts';

/** The address of a question within the page; the prediction has a name of its own. */
export const hashOf = (slot: number): string => (slot === PREDICTION ? '#prediction' : `#question-${slot}`);

/** The slot that such an address names. */
export function slotOfHash(hash: string): number | undefined {
  if (hash === '#prediction') return PREDICTION;
  const slot = /^#question-(\d+)$/u.exec(hash)?.[1];
  return slot === undefined ? undefined : Number(slot);
}

/** Puts answers into the native inputs of the sheet. */
export function showAnswers(form: HTMLFormElement, answers: readonly Elsewhere[]): void {
  for (const { slot, chosen } of answers) {
    if (slot === PREDICTION) {
      const input = form.querySelector<HTMLInputElement>('input[name="prediction"]');
      const [predicted] = chosen;
      if (input && input !== document.activeElement && typeof predicted !== 'string') {
        input.value = groupDigits(predicted);
      }
      continue;
    }
    if (typeof chosen === 'string') continue;
    for (const input of form.querySelectorAll<HTMLInputElement>(
      `input[name="q${slot}"]:is([type="radio"], [type="checkbox"])`,
    )) {
      input.checked = chosen.includes(Number(input.value));
    }
  }
}

/** The places that are chosen on the page now, of these slots. */
export const chosenOn = (form: HTMLFormElement, slots: readonly number[]): Elsewhere[] =>
  slots.map((slot) => ({
    slot,
    chosen: Array.from(form.querySelectorAll<HTMLInputElement>(`input[name="q${slot}"]:checked`), (input) =>
      Number(input.value),
    ),
  }));

/** What an answer says, in words, one after the other; nothing where there is no answer. */
export function answerWords({ interaction, options, targets = [] }: ShownTexts, answer: Answer): string[] {
  if (typeof answer === 'string') return answer.trim() === '' ? [] : [answer];
  const at = (texts: readonly string[], place: number): string => texts[place - 1] ?? '';
  if (interaction === 'order') return answer.map((place, index) => `${index + 1}. ${at(options, place)}`);
  if (interaction !== 'match') return answer.map((place) => at(options, place));
  return answer.flatMap((place, index) => (place === 0 ? [] : `${at(options, index + 1)} – ${at(targets, place)}`));
}
