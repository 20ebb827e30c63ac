import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { isUnderWay } from '#app/domain/contests/phase.ts';
import { AdjustmentTable } from '#app/features/conduct/adjustment-table.tsx';
import { getConduct, listAdjustments } from '#app/features/conduct/index.server.ts';
import { RoundCard } from '#app/features/conduct/round-card.tsx';
import { PhaseBadge } from '#app/features/contests/contest-card.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getPeople } from '#app/features/identity/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { Freshness } from '#app/features/participation/contest-figures.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { conductText } from '#app/text/conduct.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = pageTitle<typeof loader>(
  (locale, page) => page && conductText[locale].pageTitle(page.contest.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireTopRight(request, 'conduct-contest', serverNow);
  const found = await getConduct(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest } = found.contestNow;
  const adjustments = await listAdjustments(contest, serverNow);
  const staff = adjustments.flatMap(({ actorId, undone, resumed }) => [actorId, undone?.byId, resumed?.byId]);
  const contestants = [...new Set(adjustments.flatMap(({ accountId }) => accountId ?? []))];
  const people = await getPeople([...staff.filter((id) => id !== undefined), ...contestants], serverNow);
  if (contestants.length > 0) {
    const detail = { people: contestants.length };
    const subject = `contest:${contest.id}`;
    await recordLook({ actor, action: 'people-with-extra-time.seen', subject, detail, now: serverNow });
  }
  return {
    serverNow,
    contest: { slug: contest.slug, title: contest.title },
    rounds: found.rounds,
    adjustments,
    names: Object.fromEntries(
      [...people].map(([id, { fullName, unitName }]) => [
        id,
        contestants.includes(id) ? `${fullName} (${unitName})` : fullName,
      ]),
    ),
    done: new URL(request.url).searchParams.get('done') ?? '',
  };
}

export default function ConductPage() {
  const t = useText(conductText);
  const manage = useText(manageText);
  const { serverNow, contest, rounds, adjustments, names, done } = useLoaderData<typeof loader>();
  const said: Readonly<Record<string, string>> = t.done;
  const notice = Object.hasOwn(said, done) ? said[done] : undefined;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contest.slug), name: contest.title, lang: 'vi' },
        ]}
        here={t.title}
      />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead" lang="vi">
          {contest.title}
        </p>
        <p className="measure">{t.lead}</p>
      </header>
      {notice && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      <Freshness
        asOf={serverNow}
        isOpen={rounds.some(({ phase }) => isUnderWay(phase))}
        here={paths.conduct(contest.slug)}
      />
      <nav className="row no-print" aria-label={t.contestActions}>
        <Link className="button" to={paths.conductAct(contest.slug, 'notices')}>
          {t.notices}
        </Link>
        <Link className="button button--quiet" to={paths.conductAct(contest.slug, 'hall')}>
          {t.hall}
        </Link>
        <Link className="button button--quiet" to={paths.conductAct(contest.slug, 'board')}>
          {t.board}
        </Link>
      </nav>
      <section className="stack" aria-labelledby="rounds">
        <h2 id="rounds">{t.rounds}</h2>
        {rounds.map((round) => (
          <RoundCard
            key={round.id}
            round={round}
            contestSlug={contest.slug}
            badge={<PhaseBadge phase={round.phase} />}
            now={serverNow}
          />
        ))}
      </section>
      <AdjustmentTable contestSlug={contest.slug} adjustments={adjustments} names={names} />
    </div>
  );
}
