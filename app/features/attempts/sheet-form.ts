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
      if (input && input !== document.activeElement) input.value = groupDigits(chosen[0]);
      continue;
    }
    for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="q${slot}"]`)) {
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

export const isSameChoice = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((place) => b.includes(place));
