import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listOwnEntries } from '#app/features/contests/index.server.ts';
import { ConsentsView } from '#app/features/identity/consents/consents-view.tsx';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { getConsents, getOpenQuestions, giveConsent, withdrawConsent } from '#app/features/identity/index.server.ts';
import { readGuardianFields } from '#app/features/identity/register.schema.ts';
import { ConsentForm } from '#app/features/privacy/own-data.schema.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { consentsText } from '#app/text/consents.ts';
import { identityText } from '#app/text/identity.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { privacyStyles } from '#app/ui/privacy-styles.ts';

export const links = privacyStyles;
export const meta = formTitle<typeof loader>((locale) => consentsText[locale].title);

/** What the person agreed to, and what is still to be asked; ?returnTo=… is where they were on the way to. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const query = new URL(request.url).searchParams;
  const [view, entries] = await Promise.all([getConsents(actor.accountId, now()), listOwnEntries(actor)]);
  if (!view) throw refusalPage('not-found');
  const asked = entries.filter(({ asks }) => asks).map(({ slug, title }) => ({ slug, title }));
  const returnTo = query.has('returnTo') ? safeReturn(query.get('returnTo'), paths.account()) : undefined;
  return { ...view, entries: asked, returnTo, saved: query.get('saved'), isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const { locale } = await readPreferences(request);
  const form = await readForm(request, ConsentForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent, purpose, consent, returnTo, ...typed } = form.value;
  const base = { actor, locale, now: at };
  if (intent === 'guardian') {
    const { guardian, faults } = readGuardianFields(typed);
    if (!guardian) {
      noteFaults(context);
      return data({ faults: Object.fromEntries(faults) as Record<string, string>, values: typed }, { status: 422 });
    }
    await giveConsent({ ...base, purpose: 'contest:guardian', guardian });
    if (consent === 'yes') await giveConsent({ ...base, purpose: 'contest' });
  } else {
    if (!purpose) throw refusalPage('invalid');
    const done = await (intent === 'give' ? giveConsent({ ...base, purpose }) : withdrawConsent({ ...base, purpose }));
    if (!done.ok) throw refusalPage('invalid');
  }
  const isSettled = (await getOpenQuestions(actor.accountId, at)).length === 0;
  const back = returnTo === undefined ? undefined : safeReturn(returnTo, paths.account());
  if (back !== undefined && intent !== 'withdraw' && isSettled) throw redirect(back);
  const here = back === undefined ? `${paths.ownConsents()}?` : `${withReturn(paths.ownConsents(), back)}&`;
  throw redirect(`${here}saved=${intent === 'withdraw' ? 'withdrawn' : 'given'}`);
}

export default function ConsentsPage() {
  const t = useText(consentsText);
  const own = useText(ownDataText);
  const identity = useText(identityText);
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const steps = [
    { to: paths.account(), name: identity.accountTitle },
    { to: paths.ownData(), name: own.title },
  ];
  const saved = Object.hasOwn(t.saved, page.saved ?? '') ? t.saved[page.saved as keyof typeof t.saved] : undefined;
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <Breadcrumb steps={steps} here={t.title} />
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {saved !== undefined && !answer && (
        <p className="notice notice--good" role="status">
          {saved}
        </p>
      )}
      <ConsentsView {...page} faults={answer?.faults} values={answer?.values ?? {}} />
    </div>
  );
}
