import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { askAbout, dismissSignal, getSignalPage, upholdSignal } from '#app/features/signals/index.server.ts';
import { SignalActs, SignalHistory } from '#app/features/signals/signal-acts.tsx';
import { SignalEvidence, SignalHead, SignalMeaning } from '#app/features/signals/signal-evidence.tsx';
import { SignalMembers } from '#app/features/signals/signal-members.tsx';
import { SignalForm } from '#app/features/signals/signals.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, refused } from '#app/platform/http/respond.server.ts';
import { refusalText } from '#app/text/refusals.ts';
import { signalActsText } from '#app/text/signal-acts.ts';
import { signalText } from '#app/text/signal.ts';
import { signalsText } from '#app/text/signals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { signalsStyles } from '#app/ui/signals-styles.ts';

export const links = signalsStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && signalText[locale].pageTitle(signalsText[locale].kinds[page.page.kind]),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireTopRight(request, 'see-signals', serverNow);
  const address = { actor, contestSlug: params['contestSlug'] ?? '', signalId: params['signalId'] ?? '' };
  const found = await getSignalPage(address, serverNow);
  if (!found.ok) throw refusalPage(found.error);
  const page = found.value;
  const people = new Set(page.evidence.members.map(({ accountId }) => accountId));
  const staff = page.decidedById === undefined ? [] : [page.decidedById];
  const names = await getFullNames([...people, ...staff]);
  const subject = `contest:${page.contest.id}`;
  await recordLooks({ actor, action: 'people-of-signal.seen', subject, accountIds: [...people], now: serverNow });
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return { page, names: Object.fromEntries(names), done, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'decide-signals', at);
  const contestSlug = params['contestSlug'] ?? '';
  const signalId = params['signalId'] ?? '';
  const form = await readForm(request, SignalForm);
  const command = { actor, contestSlug, signalId, now: at };
  noteFaults(context);
  if (!form.ok) return refused('invalid');
  const { value } = form;
  const decided =
    value.intent === 'ask'
      ? await askAbout(command)
      : value.intent === 'dismiss'
        ? await dismissSignal({ ...command, reason: value.reason })
        : await upholdSignal({ ...command, reason: value.reason, attemptIds: value.attempt });
  if (decided.ok) throw redirect(`${paths.signal(contestSlug, signalId)}?done=${decided.value}`);
  if (decided.error === 'not-found') throw refusalPage('not-found');
  const typed = { intent: value.intent, reason: 'reason' in value ? value.reason : '' };
  return refused(decided.error, { typed });
}

export default function SignalPageView() {
  const t = useText(signalActsText);
  const refusals = useText(refusalText);
  const { page, names, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said: Readonly<Record<string, string>> = t.done;
  const notice = !answer && Object.hasOwn(said, done) ? said[done] : undefined;
  return (
    <div className="stack-l">
      <SignalHead page={page} />
      {notice && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      {answer && <FaultSummary faults={{ form: refusals[answer.refusal] }} />}
      <SignalMeaning kind={page.kind} />
      <SignalEvidence page={page} names={names} />
      <SignalMembers page={page} names={names} />
      <section className="stack" aria-labelledby="hearing">
        <h2 id="hearing">{t.hearing}</h2>
        <SignalHistory page={page} names={names} />
        <SignalActs page={page} names={names} typed={answer && 'typed' in answer ? answer.typed : undefined} />
      </section>
    </div>
  );
}
