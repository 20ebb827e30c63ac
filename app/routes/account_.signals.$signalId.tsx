import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { getOwnSignal, makeStatement } from '#app/features/signals/index.server.ts';
import { OwnSignalView } from '#app/features/signals/own-signal.tsx';
import { StatementForm } from '#app/features/signals/signals.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, refused } from '#app/platform/http/respond.server.ts';
import { identityText } from '#app/text/identity.ts';
import { refusalText } from '#app/text/refusals.ts';
import { signalActsText } from '#app/text/signal-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';
import { signalsStyles } from '#app/ui/signals-styles.ts';

export const links = signalsStyles;
export const meta = formTitle<typeof loader>((locale) => signalActsText[locale].ownTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireActor(request);
  const signal = await getOwnSignal(actor, params['signalId'] ?? '');
  if (!signal) throw refusalPage('not-found');
  const isSent = new URL(request.url).searchParams.has('sent');
  return { signal, serverNow, isSent, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const signalId = params['signalId'] ?? '';
  const form = await readForm(request, StatementForm);
  const text = form.ok ? form.value.text : '';
  const made = await makeStatement({ actor, signalId, text, now: at });
  if (made.ok) throw redirect(`${paths.ownSignal(signalId)}?sent`);
  if (made.error === 'not-found') throw refusalPage('not-found');
  noteFaults(context);
  return refused(made.error, { text });
}

export default function OwnSignalPage() {
  const t = useText(signalActsText);
  const identity = useText(identityText);
  const refusals = useText(refusalText);
  const { signal, serverNow, isSent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={[{ to: paths.account(), name: identity.accountTitle }]} here={t.ownTitle} />
      <h1>{t.ownTitle}</h1>
      {isSent && !answer && (
        <p className="notice notice--good" role="status">
          {t.sent}
        </p>
      )}
      {answer && <FaultSummary faults={{ text: refusals[answer.refusal] }} />}
      <OwnSignalView key={signal.statements.length} signal={signal} now={serverNow} text={answer?.text} />
    </div>
  );
}
