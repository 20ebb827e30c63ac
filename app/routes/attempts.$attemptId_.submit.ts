import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { submitAttempt, SubmitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { noteTrace } from '#app/features/signals/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { readJson } from '#app/platform/http/form.server.ts';
import { jsonAnswer, jsonRefusal } from '#app/platform/http/json.server.ts';

/** Who opens this address as a page is led to the check before submitting. */
export const loader = ({ request }: LoaderFunctionArgs): Response =>
  redirect(new URL(request.url).pathname.replace(/\/submit$/u, '/check'));

/** Submits an attempt as the sheet's scripts ask, also when the wish waited on the device for a line. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const serverNow = now();
  const body = await readJson(request, SubmitAttempt);
  const token = body.ok ? body.value.token : undefined;
  const actor = token === undefined ? await getActor(request) : undefined;
  if (token === undefined && !actor) return jsonRefusal('signed-out');
  if (!body.ok) return jsonRefusal('invalid');
  const writer = writerOf(actor, token);
  const submitted = await submitAttempt({ writer, attemptId: params['attemptId'] ?? '', now: serverNow });
  if (!submitted.ok) return jsonRefusal(submitted.error);
  noteTrace(request, context.clientAddress, params['attemptId'] ?? '', serverNow);
  await refreshStandings();
  return jsonAnswer({ state: 'submitted' });
}
