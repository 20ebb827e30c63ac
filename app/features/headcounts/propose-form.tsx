import { Form, useNavigation } from '@remix-run/react';
import { HEADCOUNT_CATEGORIES } from '#app/domain/units/category.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { CategoryFigures } from './get-headcount-page.server.ts';
import { SourceFields } from './source-fields.tsx';

interface ProposeFormProps {
  readonly figures: readonly CategoryFigures[];
  /** What was typed, when the form comes back. */
  readonly values: Readonly<Record<string, string>>;
  /** Sentences by field. */
  readonly faults: Readonly<Record<string, string>> | undefined;
  /** The day of today as a date field has it: 2026-11-25. */
  readonly today: string;
}

/** New figures of the unit itself; what is left empty stays as it is. */
export function ProposeForm({ figures, values, faults, today }: ProposeFormProps) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const isBusy = useNavigation().state === 'submitting';
  const own = new Map(figures.map((each) => [each.category, each.own]));
  return (
    <section className="stack" aria-labelledby="propose">
      <h2 id="propose">{t.proposeTitle}</h2>
      <p className="measure">{t.proposeLead}</p>
      <Form method="post" className="panel stack-l" noValidate>
        <div className="grid">
          {HEADCOUNT_CATEGORIES.map((category) => {
            const known = own.get(category);
            return (
              <Field
                key={category}
                name={category}
                label={t.categories[category]}
                hint={t.currentIs(known ? formatNumber(known.people, locale) : t.none.toLowerCase())}
                fault={faults?.[category]}
                defaultValue={values[category]}
                inputMode="numeric"
                autoComplete="off"
                maxLength={12}
              />
            );
          })}
        </div>
        <SourceFields words={t} values={values} faults={faults} today={today} />
        <button className="button" name="intent" value="propose" disabled={isBusy}>
          {t.propose}
        </button>
      </Form>
    </section>
  );
}
