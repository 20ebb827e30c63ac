import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { getLooks, LOOKS_PER_PAGE } from '#app/features/privacy/index.server.ts';
import { LooksTable } from '#app/features/privacy/looks-view.tsx';
import { paths } from '#app/paths.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { identityText } from '#app/text/identity.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { privacyStyles } from '#app/ui/privacy-styles.ts';

export const links = privacyStyles;
export const meta = pageTitle<typeof loader>((locale) => ownDataText[locale].looks.title);

/** Who has looked at the own data. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { accountId } = await requireActor(request);
  const page = pageOf(request);
  const looks = await getLooks(accountId, { page });
  return { ...looks, page, pages: Math.max(1, Math.ceil(looks.total / LOOKS_PER_PAGE)) };
}

export default function LooksPage() {
  const t = useText(ownDataText);
  const identity = useText(identityText);
  const { rows, total, page, pages } = useLoaderData<typeof loader>();
  const steps = [
    { to: paths.account(), name: identity.accountTitle },
    { to: paths.ownData(), name: t.title },
  ];
  return (
    <div className="stack-l">
      <header className="stack-s measure">
        <Breadcrumb steps={steps} here={t.looks.title} />
        <h1>{t.looks.title}</h1>
        <p className="lead">{t.looks.lead}</p>
      </header>
      {total === 0 ? <p className="notice">{t.looks.none}</p> : <LooksTable looks={rows} total={total} />}
      <Pager page={page} pages={pages} hrefOf={(to) => `?page=${to}`} />
    </div>
  );
}
