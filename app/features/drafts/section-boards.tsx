import { useForm, type FieldMetadata, type FormMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { useText } from '#app/ui/locale.tsx';
import { ChosenUnits } from './chosen-units.tsx';
import { RadioPiece, TicksPiece } from './choice-pieces.tsx';
import { FormGroup, NumberPiece, textOf, TextPiece } from './form-pieces.tsx';
import { RowButtons } from './list-buttons.tsx';
import type { UnitList } from './section-entry.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { BoardsForm } from './sections/boards.schema.ts';

const BOARDS = ['live', 'frozen', 'after-close', 'own-row'] as const;
const CRITERIA = ['people', 'rate', 'meanScore', 'allRight'] as const;
const KEYS = ['after-round', 'after-contest', 'never'] as const;

interface BoardsProps extends SectionProps {
  readonly unitNames: Readonly<Record<string, string>>;
  /** Chooses a unit; the button beside it adds the unit to a block. */
  readonly unitPicker: ReactNode;
}

/** Who sees rankings and keys when; how units compete, and in which blocks. */
export function BoardsSection({ unitNames, unitPicker, ...props }: BoardsProps) {
  const t = useText(draftRulesText);
  const [form, fields] = useForm<BoardsForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as BoardsForm,
  });
  const units = fields.units.getFieldset();
  const blocks = fields.blocks.getFieldList();
  return (
    <SectionForm form={form} {...props}>
      <RadioPiece
        field={fields.boards}
        label={t.boards}
        options={BOARDS.map((board) => ({
          value: board,
          label: t.boardsOf[board],
          hint: t.boardsOf[`${board}Hint`],
        }))}
      />
      <NumberPiece field={fields.frozenForMinutes} label={t.frozenFor} hint={t.frozenForHint} />
      <RadioPiece
        field={fields.keys}
        label={t.keys}
        options={KEYS.map((key) => ({ value: key, label: t.keysOf[key] }))}
      />
      <TicksPiece
        field={units.criteria}
        label={t.unitCriteria}
        hint={t.unitCriteriaHint}
        options={CRITERIA.map((criterion) => ({ value: criterion, label: t.unitCriteriaOf[criterion] }))}
      />
      <NumberPiece field={units.minimumHeadcount} label={t.minimumHeadcount} hint={t.minimumHeadcountHint} />
      <FormGroup title={t.blocks} hint={t.blocksHint} id={fields.blocks.id}>
        {blocks.map((block, index) => (
          <Block key={block.key} block={block} index={index} of={blocks.length} form={form} unitNames={unitNames} />
        ))}
        <p>
          <button
            className="button button--quiet button--small"
            {...form.insert.getButtonProps({ name: fields.blocks.name, defaultValue: { name: '' } })}
          >
            {t.addBlock}
          </button>
        </p>
        {blocks.length > 0 && (
          <div className="stack">
            {unitPicker}
            <div className="list-row">
              <label className="field">
                <span className="field__label">{t.addTo}</span>
                <select className="input" name="unitList" defaultValue={`blocks[${blocks.length - 1}].units`}>
                  {blocks.map((block, index) => (
                    <option key={block.key} value={`blocks[${index}].units`}>
                      {textOf(block.getFieldset().name.value) || t.block(index + 1)}
                    </option>
                  ))}
                </select>
              </label>
              <button className="button button--quiet button--small" name="intent" value="add-unit">
                {t.addUnit}
              </button>
            </div>
          </div>
        )}
      </FormGroup>
    </SectionForm>
  );
}

interface BlockProps {
  readonly block: FieldMetadata<NonNullable<BoardsForm['blocks']>[number], BoardsForm>;
  readonly index: number;
  readonly of: number;
  readonly form: FormMetadata<BoardsForm>;
  readonly unitNames: Readonly<Record<string, string>>;
}

function Block({ block, index, of, form, unitNames }: BlockProps) {
  const t = useText(draftRulesText);
  const fields = block.getFieldset();
  const units = (fields.units as unknown as UnitList).getFieldList();
  return (
    <section className="panel stack-s" aria-label={t.block(index + 1)} id={block.id}>
      <div className="row row--apart">
        <h3 className="form-group__title">{t.block(index + 1)}</h3>
        <RowButtons form={form} list="blocks" index={index} length={of} thing={t.block(index + 1)} />
      </div>
      <TextPiece field={fields.name} label={t.blockName} input={{ lang: 'vi', maxLength: 200 }} />
      {units.length === 0 ? (
        <p className="quiet small" id={fields.units.id}>
          {t.blockEmpty}
        </p>
      ) : (
        <ChosenUnits form={form} list={fields.units.name} fields={units} names={unitNames} />
      )}
    </section>
  );
}
