import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requestRecoveryCode } from '#app/features/identity/index.server.ts';
import { WaysBack } from '#app/features/identity/recovery/forgotten.tsx';
import { ForgottenForm } from '#app/features/identity/recovery/recovery.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { identityText } from '#app/text/identity.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const meta = formTitle<typeof loader>((locale) => recoveryText[locale].forgottenTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return { isSent: new URL(request.url).searchParams.has('sent'), isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { locale } = await readPreferences(request);
  const form = await readForm(request, ForgottenForm);
  if (!form.ok) {
    noteFaults(context);
    const { raw, faults } = form.error;
    return data({ signInName: raw['signInName'] ?? '', faults }, { status: statusOf('invalid') });
  }
  const { signInName } = form.value;
  const asked = await requestRecoveryCode({ signInName, clientAddress: context.clientAddress, now: at });
  if (asked.ok) throw redirect(`${paths.forgotten()}?sent`);
  noteFaults(context);
  return data({ signInName, faults: { form: refusalText[locale][asked.error] } }, { status: statusOf(asked.error) });
}

export default function ForgottenPage() {
  const t = useText(recoveryText);
  const words = useText(identityText);
  const { isSent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <h1>{t.forgottenTitle}</h1>
        <p>{t.forgottenLead}</p>
      </header>
      <WaysBack signInName={answer?.signInName ?? ''} faults={answer?.faults} isSent={isSent && !answer} />
      <p>
        <Link to={paths.signIn()}>{words.signInTitle}</Link>
      </p>
    </div>
  );
}
