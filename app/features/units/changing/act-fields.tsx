import { UNIT_KINDS } from '#app/domain/units/kind.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';

/** What was typed, by the names of fields, and what is wrong with it. */
export interface FieldsProps {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
}

/** The day and the reason, which every act has. */
export function WhenAndWhy({ values, faults }: FieldsProps) {
  const t = useText(unitActsText);
  return (
    <>
      <Field
        name="day"
        label={t.effective}
        hint={t.effectiveHint}
        fault={faults['day']}
        defaultValue={values['day']}
        className="input--short"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
      />
      <Field
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        fault={faults['reason']}
        defaultValue={values['reason']}
        autoComplete="off"
        maxLength={500}
      />
    </>
  );
}

/** What a unit is called. */
export function NameField({ values, faults, label }: FieldsProps & { label: string }) {
  return (
    <Field
      name="name"
      label={label}
      fault={faults['name']}
      defaultValue={values['name']}
      autoComplete="off"
      maxLength={200}
    />
  );
}

/** What a unit is: its kind, its block, its code. */
export function NatureFields({ values, faults, blocks }: FieldsProps & { blocks: readonly string[] }) {
  const t = useText(unitChangesText);
  const acts = useText(unitActsText);
  return (
    <>
      <div className="field">
        <label className="field__label" htmlFor="kind">
          {t.kind}
        </label>
        <select className="input" id="kind" name="kind" defaultValue={values['kind'] ?? ''}>
          {UNIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.unitKinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="block"
        label={t.block}
        hint={acts.noBlock}
        defaultValue={values['block']}
        list="blocks"
        autoComplete="off"
        maxLength={120}
        isOptional
      />
      <datalist id="blocks">
        {blocks.map((block) => (
          <option key={block} value={block}>
            {block}
          </option>
        ))}
      </datalist>
      <Field
        name="code"
        label={t.code}
        fault={faults['code']}
        defaultValue={values['code']}
        className="input--short"
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        isOptional
      />
    </>
  );
}

/** What people read where they choose a unit, and whether they may choose this one. */
export function ChoosingFields({ values }: FieldsProps) {
  const t = useText(unitActsText);
  return (
    <>
      <div className="field">
        <label className="field__label" htmlFor="guidance">
          {t.guidance}
        </label>
        <span className="field__hint" id="guidance-hint">
          {t.guidanceHint}
        </span>
        <textarea
          className="input"
          id="guidance"
          name="guidance"
          rows={3}
          maxLength={1_000}
          aria-describedby="guidance-hint"
          defaultValue={values['guidance']}
        />
      </div>
      <label className="tick">
        <input type="checkbox" name="takesPeople" value="yes" defaultChecked={values['takesPeople'] === 'yes'} />
        <span>{t.takesPeople}</span>
      </label>
    </>
  );
}

/** Names of the units that one becomes, and who is the main part. */
export function SplitFields({ values, faults }: FieldsProps) {
  const t = useText(unitActsText);
  return (
    <>
      <div className="field">
        <label className="field__label" htmlFor="parts">
          {t.parts}
        </label>
        <span className="field__hint" id="parts-hint">
          {t.partsHint}
        </span>
        {faults['parts'] && (
          <span className="field__fault" id="parts-fault">
            {faults['parts']}
          </span>
        )}
        <textarea
          className="input"
          id="parts"
          name="parts"
          rows={4}
          maxLength={6_000}
          aria-invalid={faults['parts'] ? true : undefined}
          aria-describedby={faults['parts'] ? 'parts-hint parts-fault' : 'parts-hint'}
          defaultValue={values['parts']}
        />
      </div>
      <fieldset className="stack-s">
        <legend className="field__label">{t.mainPart}</legend>
        <span className="field__hint">{t.mainHint}</span>
        {(['goes-on', 'first'] as const).map((main) => (
          <label className="choice" key={main}>
            <input type="radio" name="main" value={main} defaultChecked={(values['main'] || 'goes-on') === main} />
            <span>{main === 'first' ? t.firstIsMain : t.goesOn}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
