import { draftFormsText } from '#app/text/drafts-forms.ts';
import { useText } from '#app/ui/locale.tsx';

/** What conform gives a button that changes a list: it posts the form, and the page comes back with the list changed. */
export interface IntentProps {
  readonly name: string;
  readonly value: string;
  readonly form: string;
  readonly formNoValidate: boolean;
}

/** The part of conform's form that lists need. */
export interface ListControl {
  readonly remove: { getButtonProps(payload: never): IntentProps };
  readonly reorder: { getButtonProps(payload: never): IntentProps };
}

interface RowButtonsProps {
  readonly form: ListControl;
  /** Name of the list. */
  readonly list: string;
  readonly index: number;
  readonly length: number;
  /** What the row is called, for those who hear the buttons one by one. */
  readonly thing: string;
  readonly isMovable?: boolean;
}

/** Move up, move down and remove: plain buttons of the form, which work without scripts. */
export function RowButtons({ form, list, index, length, thing, isMovable = true }: RowButtonsProps) {
  const t = useText(draftFormsText);
  const move = (to: number) => form.reorder.getButtonProps({ name: list, from: index, to } as never);
  return (
    <div className="row-buttons">
      {isMovable && index > 0 && (
        <button className="button button--plain button--small" {...move(index - 1)} aria-label={t.of(t.up, thing)}>
          {t.up}
        </button>
      )}
      {isMovable && index < length - 1 && (
        <button className="button button--plain button--small" {...move(index + 1)} aria-label={t.of(t.down, thing)}>
          {t.down}
        </button>
      )}
      <button
        className="button button--plain button--small button--remove"
        {...form.remove.getButtonProps({ name: list, index } as never)}
        aria-label={t.of(t.remove, thing)}
      >
        {t.remove}
      </button>
    </div>
  );
}
