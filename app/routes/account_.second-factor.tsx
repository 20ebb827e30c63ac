import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { renderSVG } from 'uqr';
import { hasFactor } from '#app/domain/identity/second-factor.ts';
import { FactorForm } from '#app/features/identity/factors/factor.schema.ts';
import { PasskeysPanel, SparePanel, TotpPanel, TotpSetupPanel } from '#app/features/identity/factors/factor-panels.tsx';
import {
  keepSession,
  requireActor,
  requireDuties,
  requireStepUp,
  sessionIdOf,
} from '#app/features/identity/guard.server.ts';
import { getFactors, getTotpSetup, runFactorForm } from '#app/features/identity/index.server.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { factorsText } from '#app/text/factors.ts';
import { identityText } from '#app/text/identity.ts';
import { factorStyles } from '#app/ui/factor-styles.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';

export const links = factorStyles;
export const meta = formTitle<typeof loader>((locale) => factorsText[locale].manageTitle);

/** The person, who has just proved who they are, by everything that they have. */
async function open(request: Request, at: number) {
  const actor = await requireActor(request);
  const state = await getFactors(actor);
  if (hasFactor(state.factors)) await requireDuties(request);
  await requireStepUp(request, at);
  return { actor, state };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const { actor, state } = await open(request, at);
  const query = new URL(request.url).searchParams;
  const { locale } = await readPreferences(request);
  const id = query.get('enrol') ?? '';
  const site = factorsText[locale].site;
  const setup = id ? await getTotpSetup({ actor, enrolmentId: id, site, now: at }) : undefined;
  return {
    state,
    setup: setup && { ...setup, id, qr: renderSVG(setup.address, { ecc: 'M', border: 2 }) },
    returnTo: safeReturn(query.get('returnTo'), ''),
    done: query.get('done'),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { actor } = await open(request, at);
  const form = await readForm(request, FactorForm);
  if (!form.ok) throw refusalPage('invalid');
  const done = await runFactorForm({ actor, sessionId: sessionIdOf(request) ?? '', form: form.value, now: at });
  if ('fault' in done) {
    if (done.fault === 'signed-out' || done.fault === 'not-found') throw refusalPage(done.fault);
    noteFaults(context);
    return data({ fault: done.fault, codes: undefined }, { status: done.status });
  }
  if ('codes' in done) return data({ fault: undefined, codes: done.codes });
  const here = withReturn(paths.secondFactor(), safeReturn(form.value.returnTo, ''));
  throw redirect(`${here}&${done.query}`, done.sessionId === undefined ? {} : { headers: keepSession(done.sessionId) });
}

export default function SecondFactorPage() {
  const t = useText(factorsText);
  const words = useText(identityText);
  const { state, setup, returnTo, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fault = answer?.fault && t.faults[answer.fault];
  useFaultTitle(fault !== undefined);
  const has = hasFactor(state.factors);
  const lead = has ? t.manageLead : state.hasRoles ? t.mustEnrol : t.forContestants;
  const notice = t.done[done as keyof typeof t.done] as string | undefined;
  return (
    <div className={`narrow stack-l ${answer?.codes ? 'prints-codes-only' : ''}`}>
      <Breadcrumb steps={[{ to: paths.account(), name: words.accountTitle }]} here={t.manageTitle} />
      <header className="stack-s">
        <h1>{t.manageTitle}</h1>
        <p>{lead}</p>
      </header>
      {notice && !answer && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      <FaultSummary faults={fault === undefined ? undefined : { [setup ? 'code' : 'form']: fault }} />
      {has && <SparePanel state={state} returnTo={returnTo} codes={answer?.codes} />}
      {setup && <TotpSetupPanel setup={setup} returnTo={returnTo} fault={fault} />}
      {!setup && (state.hasRoles || state.factors.hasTotp) && <TotpPanel state={state} returnTo={returnTo} />}
      {!setup && <PasskeysPanel state={state} returnTo={returnTo} />}
      {has && <p className="small quiet">{t.removeHint}</p>}
      {has && returnTo !== '' && (
        <p>
          <Link className="button" to={returnTo}>
            {t.goOn}
          </Link>
        </p>
      )}
    </div>
  );
}
