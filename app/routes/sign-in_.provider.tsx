import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AskToLink, Leaving, UnknownHere } from '#app/features/identity/external/provider-views.tsx';
import { getActor, requireActor, requireStepUp } from '#app/features/identity/guard.server.ts';
import {
  beginProvider,
  browserSecretCookie,
  findPendingIdentity,
  linkPending,
  newBrowserSecret,
  providerName,
  readBrowserSecret,
  unlinkProvider,
} from '#app/features/identity/index.server.ts';
import { paths, safeReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { isLeaving, noteLeaving } from '#app/platform/http/leaving.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { providerText } from '#app/text/provider.ts';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta = pageTitle<typeof loader>((locale, page) =>
  page ? providerText[locale].title(page.name) : undefined,
);
/** The action's way to the provider and its cookie have to come with the page. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const StartForm = z.strictObject({
  intent: z.enum(['begin', 'link', 'finish', 'unlink']),
  returnTo: z.string().max(2_000).default(''),
});

/** What waits in this browser to be linked; nobody else is led here. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isLeaving(context)) return null;
  const name = providerName();
  const secret = readBrowserSecret(request.headers.get('Cookie'));
  const pending = await findPendingIdentity(secret, now());
  if (name === undefined || !pending) throw redirect(paths.signIn());
  const actor = await getActor(request);
  return { name, nameThere: pending.name, isSignedIn: actor !== undefined };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const at = now();
  const form = await readForm(request, StartForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent } = form.value;
  if (intent === 'begin')
    return begin({ context, request, returnTo: safeReturn(form.value.returnTo, paths.contests()), at });
  const { accountId } = await requireActor(request);
  await requireStepUp(request, at);
  if (intent === 'link') return begin({ context, request, returnTo: paths.account(), at, accountId });
  if (intent === 'unlink') {
    await unlinkProvider({ accountId, now: at });
    throw redirect(paths.account());
  }
  const linked = await linkPending({
    accountId,
    browserSecret: readBrowserSecret(request.headers.get('Cookie')),
    now: at,
  });
  if (!linked.ok) throw refusalPage(linked.error);
  throw redirect(safeReturn(linked.value.returnTo, paths.contests()));
}

interface Begin {
  readonly context: AppLoadContext;
  readonly request: Request;
  readonly returnTo: string;
  readonly at: number;
  readonly accountId?: string;
}

async function begin({ context, request, returnTo, at, accountId }: Begin) {
  const origin = env().APP_ORIGIN ?? new URL(request.url).origin;
  const browserSecret = newBrowserSecret();
  const begun = await beginProvider({ accountId, browserSecret, returnTo, origin: new URL(origin).origin, now: at });
  if (!begun.ok) throw refusalPage(begun.error);
  noteLeaving(context);
  // why no redirect: browsers hold what a form leads to against the policy of the page, which names no other site.
  const headersOf = { Refresh: `0; url=${begun.value.address}`, 'Set-Cookie': browserSecretCookie(browserSecret) };
  return data(begun.value, { headers: headersOf });
}

export default function ProviderPage() {
  const loaded = useLoaderData<typeof loader>() as { name: string; nameThere: string; isSignedIn: boolean } | undefined;
  const leaving = useActionData<typeof action>();
  if (leaving) return <Leaving name={leaving.providerName} address={leaving.address} />;
  if (!loaded) return null;
  return loaded.isSignedIn ? <AskToLink {...loaded} /> : <UnknownHere name={loaded.name} />;
}
