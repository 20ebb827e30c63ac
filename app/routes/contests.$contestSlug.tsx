import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { itemCount } from '#app/domain/contests/contest.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { findOwnAttempts, startAttempt } from '#app/features/attempts/index.server.ts';
import { NextInstant, PhaseBadge } from '#app/features/contests/contest-card.tsx';
import { getContest } from '#app/features/contests/index.server.ts';
import { LobbyAction } from '#app/features/contests/lobby-action.tsx';
import { BlueprintTable, RulesText } from '#app/features/contests/rules-text.tsx';
import { getActor, requireActor } from '#app/features/identity/guard.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage, refused } from '#app/platform/http/respond.server.ts';
import { contestsText } from '#app/text/contests.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb, Figure, Ridge } from '#app/ui/pieces.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(data?.contest.title ?? '') },
  { name: 'description', content: contestsText[data?.locale ?? 'vi'].about(data?.contest.title ?? '') },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest, round, phase } = found;
  const [actor, { locale }, topics] = await Promise.all([
    getActor(request),
    readPreferences(request),
    listTopics({ actor: undefined }),
  ]);
  const own = actor ? await findOwnAttempts(undefined, actor.accountId, { roundId: round.id }) : [];
  return {
    locale,
    serverNow,
    phase,
    round,
    contest: { slug: contest.slug, title: contest.title, rules: contest.rules },
    isSignedIn: actor !== undefined,
    topicNames: Object.fromEntries(topics.map((topic) => [topic.slug, topic.shortTitle])),
    own: own.map(({ id, state, deadlineAt, grace }) => ({
      id,
      deadlineAt,
      isRunning: state === 'inProgress' && serverNow < deadlineAt + grace,
    })),
  };
}

/** Starts the attempt, or goes on with the one that runs. A refusal is said on the page itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const started = await startAttempt({ actor, contestSlug: params['contestSlug'] ?? '', now: serverNow });
  if (started.ok) return redirect(paths.attempt(started.value));
  if (started.error === 'not-found') throw refusalPage('not-found');
  return refused(started.error);
}

export default function ContestPage() {
  const t = useText(contestsText);
  const { contest, round, phase, own, isSignedIn, serverNow, topicNames } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { slug, title, rules } = contest;
  const summary = { slug, title, organizer: rules.organizer, phase, opensAt: round.opensAt, closesAt: round.closesAt };
  return (
    <article className="stack-l">
      <Breadcrumb steps={[{ to: paths.contests(), name: t.listTitle }]} here={round.title} hereLang="vi" />
      <header className="hero lobby">
        <Ridge />
        <div className="stack">
          <p>
            <PhaseBadge phase={phase} />
          </p>
          <h1 lang="vi">{title}</h1>
          <NextInstant contest={summary} serverNow={serverNow} />
        </div>
        <div className="lobby__action">
          <LobbyAction
            slug={slug}
            phase={phase}
            opensAt={round.opensAt}
            limit={rules.attempts.limit}
            isSignedIn={isSignedIn}
            own={own}
            refusal={refusal}
          />
        </div>
      </header>
      <dl className="figures figures--short panel" aria-label={t.atAGlance}>
        <Figure name={t.questions}>{t.questionsOf(itemCount(round.blueprint))}</Figure>
        <Figure name={t.time}>{t.minutesOf(Math.round(round.duration / MINUTE))}</Figure>
        <Figure name={t.attempts}>{t.attemptsOf(rules.attempts.limit)}</Figure>
      </dl>
      <p className="row no-print">
        <Link className="button button--quiet" to={paths.leaderboard(slug)}>
          {t.personBoard}
        </Link>
        <Link className="button button--quiet" to={paths.unitBoard(slug)}>
          {t.unitBoard}
        </Link>
        <Link className="button button--quiet" to={paths.topics()}>
          {t.prepare}
        </Link>
      </p>
      <section className="stack measure" aria-labelledby="rules">
        <h2 id="rules">{t.rulesTitle}</h2>
        <RulesText rules={rules} round={round} />
      </section>
      <section className="stack" aria-labelledby="blueprint">
        <h2 id="blueprint">{t.blueprintTitle}</h2>
        <BlueprintTable round={round} topicNames={topicNames} />
      </section>
    </article>
  );
}
