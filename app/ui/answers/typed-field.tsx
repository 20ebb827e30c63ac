import { useEffect, useRef } from 'react';
import { LONGEST_TEXT } from '#app/domain/items/response.ts';
import { answersText } from '#app/text/answers.ts';
import { useText } from '../locale.tsx';

interface TypedFieldProps {
  readonly id: string;
  readonly name: string;
  readonly isNumber: boolean;
  /** What the number is measured in. */
  readonly unit?: string | undefined;
  /** What was typed so far. */
  readonly typed: string;
  readonly onType?: (text: string) => void;
  /** The field was left. */
  readonly onLeave?: () => void;
}

/** One field for a word or a number. What stands in it belongs to who types; what comes from elsewhere appears when it is left. */
export function TypedField({ id, name, isNumber, unit, typed, onType, onLeave }: TypedFieldProps) {
  const t = useText(answersText);
  const field = useRef<HTMLInputElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    // What was typed before scripts ran is newer than what the page came with.
    const isTouched = isFirst.current && input.value !== typed && input.value !== '';
    if (isTouched) onType?.(input.value);
    else if (input !== document.activeElement || input.matches(':disabled')) input.value = typed;
    isFirst.current = false;
    // oxlint-disable-next-line react/exhaustive-deps -- only when what is held has changed
  }, [typed]);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t.typedLabel}
      </label>
      <span className="typed">
        <input
          className={isNumber ? 'input typed__input typed__input--number number' : 'input typed__input'}
          ref={field}
          id={id}
          name={name}
          type="text"
          lang="vi"
          inputMode={isNumber ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={LONGEST_TEXT}
          defaultValue={typed}
          aria-describedby={unit ? `${id}-unit` : undefined}
          onChange={(event) => onType?.(event.target.value)}
          onBlur={onLeave}
        />
        {unit && (
          <span className="typed__unit" id={`${id}-unit`} lang="vi">
            {unit}
          </span>
        )}
      </span>
      <p className="field__hint">{isNumber ? t.numberHint : t.textHint}</p>
    </div>
  );
}
