import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PasskeyButton } from '#app/features/identity/factors/passkey-button.tsx';
import { getActor, keepSession, sessionIdOf } from '#app/features/identity/guard.server.ts';
import { ProviderButton } from '#app/features/identity/external/provider-views.tsx';
import { providerName, signIn } from '#app/features/identity/index.server.ts';
import { SignInForm } from '#app/features/identity/sign-in-form.tsx';
import { SignInForm as SignInSchema } from '#app/features/identity/sign-in.schema.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { initOf } from '#app/platform/http/respond.server.ts';
import { keepDevice, withDevice } from '#app/platform/http/where-from.server.ts';
import { identityText } from '#app/text/identity.ts';
import { refusalText } from '#app/text/refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';

export const links = recoveryStyles;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = shellText[page?.locale ?? 'vi'];
  return [
    { title: (page?.isFaulted ? t.errorTitlePrefix : '') + t.titleOf(identityText[page?.locale ?? 'vi'].signInTitle) },
    { name: 'description', content: t.siteAbout },
  ];
};

/** When to come again, where the answer says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = safeReturn(new URL(request.url).searchParams.get('returnTo'), paths.contests());
  const [actor, { locale }] = await Promise.all([getActor(request), readPreferences(request)]);
  if (actor) throw redirect(returnTo);
  return { locale, returnTo, provider: providerName(), isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { locale } = await readPreferences(request);
  const form = await readForm(request, SignInSchema);
  if (!form.ok) {
    noteFaults(context);
    return data({ signInName: form.error.raw['signInName'] ?? '', faults: form.error.faults }, { status: 422 });
  }
  const { signInName, password, returnTo } = form.value;
  const { clientAddress } = context;
  const previousSessionId = sessionIdOf(request);
  const { deviceHash, setCookie } = keepDevice(request);
  const typed = { signInName, password };
  const signedIn = await signIn({ form: typed, clientAddress, deviceHash, previousSessionId, now: at });
  if (signedIn.ok) {
    const { sessionId, isHeldBack } = signedIn.value;
    const to = safeReturn(returnTo, paths.contests());
    const next = isHeldBack ? withReturn(paths.signInSecond(), to) : to;
    throw redirect(next, { headers: withDevice(setCookie, keepSession(sessionId)) });
  }
  noteFaults(context);
  const field = signedIn.error === 'wrong-credentials' ? 'signInName' : 'form';
  return data({ signInName, faults: { [field]: refusalText[locale][signedIn.error] } }, initOf(signedIn.error));
}

export default function SignInPage() {
  const t = useText(identityText);
  const { returnTo, provider } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <h1>{t.signInTitle}</h1>
      <SignInForm signInName={answer?.signInName ?? ''} faults={answer?.faults} returnTo={returnTo} />
      <ProviderButton name={provider} returnTo={returnTo} />
      <PasskeyButton ceremony="sign-in" returnTo={returnTo} className="button button--quiet button--wide">
        {t.signInByPasskey}
      </PasskeyButton>
      <div className="stack-s">
        <p>
          {t.noAccount} <Link to={withReturn(paths.register(), returnTo)}>{t.registerLink}</Link>
        </p>
        <p>
          <Link to={paths.forgotten()}>{t.forgotten}</Link>
        </p>
      </div>
    </div>
  );
}
