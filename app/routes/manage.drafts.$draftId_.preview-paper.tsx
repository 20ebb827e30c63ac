import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PredictionQuestion } from '#app/features/attempts/prediction-question.tsx';
import { TriedQuestion } from '#app/features/attempts/tried-question.tsx';
import { PaperPage } from '#app/features/drafts/draft-preview.tsx';
import { drawSample, getDraft } from '#app/features/drafts/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { draftsText } from '#app/text/drafts.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { itemStyles } from '#app/ui/item-styles.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links: LinksFunction = () => [...draftStyles(), ...itemStyles()];
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && draftsText[locale].paperTitle(page.paper?.roundTitle ?? ''),
);

const NOT_SAVED = {};
const keepNothing = (): void => undefined;

/** A whole number from 1 that an address names. */
const numberOf = (query: URLSearchParams, name: string): number => {
  const value = Number(query.get(name) ?? '1');
  return Number.isSafeInteger(value) && value >= 1 ? Math.min(value, 1_000_000) : 1;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  const against = { lessonNames: getLessonNames(), now: serverNow };
  const head = await getDraft(params['draftId'] ?? '', against);
  if (!head) throw refusalPage('not-found');
  const query = new URL(request.url).searchParams;
  const [round, draw] = [
    query.has('round') ? numberOf(query, 'round') : (head.rounds[0]?.number ?? 1),
    numberOf(query, 'draw'),
  ];
  const drawn = await drawSample({ draftId: head.id, round, draw, ...against });
  if (!drawn) throw refusalPage('not-found');
  const { id, title, contestSlug, version, updatedAt } = head;
  return {
    head: { id, title, contestSlug, version, updatedAt },
    round,
    draw,
    paper: drawn.ok ? drawn.value : undefined,
    missing: drawn.ok || drawn.error === 'draft-has-faults' ? undefined : drawn.error.missing,
  };
}

export default function PreviewPaperRoute() {
  const { paper, ...page } = useLoaderData<typeof loader>();
  return (
    <PaperPage
      {...page}
      paper={paper}
      questions={
        paper && (
          <form className="sheet sheet--still paper-preview__sheet" key={page.draw}>
            {paper.questions.map((question) => (
              <TriedQuestion key={question.slot} question={question} of={paper.questions.length} />
            ))}
            {paper.prediction && (
              <PredictionQuestion
                {...paper.prediction}
                predicted={undefined}
                isFaulty={false}
                isHidden={false}
                isLocked={false}
                saving={NOT_SAVED}
                onChoose={keepNothing}
              />
            )}
          </form>
        )
      }
    />
  );
}
