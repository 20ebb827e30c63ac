import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getSealedPage, makePackage } from '#app/features/audit/index.server.ts';
import { Minutes } from '#app/features/audit/sealing/minutes.tsx';
import { HowToCheck, MakePackage, SealedPackages } from '#app/features/audit/sealing/sealed-packages.tsx';
import { hasSteppedUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { auditText } from '#app/text/audit.ts';
import { auditStyles } from '#app/ui/audit-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = auditStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && auditText[locale].sealedPageTitle(page.title));

/** Sealed packages of the results of a contest, and what its minutes take up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'export-results', serverNow);
  const contestSlug = params['contestSlug'] ?? '';
  const page = await getSealedPage({ slug: contestSlug, now: serverNow });
  if (!page) throw refusalPage('not-found');
  return { contestSlug, ...page, isMade: new URL(request.url).searchParams.get('done') === '1' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'export-results', at);
  const contestSlug = params['contestSlug'] ?? '';
  const refused = (refusal: 'step-up-needed' | 'not-settled') => data({ refusal }, { status: statusOf(refusal) });
  if (!(await hasSteppedUp(request, at))) return refused('step-up-needed');
  const made = await makePackage({ actor, contestSlug, now: at });
  if (made.ok) throw redirect(`${paths.sealedResults(contestSlug)}?done=1`);
  if (made.error === 'not-found') throw refusalPage('not-found');
  return refused(made.error);
}

export default function SealedPage() {
  const t = useText(auditText);
  const { contestSlug, title, canSeal, packages, minutes, isMade } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: t.manage },
          { to: paths.manageContest(contestSlug), name: title, lang: 'vi' },
          { to: paths.manageResults(contestSlug), name: t.results },
        ]}
        here={t.sealedTitle}
      />
      <header className="stack-s">
        <h1>{t.sealedTitle}</h1>
        <p lang="vi">{title}</p>
        <p>{t.sealedLead}</p>
      </header>
      {isMade && !answer && (
        <p className="notice notice--good" role="status">
          {t.made}
        </p>
      )}
      <MakePackage contestSlug={contestSlug} canSeal={canSeal} refusal={answer?.refusal} />
      <SealedPackages contestSlug={contestSlug} packages={packages} />
      <Minutes {...minutes} />
      <HowToCheck />
    </div>
  );
}
