import { Form, useNavigation } from '@remix-run/react';
import { CORRECTION_KINDS, type CorrectionKind } from '#app/domain/scoring/correction.ts';
import { paths } from '#app/paths.ts';
import { keysText } from '#app/text/keys.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { KeyItem } from '../get-key-item.server.ts';

/** What stands in the form: as it was typed, or as the item is graded now. */
export interface KeyFormValues {
  readonly kind: string;
  readonly options: readonly string[];
  readonly answers: string;
  readonly reason: string;
}

interface KeyFormProps {
  readonly slug: string;
  readonly item: KeyItem;
  readonly values: KeyFormValues;
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** How the question is to be graded, and why. Leads to the preview; nothing is stored by it. */
export function KeyForm({ slug, item, values, faults }: KeyFormProps) {
  const t = useText(keysText);
  const isBusy = useNavigation().state === 'submitting';
  const kinds = CORRECTION_KINDS.filter((kind) => kind === 'key' || kind !== item.current);
  return (
    <Form method="post" action={paths.previewKey(slug, item.itemVersionId)} className="panel stack-l" noValidate>
      <h2>{t.newForm}</h2>
      <fieldset className="field" id="kind">
        <legend className="field__label">{t.kind}</legend>
        {faults?.['kind'] && <span className="field__fault">{faults['kind']}</span>}
        {kinds.map((kind) => (
          <KindChoice key={kind} kind={kind} isChosen={values.kind === kind} />
        ))}
      </fieldset>
      <NewKey item={item} values={values} fault={faults?.['options'] ?? faults?.['answers']} />
      <Field
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        fault={faults?.['reason']}
        defaultValue={values.reason}
        autoComplete="off"
        maxLength={500}
      />
      <div className="stack-s">
        <button className="button" name="intent" value="preview" disabled={isBusy}>
          {t.preview}
        </button>
        <p className="small quiet">{t.previewHint}</p>
      </div>
    </Form>
  );
}

function KindChoice({ kind, isChosen }: { kind: CorrectionKind; isChosen: boolean }) {
  const t = useText(keysText);
  return (
    <label className="choice">
      <input type="radio" name="kind" value={kind} defaultChecked={isChosen} />
      <span>
        <strong>{t.kinds[kind]}</strong>
        <span className="field__hint">{t.kindHints[kind]}</span>
      </span>
    </label>
  );
}

/** The new key: options to tick, or answers to write, one a line. Only looked at where another key is chosen above. */
function NewKey({ item, values, fault }: Pick<KeyFormProps, 'item' | 'values'> & { fault: string | undefined }) {
  const t = useText(keysText);
  const { interaction } = item;
  if (interaction === 'choice' || interaction === 'trueFalse' || interaction === 'multipleChoice') {
    return (
      <fieldset className="field" id="options" aria-describedby="options-hint">
        <legend className="field__label">{t.newKey}</legend>
        <span className="field__hint" id="options-hint">
          {interaction === 'multipleChoice' ? t.newKeyMultiple : t.newKeyChoice}
        </span>
        {fault && <span className="field__fault">{fault}</span>}
        {item.options.map(({ id, text }) => (
          <label className="tick" key={id}>
            <input type="checkbox" name="options" value={id} defaultChecked={values.options.includes(id)} />
            <span lang="vi">
              {id.toUpperCase()}. {text}
            </span>
          </label>
        ))}
      </fieldset>
    );
  }
  const hints = {
    order: t.newKeyOrder,
    match: t.newKeyMatch,
    textEntry: t.newKeyTyped,
    numericEntry: t.newKeyNumeric,
  } as const;
  return (
    <div className="field">
      <label className="field__label" htmlFor="answers">
        {t.newKey}
      </label>
      <span className="field__hint" id="answers-hint">
        {hints[interaction]}
      </span>
      {fault && (
        <span className="field__fault" id="answers-fault">
          {fault}
        </span>
      )}
      <textarea
        className="input keys-areas"
        id="answers"
        name="answers"
        rows={4}
        lang="vi"
        defaultValue={values.answers}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'answers-hint answers-fault' : 'answers-hint'}
      />
    </div>
  );
}
