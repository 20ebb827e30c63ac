import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useActFaults } from '#app/features/conduct/act-form.tsx';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { NoticeForm } from '#app/features/conduct/conduct.schema.ts';
import { addNotice, listNotices, withdrawNotice } from '#app/features/conduct/index.server.ts';
import { NoticeList, NoticeWriter } from '#app/features/conduct/notice-view.tsx';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getPeople } from '#app/features/identity/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const meta = formTitle<typeof loader>((locale) => conductActsText[locale].noticesTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'conduct-contest', serverNow);
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const notices = await listNotices(contest.id);
  const authors = await getPeople(
    notices.map(({ actorId }) => actorId),
    serverNow,
  );
  return {
    contest: { slug: contest.slug, title: contest.title },
    notices,
    names: Object.fromEntries([...authors].map(([id, { fullName }]) => [id, fullName])),
    key: crypto.randomUUID(),
    done: new URL(request.url).searchParams.get('done'),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'conduct-contest', at);
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const form = await readForm(request, NoticeForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ values: form.error.raw, faults: form.error.faults }, { status: 422 });
  }
  const command = { actor, contestSlug: contest.slug, now: at };
  const { value } = form;
  const done =
    value.intent === 'send'
      ? await addNotice({ ...command, text: value.text, key: value.key })
      : await withdrawNotice({ ...command, noticeId: value.noticeId });
  const here = paths.conductAct(contest.slug, 'notices');
  if (done.ok) throw redirect(`${here}?done=${value.intent === 'send' ? 'sent' : 'withdrawn'}`);
  noteFaults(context);
  const values: Record<string, string> = value.intent === 'send' ? { text: value.text } : {};
  return data({ values, refusal: done.error }, { status: statusOf(done.error) });
}

export default function NoticesPage() {
  const t = useText(conductActsText);
  const { contest, notices, names, key, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = useActFaults(answer);
  const said = { sent: t.sent, withdrawn: t.withdrawn }[done ?? ''];
  return (
    <div className="narrow stack-l">
      <ActHead contest={contest} title={t.noticesTitle} lead={t.noticesLead} />
      {said && !faults && (
        <p className="notice notice--good" role="status">
          {said}
        </p>
      )}
      <NoticeWriter key={key} sendingKey={key} faults={faults} text={answer?.values['text']} />
      <NoticeList notices={notices} names={names} />
    </div>
  );
}
