import { createContext, useContext, type InputHTMLAttributes, type ReactNode } from 'react';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';

/** What a piece asks of a field of the form. */
export interface FormField {
  readonly id: string;
  readonly name: string;
  readonly initialValue?: unknown;
}

/** Sentences of what is wrong, by the name of the field. */
const FaultsContext = createContext<Readonly<Record<string, string>>>({});

export const FaultsProvider = FaultsContext.Provider;

/** Whether something is wrong with one of these fields: what is folded away opens then. */
export function useHasFault(...fields: readonly FormField[]): boolean {
  const faults = useContext(FaultsContext);
  return fields.some(({ name }) => faults[name] !== undefined);
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export interface PieceProps {
  readonly field: FormField;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

/** Ids of what describes a field, and its fault. */
export function useDescription({ field, hint }: PieceProps): {
  fault: string | undefined;
  described: string | undefined;
} {
  const fault = useContext(FaultsContext)[field.name];
  const described = [hint ? `${field.id}-hint` : '', fault ? `${field.id}-fault` : ''].filter(Boolean).join(' ');
  return { fault, described: described === '' ? undefined : described };
}

export function Words({
  field,
  label,
  hint,
  isOptional,
  fault,
  as,
}: PieceProps & { fault: string | undefined; as: 'label' | 'legend' }) {
  const t = useText(shellText);
  const name = (
    <>
      {label} {isOptional === true && <span className="quiet optional">{t.optional}</span>}
    </>
  );
  return (
    <>
      {as === 'label' ? (
        <label className="field__label" htmlFor={field.id}>
          {name}
        </label>
      ) : (
        <legend className="field__label">{name}</legend>
      )}
      {hint && (
        <span className="field__hint" id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="field__fault" id={`${field.id}-fault`}>
          {fault}
        </span>
      )}
    </>
  );
}

/** A line of text. Numbers are typed as text too: with a comma, as people here write them. */
export function TextPiece({
  input,
  ...piece
}: PieceProps & { readonly input?: InputHTMLAttributes<HTMLInputElement> | undefined }) {
  const { field } = piece;
  const { fault, described } = useDescription(piece);
  return (
    <div className="field">
      <Words {...piece} fault={fault} as="label" />
      <input
        type="text"
        autoComplete="off"
        maxLength={2_000}
        {...input}
        className={`input ${input?.className ?? ''}`}
        id={field.id}
        name={field.name}
        defaultValue={textOf(field.initialValue)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
      />
    </div>
  );
}

/** A number. */
export const NumberPiece = (piece: PieceProps & { readonly isWhole?: boolean }) => {
  const { isWhole = true, ...rest } = piece;
  return (
    <TextPiece
      {...rest}
      input={{ inputMode: isWhole ? 'numeric' : 'decimal', className: 'input--short', maxLength: 12 }}
    />
  );
};

/** Date and time in Viet Nam, by the browser's own chooser. */
export const TimePiece = (piece: PieceProps) => (
  <TextPiece {...piece} input={{ type: 'datetime-local', className: 'input--time' }} />
);

/** Several lines of text. */
export function AreaPiece({ rows = 3, ...piece }: PieceProps & { readonly rows?: number }) {
  const { field } = piece;
  const { fault, described } = useDescription(piece);
  return (
    <div className="field">
      <Words {...piece} fault={fault} as="label" />
      <textarea
        className="input"
        rows={rows}
        maxLength={2_000}
        id={field.id}
        name={field.name}
        defaultValue={textOf(field.initialValue)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
      />
    </div>
  );
}

/** What belongs together in a form, under a heading. */
export function FormGroup({
  title,
  id,
  hint,
  children,
}: {
  title: string;
  id?: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <section className="form-group stack" aria-label={title}>
      <div>
        <h2 className="form-group__title" id={id} tabIndex={id === undefined ? undefined : -1}>
          {title}
        </h2>
        {hint && <p className="field__hint">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
