import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { RoundBlueprint } from '#app/features/papers/blueprint/round-blueprint.tsx';
import { getBlueprint } from '#app/features/papers/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { blueprintText } from '#app/text/blueprint.ts';
import { manageText } from '#app/text/manage.ts';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = bankStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && blueprintText[locale].pageTitle(page.title));

/** What the bank can do for each round: for those who read questions, and so for those who set up contests too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'read-items', at);
  const contestSlug = params['contestSlug'] ?? '';
  const page = await getBlueprint(contestSlug);
  if (!page) throw refusalPage('not-found');
  const seesDashboard = can(actor, 'see-contest-dashboard', (await getTopUnit(at))?.path ?? '');
  return { ...page, contestSlug, seesDashboard, names: getLessonNames() };
}

export default function BlueprintPage() {
  const t = useText(blueprintText);
  const manage = useText(manageText);
  const { title, rounds, contestSlug, seesDashboard, names, shareWanted } = useLoaderData<typeof loader>();
  const above = seesDashboard ? [{ to: paths.manageContest(contestSlug), name: title, lang: 'vi' as const }] : [];
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: manage.title }, ...above]} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p lang="vi">{title}</p>
        <p className="measure">{t.lead}</p>
        <p className="no-print">
          <Link to={paths.manageItemsCoverage()}>{t.coverageLink}</Link>
        </p>
      </header>
      {rounds.map((round) => (
        <RoundBlueprint key={round.number} round={round} names={names} shareWanted={shareWanted} />
      ))}
    </div>
  );
}
