import { Form } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { unitActsText } from '#app/text/unit-acts.ts';
import { useText } from '#app/ui/locale.tsx';

interface ChangeConfirmProps {
  /** What confirming would do, in sentences. */
  readonly sentences: readonly string[];
  /** Everything that the form said, and the mark of what was looked at. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What a change would do, and the button that does it. */
export function ChangeConfirm({ sentences, fields }: ChangeConfirmProps) {
  const t = useText(unitActsText);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="notice notice--warn stack" aria-labelledby="before">
      <h2 id="before" tabIndex={-1} ref={heading}>
        {t.before}
      </h2>
      <ul className="plain-list number">
        {sentences.map((sentence) => (
          <li key={sentence} lang="vi">
            {sentence}
          </li>
        ))}
      </ul>
      <Form method="post">
        {fields.map(([name, value], index) => (
          <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
        ))}
        <button className="button button--large" name="intent" value="confirm">
          {t.confirm}
        </button>
      </Form>
    </section>
  );
}
