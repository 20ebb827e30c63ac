import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { readSheetForm, saveResponses, SaveResponses } from '#app/features/attempts/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readJson } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';

export const loader = ({ params }: LoaderFunctionArgs): Response => redirect(paths.attempt(params['attemptId'] ?? ''));

/**
 * Saves answers. With scripts the sheet posts JSON and gets back what is durable now; without them it posts its form and the
 * next page. The instant is taken first: time spent waiting is not the contestant's fault.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const attemptId = params['attemptId'] ?? '';
  const isForm = !request.headers.get('Content-Type')?.startsWith('application/json');
  if (isForm) {
    const data = await request.formData().catch(() => new FormData());
    const saved = await saveResponses({ actor, attemptId, seen: 0, saves: readSheetForm(data), now: serverNow });
    if (!saved.ok && saved.error === 'already-finished') throw redirect(paths.result(attemptId));
    if (!saved.ok) throw refusalPage(saved.error);
    return redirect(data.get('intent') === 'check' ? paths.checkAttempt(attemptId) : paths.attempt(attemptId));
  }
  const body = await readJson(request, SaveResponses);
  if (!body.ok) return Response.json({ refusal: 'invalid' }, { status: statusOf('invalid') });
  const saved = await saveResponses({ actor, attemptId, ...body.value, now: serverNow });
  return saved.ok
    ? Response.json(saved.value, { headers: { 'Cache-Control': 'no-store' } })
    : Response.json({ refusal: saved.error }, { status: statusOf(saved.error) });
}
