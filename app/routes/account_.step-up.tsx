import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { hasFactor } from '#app/domain/identity/second-factor.ts';
import { SampleCodeLine, StepUpForm } from '#app/features/identity/factors/code-form.tsx';
import { StepUpForm as StepUpSchema } from '#app/features/identity/factors/factor.schema.ts';
import { PasskeyButton } from '#app/features/identity/factors/passkey-button.tsx';
import { keepSession, requireActor, sessionIdOf } from '#app/features/identity/guard.server.ts';
import { getFactors, getSampleCode, stepUp } from '#app/features/identity/index.server.ts';
import { paths, safeReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { factorsText, type FactorFault } from '#app/text/factors.ts';
import { factorStyles } from '#app/ui/factor-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const links = factorStyles;
export const meta = formTitle<typeof loader>((locale) => factorsText[locale].stepUpTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const returnTo = safeReturn(new URL(request.url).searchParams.get('returnTo'), paths.account());
  const { factors, hasRoles } = await getFactors(actor);
  const needsCode = hasRoles && hasFactor(factors);
  return {
    returnTo,
    needsCode,
    takesPasskey: factors.passkeys > 0,
    sample: needsCode ? await getSampleCode(actor.accountId, now()) : undefined,
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, StepUpSchema);
  const answer = (fault: FactorFault, status: number) => {
    noteFaults(context);
    return data({ fault }, { status });
  };
  if (!form.ok) return answer('wrong-password', statusOf('invalid'));
  const { password, code, returnTo } = form.value;
  const sessionId = sessionIdOf(request) ?? '';
  const done = await stepUp({ actor, sessionId, password, typed: code, now: now() });
  if (done.ok) {
    throw redirect(safeReturn(returnTo, paths.account()), { headers: keepSession(done.value.sessionId) });
  }
  switch (done.error) {
    case 'signed-out':
      throw refusalPage('signed-out');
    case 'wrong-credentials':
      return answer('wrong-password', statusOf('wrong-credentials'));
    case 'too-many-tries':
    case 'too-many-codes':
      return answer(done.error, statusOf('too-many-tries'));
    case 'busy':
      return answer(done.error, statusOf(done.error));
    case 'wrong-code':
      return answer(done.error, statusOf('invalid'));
  }
}

export default function StepUpPage() {
  const t = useText(factorsText);
  const { returnTo, needsCode, takesPasskey, sample } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <h1>{t.stepUpTitle}</h1>
        <p>{t.stepUpLead}</p>
      </header>
      {sample && <SampleCodeLine sample={sample} />}
      {takesPasskey && (
        <PasskeyButton ceremony="sign-in" returnTo={returnTo} className="button button--large button--wide">
          {t.usePasskey}
        </PasskeyButton>
      )}
      {takesPasskey && <p className="or-line">{t.or}</p>}
      <StepUpForm needsCode={needsCode} returnTo={returnTo} fault={fault} />
      <p>
        <Link to={paths.home()}>{t.back}</Link>
      </p>
    </div>
  );
}
