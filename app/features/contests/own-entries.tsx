import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { categoriesText } from '#app/text/categories.ts';
import { openConfirmationText } from '#app/text/open-confirmation.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { OwnEntry } from './own-categories.server.ts';

/** The contests that a person has entered: confirmation, and what they are counted as. */
export function OwnEntries({ entries }: { entries: readonly OwnEntry[] }) {
  const t = useText(categoriesText);
  const confirmation = useText(openConfirmationText);
  const locale = useLocale();
  if (entries.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="own-contests">
      <h2 id="own-contests">{t.contests}</h2>
      <ul className="stack">
        {entries.map(({ slug, title, since, counts, asks, categories }) => (
          <li key={slug} className="stack-s">
            <p>
              <Link to={paths.contest(slug)} lang="vi">
                {title}
              </Link>
              <span className="field__hint">{counts ? t.since(formatInstant(since, locale)) : t.practised}</span>
            </p>
            {asks && (
              <p className="small">
                {t.legend}: {categories.length === 0 ? t.none : categories.map((each) => t.names[each]).join('; ')}
              </p>
            )}
            <p className="row">
              {counts && <Link to={paths.confirmation(slug)}>{confirmation.open}</Link>}
              {asks && <Link to={paths.ownCategories(slug)}>{t.change}</Link>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
