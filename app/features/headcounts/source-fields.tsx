import { Field } from '#app/ui/pieces.tsx';

interface SourceFieldsProps {
  /** A table says other hints than a single unit: its rows may have a day and a source of their own. */
  readonly words: Readonly<Record<'asOf' | 'asOfHint' | 'source' | 'sourceHint', string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>> | undefined;
  /** yyyy-mm-dd: no figure is of a day to come. */
  readonly today: string;
}

/** Of which day figures are, and who counted. */
export function SourceFields({ words, values, faults, today }: SourceFieldsProps) {
  return (
    <div className="grid">
      <Field
        name="asOf"
        type="date"
        label={words.asOf}
        hint={words.asOfHint}
        fault={faults?.['asOf']}
        defaultValue={values['asOf'] ?? today}
        max={today}
      />
      <Field
        name="source"
        label={words.source}
        hint={words.sourceHint}
        fault={faults?.['source']}
        defaultValue={values['source']}
        autoComplete="off"
        maxLength={200}
      />
    </div>
  );
}
