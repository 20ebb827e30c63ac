import { unitActsText } from '#app/text/unit-acts.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import type { UnitHit } from '../find-units.server.ts';
import { NameField, NatureFields, type FieldsProps } from './act-fields.tsx';

interface MergeFieldsProps extends FieldsProps {
  readonly unit: { readonly id: string; readonly name: string };
  /** Units that are ticked. */
  readonly chosen: readonly UnitHit[];
  /** What the search found; undefined when nobody has searched yet. */
  readonly hits: readonly UnitHit[] | undefined;
  readonly blocks: readonly string[];
}

/** Which units go together, and into what. The search posts the form, and what was ticked stays. */
export function MergeFields({ unit, chosen, hits, blocks, ...fields }: MergeFieldsProps) {
  const t = useText(unitActsText);
  const units = useText(unitsText);
  const { values, faults } = fields;
  const ticked = new Set(chosen.map(({ id }) => id));
  const others = (hits ?? []).filter(({ id }) => id !== unit.id && !ticked.has(id));
  return (
    <>
      <fieldset className="stack-s">
        <legend className="field__label">{t.mergeWith}</legend>
        <span className="field__hint">{t.mergeHint}</span>
        {faults['with'] && (
          <span className="field__fault" id="with-fault">
            {faults['with']}
          </span>
        )}
        <div className="unit-picker__search">
          <input
            className="input"
            id="with"
            name="unitQuery"
            type="search"
            autoComplete="off"
            maxLength={100}
            defaultValue={values['unitQuery']}
            aria-label={t.mergeSearch}
            aria-invalid={faults['with'] ? true : undefined}
            aria-describedby={faults['with'] ? 'with-fault' : undefined}
          />
          <button className="button button--quiet" name="intent" value="find-unit">
            {t.add}
          </button>
        </div>
        {hits && <p role="status">{others.length === 0 ? units.nothing : units.found(others.length)}</p>}
        {[...chosen, ...others].map((hit) => (
          <label className="choice" key={hit.id}>
            <input type="checkbox" name="with" value={hit.id} defaultChecked={ticked.has(hit.id)} />
            <span lang="vi">
              {hit.name}
              <span className="field__hint">{hit.pathText}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="stack-s">
        <legend className="field__label">{t.mergeInto}</legend>
        {[unit, ...chosen].map(({ id, name }) => (
          <label className="choice" key={id}>
            <input type="radio" name="into" value={id} defaultChecked={(values['into'] || unit.id) === id} />
            <span lang="vi">{t.intoOne(name)}</span>
          </label>
        ))}
        <label className="choice">
          <input type="radio" name="into" value="new" defaultChecked={values['into'] === 'new'} />
          <span>{t.intoNew}</span>
        </label>
      </fieldset>
      <details className="panel" open={values['into'] === 'new' || faults['name'] !== undefined}>
        <summary>{t.newUnit}</summary>
        <div className="stack">
          <NameField {...fields} label={t.newName} />
          <NatureFields {...fields} blocks={blocks} />
        </div>
      </details>
    </>
  );
}
