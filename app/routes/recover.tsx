import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData } from '@remix-run/react';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { recoverAccount } from '#app/features/identity/index.server.ts';
import { RecoverForm } from '#app/features/identity/recovery/forgotten.tsx';
import { RecoverForm as RecoverSchema } from '#app/features/identity/recovery/recovery.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';

export const links = recoveryStyles;
export const meta = formTitle<typeof loader>((locale) => recoveryText[locale].recoverTitle);

export function loader({ context }: LoaderFunctionArgs) {
  return { isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { locale } = await readPreferences(request);
  const form = await readForm(request, RecoverSchema);
  const typed = form.ok ? form.value : form.error.raw;
  // why not the password: it is never sent back to a page.
  const values = { signInName: typed['signInName'] ?? '', code: typed['code'] ?? '' };
  if (!form.ok) {
    noteFaults(context);
    return data({ values, faults: form.error.faults }, { status: statusOf('invalid') });
  }
  const recovered = await recoverAccount({ form: form.value, clientAddress: context.clientAddress, now: at });
  if (recovered.ok) {
    throw redirect(`${paths.account()}?saved=recovered`, { headers: keepSession(recovered.value.sessionId) });
  }
  noteFaults(context);
  switch (recovered.error) {
    case 'wrong-code':
    case 'too-many-tries': {
      const field = recovered.error === 'wrong-code' ? 'code' : 'form';
      const faults = { [field]: refusalText[locale][recovered.error] };
      return data({ values, faults }, { status: statusOf(recovered.error) });
    }
    default:
      return data({ values, faults: { password: recovered.error } }, { status: statusOf('invalid') });
  }
}

export default function RecoverPage() {
  const t = useText(recoveryText);
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <h1>{t.recoverTitle}</h1>
        <p>{t.recoverLead}</p>
      </header>
      <RecoverForm values={answer?.values ?? {}} faults={answer?.faults} />
      <p>
        {t.noCode} <Link to={paths.forgotten()}>{t.noCodeLink}</Link>
      </p>
    </div>
  );
}
