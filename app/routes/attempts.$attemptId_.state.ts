import type { LoaderFunctionArgs } from '@remix-run/node';
import { getAttemptState, writerOf } from '#app/features/attempts/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { jsonAnswer, jsonRefusal } from '#app/platform/http/json.server.ts';

/** What may have changed under an open sheet: its deadline, a pause, notices, which tab leads, and whether anybody is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const serverNow = now();
  const token = request.headers.get('X-Attempt-Token') ?? undefined;
  const actor = await getActor(request);
  if (token === undefined && !actor) return jsonRefusal('signed-out');
  const state = await getAttemptState({
    writer: writerOf(actor, token),
    attemptId: params['attemptId'] ?? '',
    device: new URL(request.url).searchParams.get('device') ?? undefined,
    now: serverNow,
  });
  return state ? jsonAnswer({ ...state, isSignedIn: actor !== undefined }) : jsonRefusal('not-found');
}
