import type { LoaderFunctionArgs } from '@remix-run/node';
import { watchAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { eventStream } from '#app/platform/http/event-stream.server.ts';
import { jsonRefusal } from '#app/platform/http/json.server.ts';

/**
 * The state of an open sheet as a stream: at once, and whenever it changes. By the session, or by the write token, which a
 * sheet goes on with when the session is over; in a header, as addresses are written into the logs of proxies.
 */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const token = request.headers.get('X-Attempt-Token') ?? undefined;
  const actor = await getActor(request);
  if (token === undefined && !actor) return jsonRefusal('signed-out');
  const isSignedIn = actor !== undefined;
  const stream = await eventStream(request.signal, 'state', (tell) =>
    watchAttempt({
      writer: writerOf(actor, token),
      attemptId: params['attemptId'] ?? '',
      device: new URL(request.url).searchParams.get('device') ?? undefined,
      clock: now,
      tell: (state) => tell({ ...state, isSignedIn }),
    }),
  );
  return stream ?? jsonRefusal('not-found');
}
