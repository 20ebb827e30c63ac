import type { Category } from '#app/domain/units/category.ts';
import { categoriesText } from '#app/text/categories.ts';
import { useText } from '#app/ui/locale.tsx';

interface FieldsProps {
  /** What the contest asks. */
  readonly asked: readonly Category[];
  readonly chosen: readonly Category[];
  readonly agrees: boolean;
  /** What makes the ids of the fields unique. */
  readonly of: string;
}

/** What somebody may say to be: boxes that nothing has ticked before them, and a consent of its own. Nothing is required. */
export function CategoryFields({ asked, chosen, agrees, of }: FieldsProps) {
  const t = useText(categoriesText);
  const [hint, agreed] = [`categories-hint-${of}`, `categories-agreed-${of}`];
  return (
    <fieldset className="field stack-s categories" aria-describedby={hint}>
      <legend className="field__label">{t.legend}</legend>
      <span className="field__hint" id={hint}>
        {t.hint}
      </span>
      {asked.map((each) => (
        <label className="tick" key={each}>
          <input type="checkbox" name="categories" value={each} defaultChecked={chosen.includes(each)} />
          <span>{t.names[each]}</span>
        </label>
      ))}
      <label className="tick">
        <input
          type="checkbox"
          name="agreesToCategories"
          value="yes"
          defaultChecked={agrees}
          aria-describedby={agreed}
        />
        <span>{t.consent}</span>
      </label>
      <span className="field__hint" id={agreed}>
        {t.consentHint}
      </span>
    </fieldset>
  );
}
