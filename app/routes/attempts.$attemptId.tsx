import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { AnswerSheetForm } from '#app/features/attempts/answer-sheet.tsx';
import {
  getAnswerSheet,
  hasPredictionFault,
  readPrediction,
  readSheetForm,
  saveResponses,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { FOCUSED } from '#app/ui/page-shell.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(attemptsText[data?.locale ?? 'vi'].title) },
];

/** The sheet keeps itself up to date by its own saves; asking for the whole paper again would cost the line. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams, defaultShouldRevalidate }) =>
  currentParams['attemptId'] !== nextParams['attemptId'] && defaultShouldRevalidate;

export const handle = FOCUSED;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const sheet = await getAnswerSheet({ actor, attemptId, now: serverNow });
  if (!sheet) throw refusalPage('not-found');
  if (sheet.state !== 'inProgress') throw redirect(paths.result(attemptId));
  const { locale } = await readPreferences(request);
  const query = new URL(request.url).searchParams;
  const asked = Number(query.get('q'));
  const firstBlank = sheet.questions.find(({ text, places }) => (text ?? places).length === 0)?.slot ?? 1;
  const firstSlot = sheet.questions.some((question) => question.slot === asked) ? asked : firstBlank;
  return { locale, serverNow, sheet, firstSlot, isPredictionFaulty: query.has('unread') };
}

/** Saves the sheet as a form posts it, without scripts. Only what was changed on that page is saved. */
export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const data = await request.formData().catch(() => new FormData());
  const prediction = readPrediction(data);
  const saved = await saveResponses({
    writer: writerOf(actor),
    attemptId,
    seen: 0,
    saves: readSheetForm(data),
    ...(prediction ? { prediction } : {}),
    now: serverNow,
  });
  if (!saved.ok && saved.error === 'already-finished') throw redirect(paths.result(attemptId));
  if (!saved.ok) throw refusalPage(saved.error);
  if (hasPredictionFault(data)) return redirect(`${paths.attempt(attemptId)}?unread#prediction`);
  return redirect(data.get('intent') === 'check' ? paths.checkAttempt(attemptId) : paths.attempt(attemptId));
}

export default function AttemptPage() {
  const t = useText(attemptsText);
  const { sheet, serverNow, firstSlot, isPredictionFaulty } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="visually-hidden">{t.title}</h1>
      <AnswerSheetForm
        key={sheet.attemptId}
        sheet={sheet}
        serverNow={serverNow}
        firstSlot={firstSlot}
        isPredictionFaulty={isPredictionFaulty}
      />
    </>
  );
}
