import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { saveResponses, SaveResponses } from '#app/features/attempts/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { readJson } from '#app/platform/http/form.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { refusalText } from '#app/text/refusals.ts';

/** Who opens this address as a page is led to the sheet. why from the address: it is encoded as a header must be. */
export const loader = ({ request }: LoaderFunctionArgs): Response =>
  redirect(new URL(request.url).pathname.replace(/\/responses$/u, ''));

/**
 * Saves answers as the sheet's scripts post them, and answers with what is durable now. The instant is taken first: time
 * spent waiting is not the contestant's fault.
 */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const serverNow = now();
  const actor = await getActor(request);
  if (!actor) return refusal('signed-out');
  const body = await readJson(request, SaveResponses);
  if (!body.ok) return refusal('invalid');
  const saved = await saveResponses({ actor, attemptId: params['attemptId'] ?? '', ...body.value, now: serverNow });
  return saved.ok ? Response.json(saved.value, { headers: { 'Cache-Control': 'no-store' } }) : refusal(saved.error);
}

const refusal = (code: RefusalCode): Response =>
  Response.json({ refusal: code, message: refusalText.vi[code] }, { status: statusOf(code) });
