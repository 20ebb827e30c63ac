import type { ComponentType } from 'react';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';
import type { PreviewQuestion } from './get-desk.server.ts';

interface PreviewFrameProps {
  readonly question: PreviewQuestion;
  /** What shows a question as contestants see it. */
  readonly as: ComponentType<{ question: PreviewQuestion; of: number }>;
  readonly isDraft?: boolean;
}

/**
 * The question as a contestant sees it, at the width of a phone and, in a folded part, of a computer.
 * @param isDraft somebody writes at it: what is seen is the text that was saved last
 */
export function PreviewFrame({ question, as: Shown, isDraft = false }: PreviewFrameProps) {
  const t = useText(authoringText);
  return (
    <section className="stack-s" aria-label={t.preview}>
      <h2 className="form-group__title">{t.preview}</h2>
      {isDraft && <p className="quiet small">{t.previewNote}</p>}
      <form className="item-preview item-preview--phone sheet sheet--still" aria-label={t.phone}>
        <Shown question={question} of={1} />
      </form>
      <details>
        <summary>{t.wide}</summary>
        <form className="item-preview sheet sheet--still" aria-label={t.wide}>
          {/* why another slot: fields of one name on one page would be one field. */}
          <Shown question={{ ...question, slot: 2 }} of={2} />
        </form>
      </details>
    </section>
  );
}
