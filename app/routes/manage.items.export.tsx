import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FORMATS } from '#app/domain/exchange/parsed-file.ts';
import { exportPreview } from '#app/features/exchange/index.server.ts';
import { FORMAT_NAMES } from '#app/features/exchange/import-fields.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { exportText } from '#app/text/export.ts';
import { noteSentence } from '#app/text/file-notes.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = bankStyles;
export const meta = pageTitle<typeof loader>((locale) => exportText[locale].title);

/** The items that the list's address names, or ?ids=a,b,c; with ?format= what that format would lose of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireTopRight(request, 'read-items', now());
  const { search, searchParams } = new URL(request.url);
  const format = FORMATS.find((each) => each === searchParams.get('format'));
  searchParams.delete('format');
  const rest = searchParams.toString();
  return { ...(await exportPreview({ actor, search, format })), format, query: rest === '' ? '' : `&${rest}` };
}

export default function ExportPage() {
  const t = useText(exportText);
  const locale = useLocale();
  const { items, losses, format, query } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack-l">
      <BankBreadcrumb here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p>{t.lead(formatNumber(items, locale))}</p>
      </header>
      <nav aria-label={t.format} className="row">
        {FORMATS.map((each) => (
          <a
            key={each}
            className={each === format ? 'button button--small' : 'button button--quiet button--small'}
            href={`?format=${each}${query}`}
            aria-current={each === format ? 'page' : undefined}
          >
            {FORMAT_NAMES[each]}
          </a>
        ))}
      </nav>
      {format && (
        <section className="panel stack">
          <h2>{FORMAT_NAMES[format]}</h2>
          {losses.length === 0 ? <p>{t.noLosses}</p> : <p>{t.losses}</p>}
          <ul>
            {losses.map(({ code, count, first }) => (
              <li key={code}>
                {noteSentence(first, locale)} <span className="quiet">({t.times(formatNumber(count, locale))})</span>
              </li>
            ))}
          </ul>
          <p className="notice">{t.secret}</p>
          <p>
            <a className="button" href={`${paths.exportFile()}?format=${format}${query}`}>
              {t.download}
            </a>
          </p>
        </section>
      )}
    </div>
  );
}
