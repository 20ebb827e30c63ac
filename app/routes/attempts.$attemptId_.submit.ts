import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { submitAttempt } from '#app/features/attempts/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

export const loader = ({ params }: LoaderFunctionArgs): Response => redirect(paths.attempt(params['attemptId'] ?? ''));

export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const submitted = await submitAttempt({ actor, attemptId: params['attemptId'] ?? '', now: serverNow });
  if (!submitted.ok) throw refusalPage(submitted.error);
  await refreshStandings();
  return redirect(paths.result(submitted.value.attemptId));
}
