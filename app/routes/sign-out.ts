import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { dropSession, getActor, sessionIdOf } from '#app/features/identity/guard.server.ts';
import { signOut } from '#app/features/identity/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';

/** A link signs nobody out: who comes here by one finds the button. */
export const loader = () => redirect(paths.account());

export async function action({ request }: ActionFunctionArgs) {
  const [actor, sessionId] = [await getActor(request), sessionIdOf(request)];
  if (actor && sessionId !== undefined) await signOut({ actor, sessionId, now: now() });
  return redirect(paths.home(), { headers: dropSession() });
}
