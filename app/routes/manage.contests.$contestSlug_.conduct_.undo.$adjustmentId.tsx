import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { ReasonField } from '#app/features/conduct/act-fields.tsx';
import { ActForm, useActFaults } from '#app/features/conduct/act-form.tsx';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { UndoForm } from '#app/features/conduct/conduct.schema.ts';
import { listAdjustments, previewAct, undoAdjustment } from '#app/features/conduct/index.server.ts';
import { useActWords } from '#app/features/conduct/use-act-words.ts';
import { useChangeWords } from '#app/features/conduct/use-change-words.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getPeople } from '#app/features/identity/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { followClose } from '#app/features/results/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const meta = formTitle<typeof loader>((locale) => conductActsText[locale].undoTitle);

async function findAct(params: LoaderFunctionArgs['params'], at: Instant) {
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  const acts = contest ? await listAdjustments(contest, at) : [];
  const act = acts.find(({ id }) => id === params['adjustmentId']);
  if (!contest || !act) throw refusalPage('not-found');
  return { contest, act };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireTopRight(request, 'conduct-contest', serverNow);
  const { contest, act } = await findAct(params, serverNow);
  const person =
    act.accountId === undefined ? undefined : (await getPeople([act.accountId], serverNow)).get(act.accountId);
  if (person) {
    const subject = `account:${person.accountId}`;
    await recordLook({ actor, action: 'person.seen', subject, detail: { contestId: contest.id }, now: serverNow });
  }
  const { slug, title } = contest;
  const names = person ? { [person.accountId]: `${person.fullName} (${person.unitName})` } : {};
  return { contest: { slug, title }, act, names, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'conduct-contest', at);
  const { contest, act } = await findAct(params, at);
  const form = await readForm(request, UndoForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ values: form.error.raw, faults: form.error.faults }, { status: 422 });
  }
  const { intent, reason, key = '' } = form.value;
  const values = { reason };
  if (intent === 'confirm' && key !== '') {
    const command = { actor, contestSlug: contest.slug, adjustmentId: act.id, reason, now: at };
    const undone = await undoAdjustment(command);
    if (undone.ok) await followClose(contest, undone.value.roundIds, at);
    // why also one that is undone already: the same form was sent twice, and what it asks for has come about.
    if (undone.ok || undone.error === 'already-undone') throw redirect(`${paths.conduct(contest.slug)}?done=undone`);
    noteFaults(context);
    return data({ values, refusal: undone.error }, { status: statusOf(undone.error) });
  }
  const preview = await previewAct(contest, [act.roundId], { kind: 'undo', adjustmentId: act.id }, at);
  if (preview.ok) return data({ values, changes: preview.value, key: crypto.randomUUID(), at });
  noteFaults(context);
  return data({ values, refusal: preview.error }, { status: statusOf(preview.error) });
}

export default function UndoPage() {
  const t = useText(conductActsText);
  const { contest, act, names } = useLoaderData<typeof loader>();
  const { effectOf } = useActWords(names);
  const answer = useActionData<typeof action>();
  const faults = useActFaults(answer);
  const wordsOf = useChangeWords();
  const values: Record<string, string> = answer?.values ?? {};
  const confirming =
    answer && 'changes' in answer && !faults
      ? { words: wordsOf('other', answer.changes, answer.at), fields: { ...values, key: answer.key } }
      : undefined;
  return (
    <div className="narrow stack-l">
      <ActHead contest={contest} title={t.undoTitle} lead={t.undoLead} />
      <p className="panel" lang="vi">
        <strong>{effectOf(act)}</strong>
        <span className="field__hint">{act.reason}</span>
      </p>
      <ActForm act="undo" faults={faults} confirming={confirming} back={paths.conduct(contest.slug)}>
        <ReasonField value={values['reason']} fault={faults?.['reason']} />
      </ActForm>
    </div>
  );
}
