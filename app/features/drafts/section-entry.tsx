import { useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import { CATEGORIES } from '#app/domain/units/category.ts';
import { categoriesText } from '#app/text/categories.ts';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { useText } from '#app/ui/locale.tsx';
import { ChosenUnits } from './chosen-units.tsx';
import { TickPiece, TicksPiece } from './choice-pieces.tsx';
import { AreaPiece, FormGroup, NumberPiece, TextPiece } from './form-pieces.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { EntryForm } from './sections/entry.schema.ts';

interface EntryProps extends SectionProps {
  readonly unitNames: Readonly<Record<string, string>>;
  /** Names of the blocks that there are. */
  readonly blocks: readonly string[];
  /** Chooses a unit; the button beside it adds the unit to the list. */
  readonly unitPicker: ReactNode;
}

/** Who may enter: age, units, blocks; code and pledge. */
export function EntrySection({ unitNames, blocks, unitPicker, ...props }: EntryProps) {
  const t = useText(draftRulesText);
  const { names } = useText(categoriesText);
  const [form, fields] = useForm<EntryForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as EntryForm,
  });
  const entry = fields.entry.getFieldset();
  const units = (entry.units as unknown as UnitList).getFieldList();
  const chosenBlocks = [entry.blocks.initialValue].flat().filter((name): name is string => typeof name === 'string');
  const blockNames = [...new Set([...blocks, ...chosenBlocks])].filter((name) => name !== '');
  return (
    <SectionForm form={form} {...props}>
      <FormGroup title={t.units} hint={t.unitsHint} id={entry.units.id}>
        <ChosenUnits form={form} list={entry.units.name} fields={units} names={unitNames} />
        <input type="hidden" name="unitList" value={entry.units.name} />
        {unitPicker}
        <p>
          <button className="button button--quiet button--small" name="intent" value="add-unit">
            {t.addUnit}
          </button>
        </p>
      </FormGroup>
      {blockNames.length > 0 ? (
        <TicksPiece
          field={entry.blocks}
          label={t.blocksAllowed}
          hint={t.blocksAllowedHint}
          options={blockNames.map((name) => ({ value: name, label: name }))}
        />
      ) : (
        <p className="quiet">{t.noBlocks}</p>
      )}
      {units.length === 0 && chosenBlocks.length === 0 && <p className="notice">{t.openToAll}</p>}
      <NumberPiece field={entry.minimumAge} label={t.minimumAge} hint={t.minimumAgeHint} isOptional />
      <TickPiece field={entry.excludesOrganizers} label={t.excludesOrganizers} hint={t.excludesOrganizersHint} />
      <TextPiece
        field={entry.accessCode}
        label={t.accessCode}
        hint={t.accessCodeHint}
        isOptional
        input={{ className: 'input--short', maxLength: 64 }}
      />
      <AreaPiece field={entry.consent} label={t.consent} hint={t.consentHint} isOptional rows={4} />
      <TicksPiece
        field={entry.categories}
        label={t.categories}
        hint={t.categoriesHint}
        isOptional
        options={CATEGORIES.map((value) => ({ value, label: names[value] }))}
      />
    </SectionForm>
  );
}

/** The list of units, which the type of the form gives as one text or several. */
export interface UnitList {
  getFieldList(): { id: string; name: string; key: string | undefined; initialValue?: unknown }[];
}
