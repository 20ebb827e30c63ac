// Calling a route module as Remix does, without a server: its loader or action with a request, params and context.
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Instant } from '#app/domain/kernel/time.ts';

const FOLDER = 'app/routes';
const DOT = '\u0001';

/** What a route module may export that answers requests. */
export interface RouteModule {
  readonly loader?: (args: LoaderFunctionArgs) => unknown;
  readonly action?: (args: ActionFunctionArgs) => unknown;
}

/** The names of all files of app/routes: a route that somebody adds is in it by itself. */
export const routeFiles = (): string[] => readdirSync(FOLDER).toSorted();

/** The module of a route file. */
export const routeModule = async (file: string): Promise<RouteModule> =>
  (await import(/* @vite-ignore */ pathToFileURL(`${FOLDER}/${file}`).href)) as RouteModule;

/** The names of the parameters that a route file has in its own name. */
export const paramsOf = (file: string): string[] =>
  [...file.matchAll(/\$([A-Za-z]+)/gu)].map((match) => match[1] as string);

/** The address that a route file stands for, with these parameters in their places. */
export function addressOf(file: string, params: Readonly<Record<string, string>>): string {
  // why a stand-in: a dot in brackets is a dot of the address.
  const words = file
    .replace(/\.tsx?$/u, '')
    .replaceAll('[.]', DOT)
    .split('.')
    .map((word) => word.replaceAll(DOT, '.'));
  const steps = words
    .filter((word) => word !== '_index')
    .map((word) => word.replace(/_$/u, ''))
    .map((word) => (word.startsWith('$') ? encodeURIComponent(params[word.slice(1)] ?? '') : word));
  return `/${steps.join('/')}`;
}

/** The Cookie header of somebody who is signed in from now on. */
export async function cookieOf(accountId: string, now: Instant): Promise<string> {
  const sessionId = await inTransaction((tx) =>
    openSession(tx, accountId, now, { secondFactorAt: now, steppedUpAt: now }),
  );
  return keepSession(sessionId)['Set-Cookie'].split(';')[0] as string;
}

/** What came of a call: its status, where it leads, and what it says. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

interface WithInit {
  readonly type: 'DataWithResponseInit';
  readonly data: unknown;
  readonly init: { readonly status?: number } | null;
}

const isWithInit = (value: unknown): value is WithInit =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';

/** A stream never ends by itself: what it says first, and then it is given up. */
async function firstOf(stream: Response): Promise<Answer> {
  const reader = stream.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return { status: stream.status, location: undefined, body: new TextDecoder().decode(first?.value) };
}

async function answerOf(value: unknown): Promise<Answer> {
  if (value instanceof Response) {
    const location = value.headers.get('Location') ?? undefined;
    if (value.headers.get('Content-Type')?.startsWith('text/event-stream')) return firstOf(value);
    return { status: value.status, location, body: await value.text() };
  }
  if (isWithInit(value)) {
    return { status: value.init?.status ?? 200, location: undefined, body: JSON.stringify(value.data) };
  }
  return { status: 200, location: undefined, body: JSON.stringify(value) };
}

/**
 * Calls a loader (GET) or an action (POST).
 * @throws whatever the route throws that is neither a Response nor data with a status: that is never expected
 */
export async function call(
  handler: NonNullable<RouteModule['loader']>,
  address: string,
  params: LoaderFunctionArgs['params'],
  init: RequestInit & { cookie?: string | undefined } = {},
): Promise<Answer> {
  const { cookie, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (cookie !== undefined) headers.set('Cookie', cookie);
  const request = new Request(`http://localhost${address}`, { ...rest, headers });
  const context = { nonce: 'n', requestId: 'r', clientAddress: '10.0.0.1' };
  try {
    return await answerOf(await handler({ request, params, context }));
  } catch (thrown) {
    if (thrown instanceof Response || isWithInit(thrown)) return answerOf(thrown);
    throw thrown;
  }
}
