import type { ReactNode } from 'react';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';

interface PreviewFrameProps {
  readonly phone: ReactNode;
  readonly wide: ReactNode;
  readonly isDraft?: boolean;
}

/**
 * The question as a contestant sees it, at the width of a phone and, in a folded part, of a computer.
 * @param isDraft somebody writes at it: what is seen is the text that was saved last
 */
export function PreviewFrame({ phone, wide, isDraft = false }: PreviewFrameProps) {
  const t = useText(authoringText);
  return (
    <section className="stack-s" aria-label={t.preview}>
      <h2 className="form-group__title">{t.preview}</h2>
      {isDraft && <p className="quiet small">{t.previewNote}</p>}
      <form className="item-preview item-preview--phone sheet sheet--still" aria-label={t.phone}>
        {phone}
      </form>
      <details>
        <summary>{t.wide}</summary>
        <form className="item-preview sheet sheet--still" aria-label={t.wide}>
          {wide}
        </form>
      </details>
    </section>
  );
}
