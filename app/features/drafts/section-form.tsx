import type { SubmissionResult } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { FaultsProvider } from './form-pieces.tsx';
import type { SectionView } from './get-draft.server.ts';
import type { SectionName } from './sections/section.ts';
import { useFaultWords } from './use-fault-words.ts';
import { useStableFaults } from './use-stable-faults.ts';

/** The id of every section's form, and the beginning of the ids of its fields. */
export const FORM_ID = 'f';

/** What every section's form is given. */
export interface SectionProps {
  readonly view: SectionView;
  readonly section: SectionName;
  /** Place of the round in the list, on the pages of papers. */
  readonly roundIndex: number | undefined;
  /** What the last post said: the fields as they were typed, and what could not be read. */
  readonly lastResult: SubmissionResult | undefined;
  /** What the section said when the page was made; posted back, so that nobody is overwritten. */
  readonly base: string;
  /** Whether the stored faults of the section are shown: not before somebody has saved it. */
  readonly showsFaults: boolean;
  /** Somebody else saved the section meanwhile. */
  readonly isConflict: boolean;
}

/** Sentences of all faults by the name of the field: of what was typed, else of what is stored. */
function useFaults({ view, section, roundIndex, lastResult, showsFaults }: SectionProps): Record<string, string> {
  const t = useText(draftFormsText);
  const words = useFaultWords(view.rounds);
  const errors = Object.entries(lastResult?.error ?? {}).filter(([name]) => name !== '');
  if (errors.length > 0) {
    return Object.fromEntries(
      errors.map(([field, codes]) => [
        field,
        `${words.placeOf(section, roundIndex, field)}: ${codeWords(codes, t.faults)}`,
      ]),
    );
  }
  if (!showsFaults || lastResult) return {};
  const found: Record<string, string> = {};
  for (const fault of view.faults) {
    if (fault.severity !== 'error') continue;
    const sentence = words.sentenceOf(fault);
    found[fault.field] = found[fault.field] === undefined ? sentence : `${found[fault.field]} ${sentence}`;
  }
  return found;
}

const codeWords = (
  codes: readonly string[] | null,
  words: Readonly<Record<string, string>> & { other: string },
): string => words[codes?.[0] ?? ''] ?? words.other;

/** Something of a form's metadata, as conform gives it. */
interface FormMeta {
  readonly id: string;
  onSubmit(event: React.FormEvent<HTMLFormElement>): void;
}

/**
 * The form around a section: what is wrong on top, the fields, and two ways on. The fields post as they are without scripts;
 * buttons of lists post too.
 */
export function SectionForm({ form, children, ...props }: SectionProps & { form: FormMeta; children: ReactNode }) {
  const t = useText(draftFormsText);
  const faults = useFaults(props);
  const { view, isConflict, base } = props;
  const hasFaults = Object.keys(faults).length > 0;
  useFaultTitle(hasFaults || isConflict);
  const listed = Object.entries(faults).map(([field, sentence]) => [`${FORM_ID}-${field}`, sentence]);
  const summary = useStableFaults(hasFaults ? Object.fromEntries(listed) : undefined, props.lastResult);
  return (
    <FaultsProvider value={faults}>
      <FaultSummary faults={summary} />
      {isConflict && <Conflict draftId={view.id} section={props.section} round={roundOf(props)} />}
      <Form
        method="post"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate
        className="draft-form stack-l"
        preventScrollReset
      >
        {/* why first: Enter in a field presses the first button of a form, which must not be one that moves a row. */}
        <button className="visually-hidden" tabIndex={-1} aria-hidden="true" name="then" value="next">
          {t.save}
        </button>
        <input type="hidden" name="base" value={base} />
        {children}
        <div className="draft-form__end row">
          <button className="button button--large" name="then" value="next">
            {t.save}
          </button>
          <button className="button button--quiet button--large" name="then" value="overview">
            {t.saveBack}
          </button>
        </div>
      </Form>
    </FaultsProvider>
  );
}

const roundOf = ({ view, roundIndex }: SectionProps): number | undefined =>
  roundIndex === undefined ? undefined : view.rounds[roundIndex]?.number;

function Conflict({ draftId, section, round }: { draftId: string; section: SectionName; round: number | undefined }) {
  const t = useText(draftFormsText);
  return (
    <div className="notice notice--warn stack-s" role="alert">
      <h2 className="form-group__title">{t.conflictTitle}</h2>
      <p>{t.conflict}</p>
      <p>
        <Link to={paths.draftSection(draftId, section, round)} target="_blank" rel="noreferrer">
          {t.conflictSee}
        </Link>
      </p>
      <p>{t.conflictSave}</p>
    </div>
  );
}
