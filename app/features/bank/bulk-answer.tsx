import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { bankBulkText } from '#app/text/bank-bulk.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import type { BulkPlan } from './bulk/plan-bulk.server.ts';

/** What came of the form below the list: a preview, what is missing, or why it was not done. */
export interface BulkAnswer {
  /** Fields that are missing, or wrong. */
  readonly missing?: readonly string[] | undefined;
  readonly plan?: BulkPlan | undefined;
  readonly fields?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly refusal?: RefusalCode | undefined;
}

/** The sentence about what is missing in the form; undefined where nothing is. */
export function useMissing(said: BulkAnswer | undefined): string | undefined {
  const { bulk } = useText(bankBulkText);
  if (!said?.missing) return undefined;
  const words: Record<string, string> = {
    lesson: bulk.incompleteLesson,
    difficulty: bulk.incompleteDifficulty,
    tag: bulk.incompleteTag,
  };
  return said.missing.map((field) => words[field]).find((word) => word !== undefined) ?? bulk.incomplete;
}

/** The answer above the list. */
export function BulkAnswerView({ said, listAddress }: { readonly said: BulkAnswer; readonly listAddress: string }) {
  const refusals = useText(refusalText);
  const { refusal, plan, fields } = said;
  return (
    <>
      {refusal && refusal !== 'bank-changed' && (
        <p className="notice notice--bad" role="alert">
          {refusals[refusal]}
        </p>
      )}
      {plan && fields && (
        <BulkPreview plan={plan} fields={fields} listAddress={listAddress} isStale={refusal === 'bank-changed'} />
      )}
    </>
  );
}
