import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { currentRound } from '#app/domain/contests/phase.ts';
import { NextInstant, PhaseBadge } from '#app/features/contests/contest-card.tsx';
import { LobbyFacts, rulesInShort } from '#app/features/contests/lobby-facts.tsx';
import { RoundList } from '#app/features/contests/lobby-rounds.tsx';
import { plannedRound } from '#app/features/contests/rules/rules-articles.ts';
import { RulesArticles } from '#app/features/contests/rules/rules-articles.tsx';
import { PreviewPage } from '#app/features/drafts/draft-preview.tsx';
import { getPreview } from '#app/features/drafts/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { draftsText } from '#app/text/drafts.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Ridge } from '#app/ui/pieces.tsx';

export const links = draftStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && draftsText[locale].previewTitle);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  const lessonNames = getLessonNames();
  const preview = await getPreview(params['draftId'] ?? '', { lessonNames, now: serverNow });
  if (!preview) throw refusalPage('not-found');
  const part = new URL(request.url).searchParams.get('part') === 'rules' ? ('rules' as const) : ('page' as const);
  return { preview, part, lessonNames, serverNow };
}

export default function PreviewRoute() {
  const t = useText(draftsText);
  const { preview, part, lessonNames, serverNow } = useLoaderData<typeof loader>();
  const { contest, unitNames } = preview;
  if (!contest)
    return (
      <PreviewPage preview={preview} part={part}>
        {null}
      </PreviewPage>
    );
  if (part === 'rules') {
    const rounds = contest.rounds.map((round) => plannedRound(round, contest.rules));
    const names = { ...lessonNames, units: unitNames };
    return (
      <PreviewPage preview={preview} part={part}>
        <h1 lang="vi">{contest.title}</h1>
        <RulesArticles title={contest.title} rules={contest.rules} rounds={rounds} names={names} />
      </PreviewPage>
    );
  }
  const counted = contest.lobby.filter((round) => round.kind === 'contest');
  const current = currentRound(counted.length > 0 ? counted : contest.lobby);
  return (
    <PreviewPage preview={preview} part={part}>
      <header className="hero lobby">
        <Ridge />
        <div className="stack">
          {current && <PhaseBadge phase={current.phase} />}
          <h1 lang="vi">{contest.title}</h1>
          {current && <NextInstant round={current} serverNow={serverNow} />}
        </div>
        <div className="lobby__action">
          <span className="button button--large button--wide">{t.previewStart}</span>
        </div>
      </header>
      <RoundList rounds={counted} isSignedIn={false} />
      {current && (
        <LobbyFacts rulesAt={paths.draftRules(preview.draft.id)} rules={rulesInShort(contest.rules)} round={current} />
      )}
    </PreviewPage>
  );
}
