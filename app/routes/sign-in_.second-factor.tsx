import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { hasFactor } from '#app/domain/identity/second-factor.ts';
import { SampleCodePanel, SecondStepForm } from '#app/features/identity/factors/code-form.tsx';
import { CodeForm } from '#app/features/identity/factors/factor.schema.ts';
import { PasskeyButton } from '#app/features/identity/factors/passkey-button.tsx';
import { keepSession, requireActor, sessionIdOf } from '#app/features/identity/guard.server.ts';
import { getFactors, getSampleCode, showSecondFactor } from '#app/features/identity/index.server.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { factorsText } from '#app/text/factors.ts';
import { factorStyles } from '#app/ui/factor-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const links = factorStyles;
export const meta = formTitle<typeof loader>((locale) => factorsText[locale].secondTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const returnTo = safeReturn(new URL(request.url).searchParams.get('returnTo'), paths.account());
  if (!actor.isHeldBack) throw redirect(returnTo);
  const { factors, spareCodesLeft } = await getFactors(actor);
  // Who has nothing to show yet sets it up first, and comes back with their roles.
  if (!hasFactor(factors)) throw redirect(withReturn(paths.secondFactor(), returnTo));
  return {
    returnTo,
    takesCode: factors.hasTotp || spareCodesLeft > 0,
    takesPasskey: factors.passkeys > 0,
    sample: await getSampleCode(actor.accountId, now()),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, CodeForm);
  const returnTo = safeReturn(form.ok ? form.value.returnTo : undefined, paths.account());
  if (!actor.isHeldBack) throw form.ok ? redirect(returnTo) : refusalPage('invalid');
  const sessionId = sessionIdOf(request) ?? '';
  const shown = form.ok
    ? await showSecondFactor({ actor, sessionId, typed: form.value.code, now: now() })
    : ({ ok: false, error: 'wrong-code' } as const);
  if (shown.ok) throw redirect(returnTo, { headers: keepSession(shown.value.sessionId) });
  if (shown.error === 'signed-out') throw refusalPage('signed-out');
  noteFaults(context);
  const status = statusOf(shown.error === 'too-many-codes' ? 'too-many-tries' : 'invalid');
  return data({ fault: shown.error }, { status });
}

export default function SecondStepPage() {
  const t = useText(factorsText);
  const { returnTo, takesCode, takesPasskey, sample } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <h1>{t.secondTitle}</h1>
        <p>{t.secondLead}</p>
      </header>
      {sample && <SampleCodePanel sample={sample} returnTo={returnTo} />}
      {takesPasskey && (
        <PasskeyButton ceremony="sign-in" returnTo={returnTo} className="button button--large button--wide">
          {t.usePasskey}
        </PasskeyButton>
      )}
      {takesPasskey && !takesCode && (
        <noscript>
          <p className="notice notice--warn">{t.passkeyNeedsScripts}</p>
        </noscript>
      )}
      {takesPasskey && takesCode && <p className="or-line">{t.or}</p>}
      {takesCode && <SecondStepForm returnTo={returnTo} fault={fault} />}
      <div className="stack-s">
        <p className="small quiet">{t.lost}</p>
        <p>
          <Link to={paths.contests()}>{t.later}</Link>
        </p>
      </div>
    </div>
  );
}
