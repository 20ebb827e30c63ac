import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireActor, sessionIdOf } from '#app/features/identity/guard.server.ts';
import { endOtherSessions, endSession, listSessions } from '#app/features/identity/index.server.ts';
import { SessionList } from '#app/features/identity/sessions/session-list.tsx';
import { EndSessionForm } from '#app/features/identity/sessions/session.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { identityText } from '#app/text/identity.ts';
import { sessionsText } from '#app/text/sessions.ts';
import { factorStyles } from '#app/ui/factor-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = factorStyles;
export const meta = pageTitle<typeof loader>((locale) => sessionsText[locale].title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const sessions = await listSessions({ actor, sessionId: sessionIdOf(request) ?? '', now: now() });
  return { sessions, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const form = await readForm(request, EndSessionForm);
  if (!form.ok) throw refusalPage('invalid');
  if (form.value.intent === 'others') {
    await endOtherSessions({ actor, sessionId: sessionIdOf(request) ?? '', now: at });
  } else {
    const ended = await endSession({ actor, handle: form.value.handle, now: at });
    if (!ended.ok) throw refusalPage(ended.error);
  }
  throw redirect(`${paths.sessions()}?done=${form.value.intent}`);
}

export default function SessionsPage() {
  const t = useText(sessionsText);
  const words = useText(identityText);
  const { sessions, done } = useLoaderData<typeof loader>();
  const notice = { one: t.one, others: t.others }[done ?? ''];
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={[{ to: paths.account(), name: words.accountTitle }]} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      {notice && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      <SessionList sessions={sessions} />
      <p>
        <Link to={`${paths.account()}#password`}>{t.changePassword}</Link>
      </p>
      <p className="small quiet">{t.rule}</p>
    </div>
  );
}
