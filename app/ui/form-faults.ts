import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useFaultTitle } from './fault-title.ts';
import { useText } from './locale.tsx';

/** What a form's action answered: faults by field, or why the act was refused. */
export interface FaultyAnswer {
  readonly faults?: Readonly<Record<string, string>> | undefined;
  readonly refusal?: RefusalCode | undefined;
}

/**
 * The sentences of what is wrong with a form, by the id of the element that each leads to; undefined where nothing is.
 * @param sentences by the key that a fault names
 * @param idOf the id of the element of a field; a field that is not named has no place of its own, and stands for the whole form
 */
export function useFormFaults(
  answer: FaultyAnswer | undefined,
  sentences: Readonly<Record<string, string>>,
  idOf: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const refusals = useText(refusalText);
  const said = {
    ...Object.fromEntries(
      Object.entries(answer?.faults ?? {}).map(([field, fault]) => [idOf[field] ?? 'form', sentences[fault] ?? fault]),
    ),
    ...(answer?.refusal ? { form: refusals[answer.refusal] } : {}),
  };
  const hasFaults = Object.keys(said).length > 0;
  useFaultTitle(hasFaults);
  return hasFaults ? said : undefined;
}
