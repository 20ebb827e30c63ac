import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { PaperForm } from '#app/features/papers/forms/paper-form.tsx';
import type { PaperFault } from '#app/features/papers/forms/paper-order.schema.ts';
import { getPaperPage } from '#app/features/papers/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { papersText } from '#app/text/papers.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = pageTitle<typeof loader>((locale, data) => data && papersText[locale].pageTitle(data.page.title));

const FAULTS: readonly PaperFault[] = ['badVariants', 'badSeed'];

/** Where papers for print are ordered; what could not be made comes back here, with the order as it was. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  const contestSlug = params['contestSlug'] ?? '';
  const page = await getPaperPage(contestSlug, serverNow);
  if (!page) throw refusalPage('not-found');
  const { fault, missing, ...values } = Object.fromEntries(new URL(request.url).searchParams);
  return {
    contestSlug,
    page,
    values,
    fault: FAULTS.find((each) => each === fault),
    missing: missing === undefined ? undefined : Math.max(1, Math.trunc(Number(missing)) || 1),
  };
}

export default function PapersPage() {
  const t = useText(papersText);
  const manage = useText(manageText);
  const { contestSlug, page, ...order } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contestSlug), name: t.back },
        ]}
        here={t.title}
      />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p lang="vi">{page.title}</p>
        <p>{t.lead}</p>
      </header>
      <PaperForm page={page} action={paths.papersFile(contestSlug)} {...order} />
      <section className="stack-s">
        <h2>{t.contains}</h2>
        <ul>
          <li>{t.containsPapers}</li>
          <li>{t.containsSheet}</li>
          <li>{t.containsKey}</li>
        </ul>
      </section>
    </div>
  );
}
