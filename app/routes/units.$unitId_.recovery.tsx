import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasSteppedUp, requireUnitRight } from '#app/features/identity/guard.server.ts';
import { getRecoveryPage, issueRecoveryCode } from '#app/features/identity/index.server.ts';
import { IssueForm, RecoveryQuery } from '#app/features/identity/recovery/recovery.schema.ts';
import { CheckPerson, CodeSlip, FindPerson } from '#app/features/identity/recovery/unit-recovery.tsx';
import { RefusalNotice } from '#app/features/identity/refusal-notice.tsx';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, refused, statusOf } from '#app/platform/http/respond.server.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = recoveryStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && recoveryText[locale].unitTitleOf(page.unit.name),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const unitId = params['unitId'] ?? '';
  const { actor, place } = await requireUnitRight(request, 'issue-recovery-code', { unitId, now: at });
  const { q, page, who } = RecoveryQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await getRecoveryPage({ actor, place, text: q, page, who, now: at });
  if (!found.ok) throw refusalPage(found.error);
  const { search, chosen } = found.value;
  const accountIds = (chosen ? [chosen] : search.people).map(({ accountId }) => accountId);
  await recordLooks({ actor, action: 'people-for-recovery.seen', subject: `unit:${unitId}`, accountIds, now: at });
  return { ...found.value, query: q, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const unitId = params['unitId'] ?? '';
  const { actor } = await requireUnitRight(request, 'issue-recovery-code', { unitId, now: at });
  const form = await readForm(request, IssueForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ faults: form.error.faults }, { status: statusOf('invalid') });
  }
  // why: a code opens somebody's account, and a browser that was left alone must not give one.
  if (!(await hasSteppedUp(request, at))) return refused('step-up-needed');
  const issued = await issueRecoveryCode({ actor, ...form.value, unitId, now: at });
  if (issued.ok) return data({ issued: issued.value });
  noteFaults(context);
  return refused(issued.error);
}

export default function UnitRecoveryPage() {
  const t = useText(recoveryText);
  const refusals = useText(refusalText);
  const { unit, ancestors, pages, search, chosen, query } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const issued = answer && 'issued' in answer ? answer.issued : undefined;
  const refusal = answer && 'refusal' in answer ? answer.refusal : undefined;
  const given = answer && 'faults' in answer ? answer.faults : undefined;
  const faults =
    given &&
    Object.fromEntries(
      Object.entries(given).map(([name, fault]) => [name, t.faults[fault as keyof typeof t.faults] ?? fault]),
    );
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="recovery" title={t.unitTitle}>
        <p className="measure quiet no-print">{t.unitLead}</p>
      </UnitHead>
      {refusal && <RefusalNotice refusal={refusal} sentence={refusals[refusal]} />}
      {issued ? (
        <CodeSlip issued={issued} />
      ) : chosen ? (
        <CheckPerson person={chosen} query={query} faults={faults} />
      ) : (
        <FindPerson query={query} search={search} />
      )}
    </div>
  );
}
