import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useActFaults } from '#app/features/conduct/act-form.tsx';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { AddMember, MemberTable, RemoveMember } from '#app/features/conduct/board-view.tsx';
import { BoardForm } from '#app/features/conduct/conduct.schema.ts';
import { addBoardMember, listBoardMembers, removeBoardMember } from '#app/features/conduct/index.server.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getPeople, searchPeople } from '#app/features/identity/index.server.ts';
import { PersonPicker } from '#app/features/identity/person-picker.tsx';
import { recordLook } from '#app/features/operations/index.server.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const meta = formTitle<typeof loader>((locale) => conductActsText[locale].boardTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireTopRight(request, 'conduct-contest', serverNow);
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const listed = await listBoardMembers(contest.id);
  const people = await getPeople(
    listed.map(({ accountId }) => accountId),
    serverNow,
  );
  if (people.size > 0) {
    const look = { subject: `contest:${contest.id}`, detail: { people: people.size }, now: serverNow } as const;
    await recordLook({ actor, action: 'board-members.seen', ...look });
  }
  const members = listed.map(({ accountId, addedAt }) => {
    const { fullName, unitName } = people.get(accountId) ?? { fullName: accountId, unitName: '' };
    return { accountId, addedAt, fullName, unitName };
  });
  const asked = new URL(request.url).searchParams;
  const leaving = members.find(({ accountId }) => accountId === asked.get('remove'));
  const { slug, title } = contest;
  return { contest: { slug, title }, members, leaving, done: asked.get('done'), isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'conduct-contest', at);
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const form = await readForm(request, BoardForm);
  if (!form.ok) {
    const { raw, faults } = form.error;
    const looks = raw['intent'] === 'find-person' || raw['intent'] === 'find-unit';
    if (looks) return data({ values: raw, ...(await searchPeople(raw, actor, at)) });
    noteFaults(context);
    return data({ values: raw, ...(await searchPeople(raw, actor, at)), faults }, { status: 422 });
  }
  const { value } = form;
  const { accountId, reason } = value;
  const command = { actor, contestSlug: contest.slug, accountId, reason, now: at };
  const changed =
    value.intent === 'add'
      ? await addBoardMember({ ...command, isForced: value.force === 'yes' })
      : await removeBoardMember(command);
  const here = paths.conductAct(contest.slug, 'board');
  if (changed.ok) throw redirect(`${here}?done=${value.intent === 'add' ? 'added' : 'removed'}`);
  noteFaults(context);
  const person = (await getPeople([accountId], at)).get(accountId);
  const shown = { values: { accountId, reason }, people: person && [person], refusal: changed.error };
  return data(shown, { status: statusOf(changed.error) });
}

export default function BoardPage() {
  const t = useText(conductActsText);
  const { contest, members, leaving, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = useActFaults(answer);
  const said = { added: t.added, removed: t.removed }[done ?? ''];
  const values: Record<string, string> = answer?.values ?? {};
  const found = answer && 'units' in answer ? answer : undefined;
  const picker = { query: values['personQuery'] ?? '', hits: answer?.people, chosen: values['accountId'] };
  const asksForce = answer && 'refusal' in answer && answer.refusal === 'member-has-entered';
  return (
    <div className="narrow stack-l">
      <ActHead contest={contest} title={t.boardTitle} lead={t.boardLead} />
      {said && !faults && (
        <p className="notice notice--good" role="status">
          {said}
        </p>
      )}
      {leaving && <RemoveMember member={leaving} faults={faults} reason={values['reason']} />}
      <MemberTable contestSlug={contest.slug} members={members} />
      {!leaving && (
        <AddMember faults={faults} reason={values['reason']} asksForce={asksForce ?? false}>
          <PersonPicker {...picker} fault={faults?.['accountId']} />
          <UnitPicker
            query={values['unitQuery'] ?? ''}
            hits={found?.units}
            chosen={found?.unit}
            fault={undefined}
            only="all"
            legend={t.unitOfPerson}
          />
        </AddMember>
      )}
    </div>
  );
}
