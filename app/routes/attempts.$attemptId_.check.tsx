import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useNavigate } from '@remix-run/react';
import { useEffect } from 'react';
import { CheckBeforeSubmit } from '#app/features/attempts/check-before-submit.tsx';
import { getAnswerSheet, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { answerWords, hashOf } from '#app/features/attempts/sheet-form.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { shellText } from '#app/text/shell.ts';
import { formatClock } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import { FOCUSED } from '#app/ui/page-shell.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(attemptsText[data?.locale ?? 'vi'].checkTitle) },
];

export const handle = FOCUSED;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const sheet = await getAnswerSheet({ actor, attemptId, now: now() });
  if (!sheet) throw refusalPage('not-found');
  if (sheet.state !== 'inProgress') throw redirect(paths.result(attemptId));
  const { locale } = await readPreferences(request);
  const { deadlineAt, questions, predictionAsks, prediction, mustAnswerAll } = sheet;
  // why not the sheet: the line has carried the paper once; here the chosen words are enough.
  const answers = questions.map((question) => ({
    slot: question.slot,
    chosen: answerWords(question, question.text ?? question.places),
  }));
  return { locale, attemptId, deadlineAt, checked: { answers, predictionAsks, prediction, mustAnswerAll } };
}

/** Submits the attempt; submitting it again is the success of the first time. */
export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const submitted = await submitAttempt({ writer: writerOf(actor), attemptId, now: serverNow });
  if (!submitted.ok) throw refusalPage(submitted.error);
  await refreshStandings();
  return redirect(paths.result(submitted.value.attemptId));
}

/** The check for browsers without scripts. With scripts the open sheet has its own, which needs no line. */
export default function CheckPage() {
  const t = useText(attemptsText);
  const { attemptId, deadlineAt, checked } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useEffect(() => navigate(`${paths.attempt(attemptId)}#check`, { replace: true }), [attemptId, navigate]);
  return (
    <CheckBeforeSubmit attempt={checked} linkTo={(slot) => `${paths.attempt(attemptId)}?q=${slot}${hashOf(slot)}`}>
      <Form method="post" className="stack-s">
        <p className="number">{t.endsAt(formatClock(deadlineAt))}</p>
        <button className="button button--large button--wide">{t.submit}</button>
        <p className="small quiet">{t.submitNote}</p>
        <Link className="button button--quiet button--wide" to={paths.attempt(attemptId)}>
          {t.goOn}
        </Link>
      </Form>
    </CheckBeforeSubmit>
  );
}
