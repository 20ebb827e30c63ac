import { redirect } from '@remix-run/node';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can, type Action } from '#app/domain/identity/permissions.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths, withReturn } from '#app/paths.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { getTopUnit, getUnitIndex, type UnitPlace } from '../units/index.server.ts';
import { blankSessionCookie, findActor, findStepUp, readSessionCookie, sessionCookie } from './session.repo.server.ts';

const actors = new WeakMap<Request, Promise<Actor | undefined>>();

/** Who sends this request; undefined for visitors who are not signed in. Asked once a request. */
export function getActor(request: Request): Promise<Actor | undefined> {
  let actor = actors.get(request);
  if (!actor) {
    const sessionId = sessionIdOf(request);
    const use = { now: clock(), userAgent: request.headers.get('User-Agent') ?? '' };
    actor = sessionId === undefined ? Promise.resolve(undefined) : findActor(sessionId, use);
    actors.set(request, actor);
  }
  return actor;
}

/**
 * Who sends this request, who must be signed in.
 * @throws for a page a redirect to the sign-in page, which leads back here; otherwise the refusal "signed-out"
 */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await getActor(request);
  if (actor) return actor;
  if (request.method !== 'GET' && request.method !== 'HEAD') throw refusalPage('signed-out');
  const { pathname, search } = new URL(request.url);
  throw redirect(withReturn(paths.signIn(), pathname + search));
}

/**
 * Who sends this request, whose roles the session must give: for pages of people with a duty.
 * @throws as requireActor() does; where roles are held back, for a page a redirect to where the second factor is asked, which
 * leads back here, otherwise the refusal "second-factor-needed"
 */
export async function requireDuties(request: Request): Promise<Actor> {
  const actor = await requireActor(request);
  if (!actor.isHeldBack) return actor;
  if (request.method !== 'GET' && request.method !== 'HEAD') throw refusalPage('second-factor-needed');
  const { pathname, search } = new URL(request.url);
  throw redirect(withReturn(paths.signInSecond(), pathname + search));
}

/**
 * Who sends this request, who must have this right at the unit with that path.
 * @throws as requireDuties() does, or the refusal "forbidden"
 */
export async function requireRight(request: Request, action: Action, unitPath: string): Promise<Actor> {
  const actor = await requireDuties(request);
  if (!can(actor, action, unitPath)) throw refusalPage('forbidden');
  return actor;
}

/**
 * Who sends this request, who must have this right at the top of the tree: for pages that are about everybody.
 * @throws as requireRight() does
 */
export async function requireTopRight(request: Request, action: Action, now: Instant): Promise<Actor> {
  const top = await getTopUnit(now);
  return requireRight(request, action, top?.path ?? '');
}

/**
 * Who sends this request, who must have this right at the unit of the address; grants for one block count in that block.
 * @throws as requireDuties() does, or the refusal "not-found" or "forbidden"
 */
export async function requireUnitRight(
  request: Request,
  action: Action,
  { unitId, now }: { unitId: string; now: Instant },
): Promise<{ actor: Actor; place: UnitPlace }> {
  const actor = await requireDuties(request);
  const place = (await getUnitIndex(now)).get(unitId);
  if (place && can(actor, action, place)) return { actor, place };
  // why forbidden but for who has this right everywhere: nobody else learns which units there are.
  const seesAll = can(actor, action, (await getTopUnit(now))?.path ?? '');
  throw refusalPage(seesAll ? 'not-found' : 'forbidden');
}

/** For so long, in ms, a person who has proved who they are need not do it again before acts that ask it. */
const STEP_UP_LASTS = 10 * 60_000;

/**
 * Whether the person has proved anew, in this session and within ten minutes, who they are. For a post, whose form is shown
 * again with the refusal "step-up-needed", so that nothing typed is lost.
 */
export async function hasSteppedUp(request: Request, now: Instant): Promise<boolean> {
  const sessionId = sessionIdOf(request);
  const at = sessionId === undefined ? undefined : await findStepUp(sessionId);
  return at !== undefined && now - at < STEP_UP_LASTS;
}

/**
 * For pages that lead to acts which ask who it is once more: publishing keys and results, files with personal data.
 * @param backTo for a file: the page that it is offered on, as nothing is shown where a file is taken
 * @throws for a page a redirect to where the person proves it, which leads back here; otherwise the refusal "step-up-needed"
 */
export async function requireStepUp(request: Request, now: Instant, backTo?: string): Promise<void> {
  if (await hasSteppedUp(request, now)) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') throw refusalPage('step-up-needed');
  const { pathname, search } = new URL(request.url);
  throw redirect(withReturn(paths.stepUp(), backTo ?? pathname + search));
}

/** The id of the session that the browser sends, whether it is any good or not. */
export const sessionIdOf = (request: Request): string | undefined => readSessionCookie(request.headers.get('Cookie'));

/** Headers that give the browser a session. */
export const keepSession = (sessionId: string): { 'Set-Cookie': string } => ({
  'Set-Cookie': sessionCookie(sessionId),
});

/** Headers that take the session from the browser. */
export const dropSession = (): { 'Set-Cookie': string } => ({ 'Set-Cookie': blankSessionCookie() });
