import type { sheetText } from '#app/text/sheet.ts';
import { PREDICTION } from './device/outbox.ts';

type Words = (typeof sheetText)['vi'];

/** "Câu 3, 7 và Câu dự đoán": items by their names, in the language of these words. */
export function namesOf(slots: Iterable<number>, words: Words): string {
  const all = [...slots].toSorted((a, b) => a - b);
  const questions = all.filter((slot) => slot !== PREDICTION);
  const numbers = questions.length > 0 ? words.questions(questions.join(', ')) : '';
  if (!all.includes(PREDICTION)) return numbers;
  return numbers === '' ? words.prediction : words.and(numbers, words.prediction.toLocaleLowerCase('vi'));
}
