import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { getAttemptRecord, listRulings, RULINGS_PER_PAGE } from '#app/features/rulings/index.server.ts';
import { FindAttempt, RulingTable } from '#app/features/rulings/ruling-table.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { rulingsText } from '#app/text/rulings.ts';
import { decisionStyles } from '#app/ui/decisions-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = decisionStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && rulingsText[locale].pageTitle(page.contest.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'see-signals', at);
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const asked = (new URL(request.url).searchParams.get('attempt') ?? '').trim().slice(0, 60);
  const { slug, title } = contest;
  if (asked !== '' && (await getAttemptRecord({ actor, contestSlug: slug, attemptId: asked, now: at }))) {
    throw redirect(paths.managedAttempt(slug, asked));
  }
  const page = pageOf(request);
  const { rows, total, accountIds } = await listRulings(contest, page, at);
  await recordLooks({ actor, action: 'rulings.seen', subject: `contest:${contest.id}`, accountIds, now: at });
  return { contest: { slug, title }, rows, page, pages: Math.max(1, Math.ceil(total / RULINGS_PER_PAGE)), asked };
}

export default function RulingsPage() {
  const t = useText(rulingsText);
  const manage = useText(manageText);
  const { contest, rows, page, pages, asked } = useLoaderData<typeof loader>();
  const { slug, title } = contest;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(slug), name: title, lang: 'vi' },
        ]}
        here={t.title}
      />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead" lang="vi">
          {title}
        </p>
        <p className="measure">{t.lead}</p>
      </header>
      <FindAttempt value={asked} fault={asked === '' ? undefined : t.notFound} />
      <RulingTable slug={slug} rows={rows} page={page} pages={pages} />
    </div>
  );
}
