import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saveResponses, SaveResponses, writerOf } from '#app/features/attempts/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { noteTrace } from '#app/features/signals/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { readJson } from '#app/platform/http/form.server.ts';
import { jsonAnswer, jsonRefusal } from '#app/platform/http/json.server.ts';

/** Who opens this address as a page is led to the sheet. why from the address: it is encoded as a header must be. */
export const loader = ({ request }: LoaderFunctionArgs): Response =>
  redirect(new URL(request.url).pathname.replace(/\/responses$/u, ''));

/**
 * Saves answers as the sheet's scripts post them, and answers with what is durable now. The instant is taken first: time
 * spent waiting is not the contestant's fault. A write token needs no session: what waited on a device outlives it.
 */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const serverNow = now();
  const body = await readJson(request, SaveResponses);
  const token = body.ok ? body.value.token : undefined;
  const actor = token === undefined ? await getActor(request) : undefined;
  if (token === undefined && !actor) return jsonRefusal('signed-out');
  if (!body.ok) return jsonRefusal('invalid');
  const { token: _, ...sent } = body.value;
  const saved = await saveResponses({
    ...sent,
    writer: writerOf(actor, token),
    attemptId: params['attemptId'] ?? '',
    now: serverNow,
  });
  if (saved.ok) noteTrace(request, context.clientAddress, params['attemptId'] ?? '', serverNow);
  return saved.ok ? jsonAnswer(saved.value) : jsonRefusal(saved.error);
}
