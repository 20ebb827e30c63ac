import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { useText } from '#app/ui/locale.tsx';
import { textOf, type FormField } from './form-pieces.tsx';
import type { ListControl } from './list-buttons.tsx';

interface ChosenUnitsProps {
  readonly form: ListControl;
  readonly list: string;
  readonly fields: readonly (FormField & { readonly key: string | undefined })[];
  readonly names: Readonly<Record<string, string>>;
}

/** Units that were chosen, each with a button that takes it out. */
export function ChosenUnits({ form, list, fields, names }: ChosenUnitsProps) {
  const t = useText(draftRulesText);
  const forms = useText(draftFormsText);
  return (
    <ul className="chosen">
      {fields.map((field, index) => {
        const id = textOf(field.initialValue);
        const name = names[id] ?? t.unknownUnit(id);
        return (
          <li className="chosen__unit" key={field.key} id={field.id}>
            <input type="hidden" name={field.name} value={id} />
            <span lang="vi">{name}</span>
            <button
              className="button button--plain button--small button--remove"
              {...form.remove.getButtonProps({ name: list, index } as never)}
              aria-label={forms.of(forms.remove, name)}
            >
              {forms.remove}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
