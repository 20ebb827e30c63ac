import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getResult } from '#app/features/attempts/index.server.ts';
import { LateAnswers } from '#app/features/attempts/late-answers.tsx';
import { ResultSummary } from '#app/features/attempts/result-summary.tsx';
import { Review } from '#app/features/attempts/review.tsx';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { readOwnChanges } from '#app/features/regrading/index.server.ts';
import { MarkChanges, ScaledScore } from '#app/features/regrading/views/mark-changes.tsx';
import { boardHref } from '#app/features/results/board-address.ts';
import { getPlace, refreshStandings } from '#app/features/results/index.server.ts';
import { OWN_ROW } from '#app/features/results/person-board.tsx';
import { PlaceReasons } from '#app/features/results/place-reasons.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { attemptResultText } from '#app/text/attempt-result.ts';
import { openConfirmationText } from '#app/text/open-confirmation.ts';
import { contestsText } from '#app/text/contests.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { itemStyles } from '#app/ui/item-styles.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(attemptResultText[data?.locale ?? 'vi'].resultTitle) },
];

export const links = itemStyles;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const result = await getResult({ actor, attemptId, now: serverNow });
  if (!result) throw refusalPage('not-found');
  if (result.state === 'inProgress') throw redirect(paths.attempt(attemptId));
  // why here too: the attempt may have been finished by this very request, past its deadline.
  await refreshStandings();
  const [{ personCode, place }, { locale }, changes] = await Promise.all([
    getPlace({ actor, roundId: result.roundId, now: serverNow }),
    readPreferences(request),
    readOwnChanges({ actor, attemptId, now: serverNow }),
  ]);
  const code = result.isPractice ? undefined : personCode;
  return { locale, result, personCode: code, place, changes, unitId: actor.unitId };
}

export default function ResultPage() {
  const t = useText(attemptResultText);
  const contests = useText(contestsText);
  const words = useText(openConfirmationText);
  const { result, personCode, place, changes, unitId } = useLoaderData<typeof loader>();
  const { slug, title } = result.contest;
  const { page, maxScore } = place?.row ?? {};
  const isScaled = place?.attemptId === result.attemptId && maxScore !== result.maxScore;
  const boardOf = place && page !== undefined ? boardHref({ slug, round: place.scopeKey, page }, OWN_ROW) : undefined;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.contests(), name: contests.listTitle },
          { to: paths.contest(slug), name: title, lang: 'vi' },
        ]}
        here={t.resultTitle}
      />
      <h1>{t.resultTitle}</h1>
      <LateAnswers attemptId={result.attemptId} />
      <MarkChanges changes={changes} />
      <ResultSummary result={result} personCode={personCode} />
      {isScaled && place && <ScaledScore {...place.row} />}
      {place && place.attemptId !== result.attemptId && <p className="notice">{t.notCounted}</p>}
      {place && <PlaceReasons place={place.row} of={place.of} isFinal={place.isFinal} boardHref={boardOf} />}
      <p className="row no-print">
        <Link className="button" to={paths.leaderboard(slug)}>
          {t.leaderboard}
        </Link>
        <Link className="button button--quiet" to={paths.unitBoard(slug)}>
          {t.unitBoard}
        </Link>
        {!result.isPractice && (
          <Link className="button button--quiet" to={paths.confirmation(slug)}>
            {words.open}
          </Link>
        )}
        <Link className="button button--quiet" to={paths.unit(unitId)}>
          {t.myUnit}
        </Link>
      </p>
      {result.review && <Review questions={result.review} />}
    </div>
  );
}
