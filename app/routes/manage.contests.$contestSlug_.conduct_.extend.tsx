import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { MinutesField, ReasonField, RoundField } from '#app/features/conduct/act-fields.tsx';
import { ActForm, useActFaults } from '#app/features/conduct/act-form.tsx';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { ExtendForm } from '#app/features/conduct/conduct.schema.ts';
import { extendRound, getConduct, previewAct } from '#app/features/conduct/index.server.ts';
import { useChangeWords } from '#app/features/conduct/use-change-words.ts';
import { findContest } from '#app/features/contests/index.server.ts';
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

export const meta = formTitle<typeof loader>((locale) => conductActsText[locale].extendTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'conduct-contest', serverNow);
  const found = await getConduct(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const rounds = found.rounds
    .filter((round) => round.canAdjust)
    .map(({ id, number, title, window: { opensAt, closesAt } }) => ({ id, number, title, opensAt, closesAt }));
  const asked = Number(new URL(request.url).searchParams.get('round'));
  const { slug, title } = found.contestNow.contest;
  const chosen = (rounds.find(({ number }) => number === asked) ?? rounds[0])?.id;
  return { contest: { slug, title }, rounds, chosen, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'conduct-contest', at);
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const form = await readForm(request, ExtendForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ values: form.error.raw, faults: form.error.faults }, { status: 422 });
  }
  const { intent, roundId, minutes: ms, reason, key = '' } = form.value;
  const values = { roundId, minutes: String(ms / MINUTE), reason };
  const act = { actor, contestSlug: contest.slug, roundId, ms, reason, key, now: at };
  if (intent === 'confirm' && key !== '') {
    const extended = await extendRound(act);
    if (extended.ok) {
      await followClose(contest, extended.value.roundIds, at);
      throw redirect(`${paths.conduct(contest.slug)}?done=extended`);
    }
    noteFaults(context);
    return data({ values, refusal: extended.error }, { status: statusOf(extended.error) });
  }
  const preview = await previewAct(contest, [roundId], { kind: 'extend', ms }, at);
  if (preview.ok) return data({ values, changes: preview.value, key: crypto.randomUUID(), at });
  noteFaults(context);
  return data({ values, refusal: preview.error }, { status: statusOf(preview.error) });
}

export default function ExtendPage() {
  const t = useText(conductActsText);
  const { contest, rounds, chosen } = useLoaderData<typeof loader>();
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
      <ActHead contest={contest} title={t.extendTitle} lead={t.extendLead} />
      {rounds.length === 0 ? (
        <p className="notice">{t.noRound}</p>
      ) : (
        <ActForm act="extend" faults={faults} confirming={confirming} back={paths.conduct(contest.slug)}>
          <RoundField rounds={rounds} chosen={values['roundId'] ?? chosen} fault={faults?.['roundId']} />
          <MinutesField
            value={values['minutes']}
            fault={faults?.['minutes']}
            label={t.minutesExtend}
            hint={t.minutesExtendHint}
          />
          <ReasonField value={values['reason']} fault={faults?.['reason']} />
        </ActForm>
      )}
    </div>
  );
}
