import { peopleText } from '#app/text/people.ts';
import { useText } from '#app/ui/locale.tsx';
import type { PersonHit } from './find-people.server.ts';

interface PersonPickerProps {
  /** What was searched for when the page was made. */
  readonly query: string;
  /** What that search found; undefined when nobody has searched yet. */
  readonly hits: readonly PersonHit[] | undefined;
  readonly chosen: string | undefined;
  readonly fault: string | undefined;
}

/**
 * Chooses one person inside a form: a search that posts the form with intent=find-person, and its results as radio buttons.
 * why a button and no search while typing: every look at a person is recorded, and nobody means to look at half a name.
 */
export function PersonPicker({ query, hits, chosen, fault }: PersonPickerProps) {
  const t = useText(peopleText);
  return (
    <fieldset className="unit-picker stack-s">
      <legend className="field__label">{t.pickerLegend}</legend>
      <span className="field__hint" id="person-hint">
        {t.pickerHint}
      </span>
      {fault && (
        <span className="field__fault" id="person-fault">
          {fault}
        </span>
      )}
      <div className="unit-picker__search">
        <input
          className="input"
          id="accountId"
          name="personQuery"
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          maxLength={100}
          aria-label={t.search}
          aria-describedby={fault ? 'person-hint person-fault' : 'person-hint'}
          aria-invalid={fault ? true : undefined}
          defaultValue={query}
        />
        <button className="button button--quiet" name="intent" value="find-person" formNoValidate>
          {t.find}
        </button>
      </div>
      {hits && (
        <p className="small quiet" role="status">
          {hits.length === 0 ? t.nobody : t.found(hits.length)}
        </p>
      )}
      {hits?.map((hit) => (
        <label className="choice" key={hit.accountId}>
          <input
            type="radio"
            name="accountId"
            value={hit.accountId}
            defaultChecked={hit.accountId === chosen || hits.length === 1}
          />
          <span className="unit-picker__name">
            <span lang="vi">{hit.fullName}</span>
            <span className="field__hint">
              {t.bornIn(hit.birthYear)} · <span lang="vi">{hit.unitName}</span>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
