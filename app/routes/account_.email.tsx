import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/domain/identity/actor.ts';
import { hasSteppedUp, requireActor } from '#app/features/identity/guard.server.ts';
import { getOwnEmail, giveEmail, removeEmail, verifyEmail } from '#app/features/identity/index.server.ts';
import { OwnEmail } from '#app/features/identity/recovery/own-email.tsx';
import { EmailForm } from '#app/features/identity/recovery/recovery.schema.ts';
import { RefusalNotice } from '#app/features/identity/refusal-notice.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { identityText } from '#app/text/identity.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';

export const links = recoveryStyles;
export const meta = formTitle<typeof loader>((locale) => recoveryText[locale].emailTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireActor(request);
  const done = new URL(request.url).searchParams.get('done');
  return { ...(await getOwnEmail(accountId, now())), done, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const { locale } = await readPreferences(request);
  const form = await readForm(request, EmailForm);
  const typed = form.ok ? ('email' in form.value ? form.value.email : '') : (form.error.raw['email'] ?? '');
  const again = (refusal: string, faults: Record<string, string> | undefined, status: number) => {
    noteFaults(context);
    return data({ typed, refusal, faults, sentence: faults ? '' : refusalText[locale]['step-up-needed'] }, { status });
  };
  if (!form.ok) return again('invalid', form.error.faults, statusOf('invalid'));
  // why not for a code: whoever has it has shown what the act is about.
  if (form.value.intent !== 'verify' && !(await hasSteppedUp(request, at))) {
    return again('step-up-needed', undefined, statusOf('step-up-needed'));
  }
  const done = await act(actor, form.value, locale, at);
  if (done.ok) throw redirect(`${paths.ownEmail()}?done=${form.value.intent}`);
  const field = { give: 'email', verify: 'code', remove: 'form', drop: 'form' }[form.value.intent];
  return again(done.error, { [field]: refusalText[locale][done.error] }, statusOf(done.error));
}

type Posted = (typeof EmailForm)['_output'];

async function act(actor: Actor, form: Posted, locale: Locale, at: number) {
  switch (form.intent) {
    case 'give':
      return giveEmail({ actor, email: form.email, now: at });
    case 'verify':
      return verifyEmail({ actor, code: form.code, locale, now: at });
    default:
      await removeEmail({ actor, ...(form.intent === 'drop' ? { only: 'pending' as const } : {}), now: at });
      return { ok: true } as const;
  }
}

export default function OwnEmailPage() {
  const t = useText(recoveryText);
  const words = useText(identityText);
  const { email, verifiedAt, pending, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const notice = t.emailSaved[done as keyof typeof t.emailSaved] as string | undefined;
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <Breadcrumb steps={[{ to: paths.account(), name: words.accountTitle }]} here={t.emailTitle} />
        <h1>{t.emailTitle}</h1>
        <p>{t.emailLead}</p>
      </header>
      {notice !== undefined && !answer && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      {answer?.sentence && <RefusalNotice refusal={answer.refusal} sentence={answer.sentence} />}
      <OwnEmail {...{ email, verifiedAt, pending }} typed={answer?.typed ?? ''} faults={answer?.faults} />
    </div>
  );
}
