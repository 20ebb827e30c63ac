import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { startAttempt } from '#app/features/attempts/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** Starting is a POST; whoever opens its address, from the history say, belongs on the contest's page. */
export const loader = ({ params }: { params: Readonly<Record<string, string | undefined>> }): Response =>
  redirect(paths.contest(params['contestSlug'] ?? ''));

export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const started = await startAttempt({ actor, contestSlug: params['contestSlug'] ?? '', now: serverNow });
  if (!started.ok) throw refusalPage(started.error);
  return redirect(paths.attempt(started.value));
}
