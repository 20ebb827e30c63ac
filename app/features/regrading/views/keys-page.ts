import { CORRECTION_KINDS } from '#app/domain/scoring/correction.ts';
import type { KeyItem } from '../get-key-item.server.ts';
import type { KeyFormValues } from './key-form.tsx';

/** Questions on one page of the list. */
export const ITEMS_PER_PAGE = 40;

/** What the form begins with: the item as it is graded now. @param kind what an address asks for */
export function valuesOf({ acceptedNow }: Pick<KeyItem, 'acceptedNow'>, kind: string): KeyFormValues {
  return {
    kind: CORRECTION_KINDS.find((each) => each === kind) ?? '',
    options: [...new Set(acceptedNow.flat())],
    answers: acceptedNow.map((answer) => answer.join(', ')).join('\n'),
    reason: '',
  };
}

/** The form as it was typed. */
export function formValues(form: FormData): KeyFormValues {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const options = form.getAll('options').filter((each): each is string => typeof each === 'string');
  return { kind: text('kind'), options, answers: text('answers'), reason: text('reason') };
}
