import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/features/identity/guard.server.ts';
import {
  askAboutData,
  correctIdentity,
  getOwnData,
  listOwnRequests,
  withdrawRequest,
} from '#app/features/privacy/index.server.ts';
import { OwnDataForm } from '#app/features/privacy/own-data.schema.ts';
import { CorrectPanel, DataFiles, DataLinks, KeptData, OtherRequest } from '#app/features/privacy/own-data-view.tsx';
import { OwnRequests } from '#app/features/privacy/requests-view.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { identityText } from '#app/text/identity.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';
import { privacyStyles } from '#app/ui/privacy-styles.ts';

export const links = privacyStyles;
export const meta = formTitle<typeof loader>((locale) => ownDataText[locale].title);

/** So many rows of each table stand on the page; the file has all. */
const SHOWN = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireActor(request);
  const [tables, requests] = await Promise.all([getOwnData({ accountId, take: SHOWN }), listOwnRequests(accountId)]);
  const done = new URL(request.url).searchParams.get('done');
  return { tables, requests, done, now: now(), isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const form = await readForm(request, OwnDataForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent, fullName = '', birthYear = '', words, requestId = '' } = form.value;
  const base = { actor, words, now: at };
  const acted =
    intent === 'correct'
      ? await correctIdentity({ ...base, fullName, birthYear })
      : intent === 'withdraw'
        ? await withdrawRequest({ actor, requestId, now: at })
        : await askAboutData({ ...base, kind: intent });
  if (acted.ok) {
    const said = intent === 'correct' ? String(acted.value) : intent === 'withdraw' ? 'withdrawn' : 'asked';
    throw redirect(`${paths.ownData()}?done=${said}`);
  }
  noteFaults(context);
  return data({ fault: acted.error, intent, values: { fullName, birthYear } }, { status: 422 });
}

export default function OwnDataPage() {
  const t = useText(ownDataText);
  const identity = useText(identityText);
  const { tables, requests, done, now: at } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const account = tables[0]?.rows[0];
  const sentences: Record<string, string> = { ...identity.faults, ...t.refusals };
  const fault = answer && (sentences[answer.fault] ?? answer.fault);
  const field = answer?.fault.startsWith('birthYear') ? 'birthYear' : 'fullName';
  const faults = fault !== undefined && answer?.intent === 'correct' ? { [field]: fault } : undefined;
  const isOther = answer?.intent === 'restrict' || answer?.intent === 'object';
  const notice = Object.hasOwn(t.done, done ?? '') ? t.done[done as keyof typeof t.done] : undefined;
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <Breadcrumb steps={[{ to: paths.account(), name: identity.accountTitle }]} here={t.title} />
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {notice !== undefined && !answer && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      <FaultSummary faults={fault === undefined ? undefined : (faults ?? { form: fault })} />
      <DataLinks />
      <KeptData tables={tables} />
      <DataFiles />
      <CorrectPanel
        values={
          answer?.values ?? { fullName: wordOf(account?.['fullName']), birthYear: wordOf(account?.['birthYear']) }
        }
        faults={faults}
      />
      <OwnRequests requests={requests} now={at} />
      <OtherRequest fault={isOther ? fault : undefined} />
    </div>
  );
}

const wordOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
