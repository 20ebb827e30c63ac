import type { ReactNode } from 'react';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { ReviewedLines } from '#app/ui/answers/reviewed-lines.tsx';
import { useText } from '#app/ui/locale.tsx';
import { SafeHtml } from '#app/ui/safe-html.tsx';
import { Findings } from '../item-editor.tsx';
import type { ShownVersion as Shown } from './shown-version.server.ts';

/** A text as contestants see it, beside its key, explanation, source and faults. */
export function ShownVersion({ shown, preview }: { readonly shown: Shown; readonly preview: ReactNode }) {
  const t = useText(authoringReviewText);
  return (
    <div className="item-desk">
      {preview}
      <section className="stack" aria-labelledby="answer">
        <h2 id="answer">{t.answer}</h2>
        <ReviewedLines interaction={shown.interaction} lines={shown.lines} showsWeights />
        <SafeHtml html={shown.rationale} />
        <p className="small quiet" lang="vi">
          {shown.source}
        </p>
        <Findings findings={shown.findings} />
      </section>
    </div>
  );
}
