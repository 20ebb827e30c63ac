import { isTyped } from '#app/domain/items/item.ts';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';
import { rowField, type FormRow, type ItemForm } from './item-form.ts';

interface RowsProps {
  readonly form: ItemForm;
  readonly list: 'options' | 'targets';
  readonly onRow: (index: number, change: Partial<FormRow>) => void;
  readonly onAct: (act: string) => void;
  /** What is said of a row, by its id. */
  readonly saidOf: (id: string) => readonly string[];
}

/** The rows of an item: options, or what they are matched with. Buttons post the form, and work without scripts. */
export function ItemRows({ form, list, onRow, onAct, saidOf }: RowsProps) {
  const t = useText(authoringText);
  const rows = form[list];
  return (
    <fieldset className="item-rows stack-s" id={`field-${list}`} tabIndex={-1}>
      <legend className="field__label">{list === 'targets' ? t.targets : t.options[form.interaction]}</legend>
      {list === 'options' && <p className="field__hint">{t.optionsHint[form.interaction]}</p>}
      {rows.map((row, index) => (
        <Row
          key={row.id}
          {...{ form, list, row, index, onAct }}
          said={saidOf(row.id)}
          length={rows.length}
          onRow={(change) => onRow(index, change)}
        />
      ))}
      <RowButton act={`add:${list}`} onAct={onAct} words={list === 'targets' ? t.addTarget : t.addOption} />
    </fieldset>
  );
}

function RowButton({ act, onAct, words, of }: { act: string; onAct: RowsProps['onAct']; words: string; of?: string }) {
  return (
    <button
      className="button button--plain button--small"
      name="do"
      value={`row:${act}`}
      aria-label={of}
      onClick={(event) => {
        event.preventDefault();
        onAct(act);
      }}
    >
      {words}
    </button>
  );
}

interface RowProps extends Pick<RowsProps, 'form' | 'list' | 'onAct'> {
  readonly row: FormRow;
  readonly index: number;
  readonly length: number;
  readonly said: readonly string[];
  readonly onRow: (change: Partial<FormRow>) => void;
}

function Row({ form, list, row, index, length, said, onRow, onAct }: RowProps) {
  const t = useText(authoringText);
  const { interaction } = form;
  const name = (field: string) => rowField(list, index, field);
  const words = t.row(index + 1);
  const isChoice =
    list === 'options' && (interaction === 'choice' || interaction === 'multipleChoice' || interaction === 'trueFalse');
  const isOne = interaction !== 'multipleChoice';
  return (
    <div className={`item-row${isChoice && row.isKey ? ' item-row--key' : ''}`}>
      <input type="hidden" name={name('id')} value={row.id} />
      <div className="item-row__main">
        {isChoice && (
          <label className="item-row__key">
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={isOne ? 'key' : name('isKey')}
              value={isOne ? row.id : '1'}
              checked={row.isKey}
              aria-label={t.isKey(index + 1)}
              onChange={(event) => onRow({ isKey: event.currentTarget.checked })}
            />
          </label>
        )}
        <textarea
          className="input item-row__text"
          rows={1}
          name={name('text')}
          aria-label={list === 'targets' ? `${t.targets} ${index + 1}` : words}
          aria-invalid={said.length > 0 ? true : undefined}
          aria-describedby={said.length > 0 ? `said-${list}-${row.id}` : undefined}
          value={row.text}
          lang="vi"
          onChange={(event) => onRow({ text: event.currentTarget.value })}
        />
        <div className="item-row__acts">
          {index > 0 && <RowButton act={`up:${list}:${index}`} onAct={onAct} words={t.up} of={t.of(t.up, words)} />}
          {index < length - 1 && (
            <RowButton act={`down:${list}:${index}`} onAct={onAct} words={t.down} of={t.of(t.down, words)} />
          )}
          <RowButton act={`remove:${list}:${index}`} onAct={onAct} words={t.remove} of={t.of(t.remove, words)} />
        </div>
      </div>
      {said.length > 0 && (
        <p className="field__fault" id={`said-${list}-${row.id}`}>
          {said.join(' ')}
        </p>
      )}
      {list === 'options' && <RowMore {...{ form, row, name, onRow }} />}
    </div>
  );
}

function RowMore({
  form,
  row,
  name,
  onRow,
}: Pick<RowProps, 'form' | 'row' | 'onRow'> & { name: (field: string) => string }) {
  const t = useText(authoringText);
  const { interaction, targets } = form;
  const line = (field: 'tolerance' | 'weight' | 'rationale', label: string) => (
    <label className="item-row__line">
      <span className="field__hint">{label}</span>
      <input
        className={field === 'rationale' ? 'input' : 'input input--short'}
        name={name(field)}
        value={row[field]}
        autoComplete="off"
        onChange={(event) => onRow({ [field]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <>
      {interaction === 'match' && (
        <label className="item-row__line">
          <span className="field__hint">{t.matchWith}</span>
          <select
            className="input"
            name={name('target')}
            value={row.target}
            onChange={(event) => onRow({ target: event.currentTarget.value })}
          >
            <option value="">{t.notMatched}</option>
            {targets.map((target, at) => (
              <option key={target.id} value={target.id}>
                {at + 1}. {target.text.slice(0, 80)}
              </option>
            ))}
          </select>
        </label>
      )}
      {interaction === 'numericEntry' && line('tolerance', t.tolerance)}
      <details className="item-row__more" open={row.rationale !== '' || row.weight !== ''}>
        <summary>{t.more}</summary>
        {line('rationale', t.optionRationale)}
        {(interaction === 'choice' || interaction === 'multipleChoice' || isTyped(interaction)) &&
          line('weight', t.weight)}
      </details>
    </>
  );
}
