import { data, redirect, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getActor, keepSession, sessionIdOf } from '#app/features/identity/guard.server.ts';
import { blankBrowserSecretCookie, finishProvider, readBrowserSecret } from '#app/features/identity/index.server.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { providerText } from '#app/text/provider.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta = pageTitle<typeof loader>((locale) => providerText[locale].failedTitle);
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** Where the provider leads back to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  const url = new URL(request.url);
  const [actor, { locale }] = await Promise.all([getActor(request), readPreferences(request)]);
  const finished = await finishProvider({
    search: url.search,
    browserSecret: readBrowserSecret(request.headers.get('Cookie')),
    accountId: actor?.accountId,
    previousSessionId: sessionIdOf(request),
    origin: new URL(env().APP_ORIGIN ?? url.origin).origin,
    now: at,
  });
  const forget = { 'Set-Cookie': blankBrowserSecretCookie() };
  if (!finished.ok) {
    if (finished.error === 'not-found') throw refusalPage('not-found');
    return data(
      { sentence: refusalText[locale][finished.error] },
      { status: statusOf(finished.error), headers: forget },
    );
  }
  const outcome = finished.value;
  if (outcome.kind === 'unknown') throw redirect(paths.providerStart());
  const answer = new Headers(forget);
  if (outcome.kind === 'signedIn') answer.append('Set-Cookie', keepSession(outcome.sessionId)['Set-Cookie']);
  const to = safeReturn(outcome.returnTo, paths.contests());
  const isHeldBack = outcome.kind === 'signedIn' && outcome.isHeldBack;
  throw redirect(isHeldBack ? withReturn(paths.signInSecond(), to) : to, { headers: answer });
}

export default function CallbackPage() {
  const t = useText(providerText);
  const { sentence } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack-l">
      <h1>{t.failedTitle}</h1>
      <p className="notice notice--bad" role="alert">
        {sentence}
      </p>
      <p>
        <Link className="button" to={paths.signIn()}>
          {t.again}
        </Link>
      </p>
    </div>
  );
}
