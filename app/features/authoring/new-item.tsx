import { Form } from '@remix-run/react';
import { INTERACTIONS } from '#app/domain/items/item.ts';
import { authoringText } from '#app/text/authoring.ts';
import { bankText } from '#app/text/bank.ts';
import { useText } from '#app/ui/locale.tsx';
import { LessonSelect, type LessonChoices } from './item-fields.tsx';

/** Begins an item: its kind and its lesson. */
export function NewItem({ choices }: { choices: LessonChoices }) {
  const t = useText(authoringText);
  const kinds = useText(bankText).interaction;
  return (
    <Form method="post" className="stack measure">
      <LessonSelect choices={choices} defaultValue="" />
      <fieldset className="stack-s">
        <legend className="field__label">{t.kind}</legend>
        {INTERACTIONS.map((interaction, index) => (
          <label className="choice" key={interaction}>
            <input type="radio" name="interaction" value={interaction} defaultChecked={index === 0} />
            <span>
              <strong>{kinds[interaction]}</strong>
              <span className="field__hint">{t.kindHint[interaction]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button className="button">{t.begin}</button>
    </Form>
  );
}
