import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CheckBeforeSubmit } from '#app/features/attempts/check-before-submit.tsx';
import { getAnswerSheet, submitAttempt } from '#app/features/attempts/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { shellText } from '#app/text/shell.ts';
import { FOCUSED } from '#app/ui/page-shell.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(attemptsText[data?.locale ?? 'vi'].checkTitle) },
];

export const handle = FOCUSED;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const sheet = await getAnswerSheet({ actor, attemptId, now: serverNow });
  if (!sheet) throw refusalPage('not-found');
  if (sheet.state !== 'inProgress') throw redirect(paths.result(attemptId));
  const { locale } = await readPreferences(request);
  // why not the sheet: the line has carried the paper once; here the chosen words are enough.
  const { deadlineAt, sequence, questions } = sheet;
  const answers = questions.map(({ slot, places, options }) => ({
    slot,
    chosen: places.map((place) => options[place - 1] ?? ''),
  }));
  return { locale, serverNow, attempt: { attemptId, deadlineAt, sequence, answers } };
}

/** Submits the attempt; submitting it again is the success of the first time. */
export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const submitted = await submitAttempt({ actor, attemptId: params['attemptId'] ?? '', now: serverNow });
  if (!submitted.ok) throw refusalPage(submitted.error);
  await refreshStandings();
  return redirect(paths.result(submitted.value.attemptId));
}

export default function CheckPage() {
  const { attempt, serverNow } = useLoaderData<typeof loader>();
  return <CheckBeforeSubmit attempt={attempt} serverNow={serverNow} />;
}
