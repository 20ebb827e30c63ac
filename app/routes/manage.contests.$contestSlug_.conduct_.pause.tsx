import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonField, RoundField } from '#app/features/conduct/act-fields.tsx';
import { ActForm, useActFaults } from '#app/features/conduct/act-form.tsx';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { RoundForm } from '#app/features/conduct/conduct.schema.ts';
import { getConduct, pauseRound, previewAct, resumeRound } from '#app/features/conduct/index.server.ts';
import { useChangeWords } from '#app/features/conduct/use-change-words.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { followClose } from '#app/features/results/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const meta = formTitle<typeof loader>(
  (locale, page) => conductActsText[locale][page?.act === 'resume' ? 'resumeTitle' : 'pauseTitle'],
);

/** The page ends a pause where the round that is asked for stands still, and begins one where it does not. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'conduct-contest', serverNow);
  const found = await getConduct(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const asked = Number(new URL(request.url).searchParams.get('round'));
  const can = found.rounds.filter((round) => round.canPause || round.canResume);
  const first = can.find(({ number }) => number === asked) ?? can[0];
  const rounds = can
    .filter((round) => round.canResume === first?.canResume)
    .map(({ id, number, title, window: { opensAt, closesAt } }) => ({ id, number, title, opensAt, closesAt }));
  const { slug, title } = found.contestNow.contest;
  const act = first?.canResume ? ('resume' as const) : ('pause' as const);
  return { contest: { slug, title }, act, rounds, chosen: first?.id, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'conduct-contest', at);
  const found = await getConduct(params['contestSlug'] ?? '', at);
  if (!found) throw refusalPage('not-found');
  const { contest } = found.contestNow;
  const form = await readForm(request, RoundForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ values: form.error.raw, faults: form.error.faults }, { status: 422 });
  }
  const { intent, roundId, reason, act, key = '' } = form.value;
  const values = { roundId, reason, act };
  if (intent === 'confirm' && key !== '') {
    const command = { actor, contestSlug: contest.slug, roundId, reason, key, now: at };
    const done = await (act === 'resume' ? resumeRound(command) : pauseRound(command));
    if (done.ok) {
      await followClose(contest, done.value.roundIds, at);
      throw redirect(`${paths.conduct(contest.slug)}?done=${act === 'resume' ? 'resumed' : 'paused'}`);
    }
    noteFaults(context);
    return data({ values, refusal: done.error }, { status: statusOf(done.error) });
  }
  const preview = await previewAct(contest, [roundId], { kind: act }, at);
  if (preview.ok) return data({ values, changes: preview.value, key: crypto.randomUUID(), at });
  noteFaults(context);
  return data({ values, refusal: preview.error }, { status: statusOf(preview.error) });
}

export default function PausePage() {
  const t = useText(conductActsText);
  const { contest, act, rounds, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = useActFaults(answer);
  const wordsOf = useChangeWords();
  const values: Record<string, string> = answer?.values ?? {};
  const confirming =
    answer && 'changes' in answer && !faults
      ? { words: wordsOf(act, answer.changes, answer.at), fields: { ...values, key: answer.key } }
      : undefined;
  return (
    <div className="narrow stack-l">
      <ActHead
        contest={contest}
        title={act === 'resume' ? t.resumeTitle : t.pauseTitle}
        lead={act === 'resume' ? t.resumeLead : t.pauseLead}
      />
      {rounds.length === 0 ? (
        <p className="notice">{t.noRound}</p>
      ) : (
        <ActForm act={act} faults={faults} confirming={confirming} back={paths.conduct(contest.slug)}>
          <input type="hidden" name="act" value={act} />
          <RoundField rounds={rounds} chosen={values['roundId'] ?? chosen} fault={faults?.['roundId']} />
          <ReasonField value={values['reason']} fault={faults?.['reason']} />
        </ActForm>
      )}
    </div>
  );
}
