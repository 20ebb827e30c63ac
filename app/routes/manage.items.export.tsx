import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { bankQueryOf } from '#app/features/bank/bank-address.ts';
import { ExportQuery } from '#app/features/exchange/export.schema.ts';
import { ExportChoice } from '#app/features/exchange/export-choice.tsx';
import { chooseForExport, writableFormats } from '#app/features/exchange/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { exportText } from '#app/text/exchange-export.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = bankStyles;
export const meta = pageTitle<typeof loader>((locale) => exportText[locale].title);

/** What each format would lose of the chosen items is counted by writing it, before anything is taken. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireTopRight(request, 'read-items', now());
  const search = new URL(request.url).searchParams;
  const { format, ids } = ExportQuery.parse(Object.fromEntries(search));
  const { locale } = await readPreferences(request);
  const chosen = await chooseForExport({ actor, ids, query: bankQueryOf(search), format, locale });
  const kept = [...search].filter(([name]) => name !== 'format' && name !== 'page');
  return { ...chosen, format, formats: writableFormats(), kept };
}

export default function ExportPage() {
  const t = useText(exportText);
  const { items, losses, format, formats, kept } = useLoaderData<typeof loader>();
  const hidden = kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  return (
    <div className="narrow stack-l">
      <BankBreadcrumb here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      <Form method="get" className="stack">
        {hidden}
        <ExportChoice formats={formats} format={format} />
        <div>
          <button className="button button--quiet">{t.count}</button>
        </div>
      </Form>
      <section className="panel stack" aria-live="polite">
        <p>
          <strong>{t.items(String(items))}</strong>
        </p>
        {losses.length === 0 && <p>{t.noLoss}</p>}
        {losses.length > 0 && (
          <>
            <p>{t.losses}</p>
            <ul className="plain-list">
              {losses.map(({ code, count, sentence }) => (
                <li key={code}>{t.loss(String(count), sentence)}</li>
              ))}
            </ul>
          </>
        )}
        {items > 0 && (
          <form method="post" action={paths.manageItemsExportFile()}>
            {hidden}
            <input type="hidden" name="format" value={format} />
            <button className="button">{t.download}</button>
          </form>
        )}
        <p className="small quiet">{t.audit}</p>
      </section>
    </div>
  );
}
