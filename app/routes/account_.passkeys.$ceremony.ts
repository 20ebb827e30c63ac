import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { hasFactor } from '#app/domain/identity/second-factor.ts';
import { PasskeyPost } from '#app/features/identity/factors/factor.schema.ts';
import {
  getActor,
  keepSession,
  requireActor,
  requireDuties,
  requireStepUp,
  sessionIdOf,
} from '#app/features/identity/guard.server.ts';
import {
  beginPasskey,
  beginPasskeyUse,
  finishPasskey,
  getFactors,
  usePasskey as takePasskey,
} from '#app/features/identity/index.server.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readJson } from '#app/platform/http/form.server.ts';
import { jsonAnswer } from '#app/platform/http/json.server.ts';
import { relyingPartyOf } from '#app/platform/http/relying-party.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { factorsText } from '#app/text/factors.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';

/** Only scripts come here. */
export const loader = () => redirect(paths.secondFactor());

const refused = (fault: string, status: number): Response =>
  Response.json({ fault }, { status, headers: { 'Cache-Control': 'no-store' } });

const goOn = (to: string, sessionId: string): Response =>
  Response.json({ to }, { headers: { 'Cache-Control': 'no-store', ...keepSession(sessionId) } });

/** Options of a passkey ceremony, and then the answer of the device. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { ceremony } = params;
  if (ceremony !== 'register' && ceremony !== 'sign-in') throw refusalPage('not-found');
  return ceremony === 'register' ? register(request) : signIn(request, context.clientAddress);
}

async function register(request: Request): Promise<Response> {
  const at = now();
  const actor = await requireActor(request);
  if (hasFactor((await getFactors(actor)).factors)) await requireDuties(request);
  await requireStepUp(request, at);
  const [party, sessionId] = [relyingPartyOf(request), sessionIdOf(request) ?? ''];
  const { locale } = await readPreferences(request);
  const post = await readJson(request, PasskeyPost);
  if (!post.ok) return refused('passkey-failed', statusOf('invalid'));
  if (post.value.intent === 'begin') {
    const begun = await beginPasskey({ actor, party, site: factorsText[locale].site, now: at });
    return begun.ok ? jsonAnswer(begun.value) : refused(begun.error, 409);
  }
  const { ceremonyId, answer, name = '', returnTo } = post.value;
  const response = answer as unknown as RegistrationResponseJSON;
  const done = await finishPasskey({ actor, sessionId, ceremonyId, response, name, party, now: at });
  if (!done.ok) return refused(done.error, statusOf('invalid'));
  return goOn(`${withReturn(paths.secondFactor(), safeReturn(returnTo, ''))}&done=passkey`, done.value.sessionId);
}

async function signIn(request: Request, clientAddress: string): Promise<Response> {
  const at = now();
  const [party, sessionId] = [relyingPartyOf(request), sessionIdOf(request)];
  const actor = await getActor(request);
  const post = await readJson(request, PasskeyPost);
  if (!post.ok) return refused('passkey-failed', statusOf('invalid'));
  if (post.value.intent === 'begin') {
    const begun = await beginPasskeyUse({ actor, clientAddress, party, now: at });
    return begun.ok ? jsonAnswer(begun.value) : refused(begun.error, statusOf('too-many-tries'));
  }
  const { ceremonyId, answer, returnTo } = post.value;
  const response = answer as unknown as AuthenticationResponseJSON;
  const done = await takePasskey({ actor, sessionId, ceremonyId, response, party, now: at });
  if (!done.ok) return refused(done.error, statusOf('invalid'));
  return goOn(safeReturn(returnTo, paths.contests()), done.value.sessionId);
}
