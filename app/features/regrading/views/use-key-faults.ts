import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { keysText } from '#app/text/keys.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';

/** The sentences of what is wrong with the form, by field; undefined where nothing is. */
export function useKeyFaults(answer: {
  readonly faults?: Readonly<Record<string, string>> | undefined;
  readonly refusal?: RefusalCode | undefined;
}): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = useText(keysText).faults;
  const refusals = useText(refusalText);
  const said = {
    ...Object.fromEntries(
      Object.entries(answer.faults ?? {}).map(([field, fault]) => [
        // why the form: a fault of a field that nobody sees has no place of its own.
        ['kind', 'options', 'answers', 'reason'].includes(field) ? field : 'form',
        sentences[fault] ?? fault,
      ]),
    ),
    ...(answer.refusal ? { form: refusals[answer.refusal] } : {}),
  };
  const hasFaults = Object.keys(said).length > 0;
  useFaultTitle(hasFaults);
  return hasFaults ? said : undefined;
}
