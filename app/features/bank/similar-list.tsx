import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { SimilarFound } from './find-similar.server.ts';

/** Items of the bank that are probably the same question; nothing where there is none. */
export function SimilarList({
  similar,
}: {
  readonly similar: readonly Pick<SimilarFound, 'itemId' | 'prompt' | 'score'>[];
}) {
  const t = useText(authoringReviewText);
  const locale = useLocale();
  if (similar.length === 0) return null;
  return (
    <section className="notice notice--warn stack-s" aria-labelledby="similar">
      <h2 id="similar" className="form-group__title">
        {t.similar}
      </h2>
      <ul className="stack-s">
        {similar.map(({ itemId, prompt, score }) => (
          <li key={itemId} lang="vi">
            <Link to={paths.manageItem(itemId)}>{prompt}</Link>{' '}
            <span className="quiet small">
              {itemId}, {t.likeness(formatNumber(100 * score, locale))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
