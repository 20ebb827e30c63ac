import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { listSignalsPage } from '#app/features/signals/index.server.ts';
import { LookedAt, SignalFilters, SignalRules, signalsQuery, SignalTable } from '#app/features/signals/signal-list.tsx';
import { SignalQuerySchema } from '#app/features/signals/signals.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { signalsText } from '#app/text/signals.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { signalsStyles } from '#app/ui/signals-styles.ts';

export const links = signalsStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && signalsText[locale].pageTitle(page.contest.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'see-signals', serverNow);
  const asked = SignalQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const query = {
    kind: asked.kind,
    state: asked.state,
    roundId: asked.round,
    unitId: asked.unit,
    page: pageOf(request),
  };
  const list = await listSignalsPage(params['contestSlug'] ?? '', query, serverNow);
  if (!list) throw refusalPage('not-found');
  return { ...list, query };
}

export default function SignalsPage() {
  const t = useText(signalsText);
  const manage = useText(manageText);
  const { contest, query, pages, ...list } = useLoaderData<typeof loader>();
  const { slug } = contest;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(slug), name: contest.title, lang: 'vi' },
        ]}
        here={t.title}
      />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead" lang="vi">
          {contest.title}
        </p>
        <p className="measure">{t.lead}</p>
        <LookedAt rounds={list.rounds} />
      </header>
      <SignalFilters slug={slug} query={query} {...list} />
      <SignalTable slug={slug} query={query} {...list} />
      <Pager page={query.page} pages={pages} hrefOf={(page) => paths.signals(slug, signalsQuery({ ...query, page }))} />
      <SignalRules />
    </div>
  );
}
