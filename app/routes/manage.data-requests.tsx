import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { answerRequest, listRequests, REQUESTS_PER_PAGE } from '#app/features/privacy/index.server.ts';
import { AnswerForm } from '#app/features/privacy/own-data.schema.ts';
import { ManagedRequests } from '#app/features/privacy/requests-view.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { privacyStyles } from '#app/ui/privacy-styles.ts';

export const links = privacyStyles;
export const meta = formTitle<typeof loader>((locale) => ownDataText[locale].manage.title);

/** What people ask about their data, what is due first on top. Each person whose request is shown can see that it was. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'answer-data-requests', at);
  const query = new URL(request.url).searchParams;
  const which = query.get('state') === 'closed' ? 'closed' : 'open';
  const page = pageOf(request);
  const { rows, total } = await listRequests(which, { page, now: at });
  for (const accountId of new Set(rows.flatMap(({ person }) => (person ? [person.accountId] : [])))) {
    await recordLook({ actor, action: 'data-requests.seen', subject: `account:${accountId}`, now: at });
  }
  const pages = Math.max(1, Math.ceil(total / REQUESTS_PER_PAGE));
  return { which, rows, page, pages, done: query.get('done'), now: at, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'answer-data-requests', at);
  const form = await readForm(request, AnswerForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent: act, requestId, answer } = form.value;
  const answered = await answerRequest({ actor, requestId, act, answer, now: at });
  if (answered.ok) throw redirect(`${paths.manageDataRequests()}?done=answered`);
  noteFaults(context);
  return data({ requestId, answer, refusal: answered.error }, { status: 422 });
}

export default function DataRequestsPage() {
  const t = useText(ownDataText);
  const manage = useText(manageText);
  const { which, rows, page, pages, done, now: at } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && { ...answer, sentence: t.refusals[answer.refusal] };
  return (
    <div className="stack-l">
      <header className="stack-s measure">
        <Breadcrumb steps={[{ to: paths.manage(), name: manage.title }]} here={t.manage.title} />
        <h1>{t.manage.title}</h1>
        <p className="lead">{t.manage.lead}</p>
      </header>
      {done === 'answered' && !answer && (
        <p className="notice notice--good" role="status">
          {t.done.answered}
        </p>
      )}
      {refused && !rows.some(({ id }) => id === refused.requestId) && (
        <p className="notice notice--bad" role="alert">
          {refused.sentence}
        </p>
      )}
      <nav className="tabs" aria-label={t.manage.title}>
        {(['open', 'closed'] as const).map((state) => (
          <Link key={state} to={`?state=${state}`} aria-current={state === which ? 'page' : undefined}>
            {t.manage[state]}
          </Link>
        ))}
      </nav>
      <ManagedRequests requests={rows} now={at} refused={refused} />
      <Pager page={page} pages={pages} hrefOf={(to) => `?state=${which}&page=${to}`} />
    </div>
  );
}
