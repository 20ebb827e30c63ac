import { consentsText } from '#app/text/consents.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import { RELATIONS } from '#app/domain/privacy/consents.ts';

interface GuardianFieldsProps {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Sentences by field. */
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** What a parent or guardian fills in for somebody under 16. */
export function GuardianFields({ values, faults }: GuardianFieldsProps) {
  const t = useText(consentsText);
  const { guardian } = t;
  const [relationFault, consentFault] = [faults?.['guardianRelation'], faults?.['guardianConsent']];
  return (
    <fieldset className="panel stack guardian">
      <legend className="field__label">{guardian.title}</legend>
      <p className="field__hint">{guardian.lead}</p>
      <Field
        name="guardianName"
        label={guardian.name}
        hint={guardian.nameHint}
        fault={faults?.['guardianName']}
        defaultValue={values['guardianName']}
        autoComplete="off"
        maxLength={100}
      />
      <div className="field">
        <label className="field__label" htmlFor="guardianRelation">
          {guardian.relation}
        </label>
        {relationFault && (
          <span className="field__fault" id="guardianRelation-fault">
            {relationFault}
          </span>
        )}
        <select
          className="input"
          id="guardianRelation"
          name="guardianRelation"
          defaultValue={values['guardianRelation'] ?? ''}
          aria-invalid={relationFault ? true : undefined}
          aria-describedby={relationFault ? 'guardianRelation-fault' : undefined}
        >
          <option value="">{guardian.choose}</option>
          {RELATIONS.map((relation) => (
            <option key={relation} value={relation}>
              {guardian.relations[relation]}
            </option>
          ))}
        </select>
      </div>
      {consentFault && (
        <span className="field__fault" id="guardianConsent-fault">
          {consentFault}
        </span>
      )}
      <label className="tick">
        <input
          type="checkbox"
          id="guardianConsent"
          name="guardianConsent"
          value="yes"
          defaultChecked={values['guardianConsent'] === 'yes'}
          aria-invalid={consentFault ? true : undefined}
          aria-describedby={consentFault ? 'guardianConsent-fault' : undefined}
        />
        <span>{t.wordings['contest:guardian']}</span>
      </label>
    </fieldset>
  );
}
