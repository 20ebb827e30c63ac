import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { renderSVG } from 'uqr';
import { ConfirmationCard } from '#app/features/confirmations/confirmation-card.tsx';
import { getConfirmation } from '#app/features/confirmations/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { confirmationsText } from '#app/text/confirmations.ts';
import { contestsText } from '#app/text/contests.ts';
import { confirmationStyles } from '#app/ui/confirmation-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = confirmationStyles;
export const meta = pageTitle<typeof loader>((locale) => confirmationsText[locale].title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const contestSlug = params['contestSlug'] ?? '';
  const found = await getConfirmation({ actor, contestSlug, now: at });
  if (!found.ok) {
    if (found.error === 'not-found') throw refusalPage('not-found');
    return { contestSlug, shown: undefined };
  }
  const origin = env().APP_ORIGIN ?? new URL(request.url).origin;
  const address = `${origin}${paths.confirm(found.value.code)}`;
  const shortAddress = `${origin}${paths.confirmCode()}`.replace(/^https?:\/\//u, '');
  // why much correction: it is read from scratched screens and from paper.
  const qr = renderSVG(address, { ecc: 'Q', border: 2 });
  return { contestSlug, shown: { confirmation: found.value, address, shortAddress, qr } };
}

export default function ConfirmationPage() {
  const t = useText(confirmationsText);
  const contests = useText(contestsText);
  const { contestSlug, shown } = useLoaderData<typeof loader>();
  const steps = [
    { to: paths.contests(), name: contests.listTitle },
    ...(shown ? [{ to: paths.contest(contestSlug), name: shown.confirmation.contest.title, lang: 'vi' as const }] : []),
  ];
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={steps} here={t.title} />
      <h1>{shown ? t.document : t.notYetTitle}</h1>
      {shown ? (
        <>
          <ConfirmationCard {...shown} />
          <div className="stack-s no-print">
            <p>{t.howTo}</p>
            <p className="small quiet">
              {t.whatItTells} {t.print}
            </p>
            <p>
              <Link className="button button--quiet" to={paths.contest(contestSlug)}>
                {t.back}
              </Link>
            </p>
          </div>
        </>
      ) : (
        <div className="panel stack">
          <p>{t.notYet}</p>
          <p>
            <Link className="button" to={paths.contest(contestSlug)}>
              {t.toContest}
            </Link>
          </p>
        </div>
      )}
    </div>
  );
}
