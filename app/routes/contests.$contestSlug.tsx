import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { lacksConsent } from '#app/domain/contests/entry.ts';
import { getLobby, startAttempt } from '#app/features/attempts/index.server.ts';
import { SendWaiting } from '#app/features/attempts/send-waiting-here.tsx';
import { NextInstant, PhaseBadge } from '#app/features/contests/contest-card.tsx';
import { StartForm } from '#app/features/contests/entry.schema.ts';
import { findNotices, getContestSoon } from '#app/features/contests/index.server.ts';
import { LobbyAction } from '#app/features/contests/lobby-action.tsx';
import { LobbyBoards } from '#app/features/contests/lobby-boards.tsx';
import { LobbyFacts, LobbyNotices, rulesInShort } from '#app/features/contests/lobby-facts.tsx';
import { PracticeRounds, RoundList } from '#app/features/contests/lobby-rounds.tsx';
import { useFreshLobby } from '#app/features/contests/use-lobby-clock.ts';
import { getActor, requireActor } from '#app/features/identity/guard.server.ts';
import { getUnseenChanges } from '#app/features/regrading/index.server.ts';
import { MarkChanges } from '#app/features/regrading/views/mark-changes.tsx';
import { BoardStatus } from '#app/features/results/board-status.tsx';
import { boardNow } from '#app/features/results/index.server.ts';
import { noteTrace } from '#app/features/signals/index.server.ts';
import { paths, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage, refused } from '#app/platform/http/respond.server.ts';
import { contestsText } from '#app/text/contests.ts';
import { lobbyText } from '#app/text/lobby.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb, Ridge } from '#app/ui/pieces.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(data?.contest.title ?? '') },
  { name: 'description', content: contestsText[data?.locale ?? 'vi'].about(data?.contest.title ?? '') },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const found = await getContestSoon(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest } = found;
  const [actor, { locale }] = await Promise.all([getActor(request), readPreferences(request)]);
  const [lobby, notices, changes] = await Promise.all([
    getLobby(found, actor, serverNow),
    findNotices(contest.id, serverNow),
    getUnseenChanges(actor, contest.id),
  ]);
  return {
    locale,
    serverNow,
    contest: { slug: contest.slug, title: contest.title, rules: rulesInShort(contest.rules) },
    ...lobby,
    current: [...lobby.rounds, ...lobby.practice].find(({ id }) => id === found.round.id),
    until: found.current.until,
    notices,
    changes,
    board: boardNow(found, serverNow),
    isSignedIn: actor !== undefined,
  };
}

/** Starts the attempt, or goes on with the one that runs. A refusal is said on the page itself. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const form = await readForm(request, StartForm);
  const contestSlug = params['contestSlug'] ?? '';
  if (!form.ok) return refused('invalid');
  const started = await startAttempt({ actor, contestSlug, ...form.value, now: serverNow });
  if (started.ok) {
    noteTrace(request, context.clientAddress, started.value, serverNow);
    return redirect(paths.attempt(started.value));
  }
  if (started.error === 'not-found') throw refusalPage('not-found');
  if (lacksConsent(started.error)) return redirect(withReturn(paths.ownConsents(), paths.contest(contestSlug)));
  return refused(started.error);
}

export default function ContestPage() {
  const t = useText(lobbyText);
  const { listTitle } = useText(contestsText);
  const { contest, current, rounds, practice, until, notices, changes, board, ...lobby } =
    useLoaderData<typeof loader>();
  const { slug, title, rules } = contest;
  const { serverNow, isSignedIn, entry } = lobby;
  const refusal = useActionData<typeof action>()?.refusal;
  const phase = current?.phase;
  useFreshLobby({ until: phase === 'upcoming' ? undefined : until, isPaused: phase === 'paused', serverNow });
  return (
    <article className="stack-l">
      <SendWaiting serverNow={serverNow} />
      <Breadcrumb steps={[{ to: paths.contests(), name: listTitle }]} here={t.here} />
      <header className="hero lobby">
        <Ridge />
        <div className="stack">
          {current && <PhaseBadge phase={current.phase} />}
          <h1 lang="vi">{title}</h1>
          {current && <NextInstant round={current} serverNow={serverNow} />}
        </div>
        <div className="lobby__action">
          <LobbyAction {...lobby} slug={slug} rounds={rounds} hasPractice={practice.length > 0} refusal={refusal} />
        </div>
      </header>
      <MarkChanges changes={changes} hasLinks />
      <LobbyNotices notices={notices} />
      <RoundList rounds={rounds} isSignedIn={isSignedIn} />
      {current && <LobbyFacts rulesAt={paths.rules(slug)} rules={rules} round={current} />}
      <PracticeRounds slug={slug} rounds={practice} entry={entry} isSignedIn={isSignedIn} />
      <LobbyBoards slug={slug} status={board && <BoardStatus state={board} />} />
    </article>
  );
}
