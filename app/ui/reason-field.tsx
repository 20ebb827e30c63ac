interface ReasonFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
}

/** A reason in a few lines, with its hint and its fault; the field is named "reason". */
export function ReasonField({ id, label, hint, fault, defaultValue, rows = 3 }: ReasonFieldProps) {
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="field__fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      <textarea
        className="input"
        id={id}
        name="reason"
        rows={rows}
        maxLength={500}
        defaultValue={defaultValue}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
