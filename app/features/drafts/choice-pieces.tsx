import { textOf, useDescription, Words, type PieceProps } from './form-pieces.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One of several, folded away. `groups` puts options under headings. */
export function SelectPiece({
  options,
  groups = [],
  ...piece
}: PieceProps & {
  readonly options: readonly Option[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
}) {
  const { field } = piece;
  const { fault, described } = useDescription(piece);
  const known = [...options, ...groups.flatMap((group) => group.options)].some(
    ({ value }) => value === textOf(field.initialValue),
  );
  return (
    <div className="field">
      <Words {...piece} fault={fault} as="label" />
      <select
        className="input"
        id={field.id}
        name={field.name}
        defaultValue={textOf(field.initialValue)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
      >
        {!known && <option value={textOf(field.initialValue)}>{textOf(field.initialValue)}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** One of a few, each explained. The first has the id of the field, so that a fault leads to it. */
export function RadioPiece({ options, ...piece }: PieceProps & { readonly options: readonly Option[] }) {
  const { field } = piece;
  const { fault, described } = useDescription(piece);
  return (
    <fieldset className="field options" aria-describedby={described}>
      <Words {...piece} fault={fault} as="legend" />
      {options.map(({ value, label, hint }, index) => (
        <label className="option" key={value}>
          <input
            type="radio"
            id={index === 0 ? field.id : undefined}
            name={field.name}
            value={value}
            defaultChecked={textOf(field.initialValue) === value}
          />
          <span>
            {label}
            {hint && <span className="field__hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Several of a few. */
export function TicksPiece({ options, ...piece }: PieceProps & { readonly options: readonly Option[] }) {
  const { field } = piece;
  const { fault, described } = useDescription(piece);
  const chosen = [field.initialValue].flat();
  return (
    <fieldset className="field options" aria-describedby={described}>
      <Words {...piece} fault={fault} as="legend" />
      {options.map(({ value, label }, index) => (
        <label className="option" key={value}>
          <input
            type="checkbox"
            id={index === 0 ? field.id : undefined}
            name={field.name}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A yes or no. */
export function TickPiece(piece: PieceProps) {
  const { field, label, hint } = piece;
  const { fault, described } = useDescription(piece);
  return (
    <div className="field">
      {fault && (
        <span className="field__fault" id={`${field.id}-fault`}>
          {fault}
        </span>
      )}
      <label className="option">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          defaultChecked={textOf(field.initialValue) === 'on'}
          aria-describedby={described}
        />
        <span>
          {label}
          {hint && (
            <span className="field__hint" id={`${field.id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
