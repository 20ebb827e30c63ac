import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasSteppedUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { giveItemRole, ITEM_ROLES, listItemTeam, takeItemRole } from '#app/features/identity/index.server.ts';
import { ItemTeam } from '#app/features/identity/item-team.tsx';
import { recordLook } from '#app/features/operations/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { refusalText } from '#app/text/refusals.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { StepUpLink } from '#app/ui/step-up-link.tsx';

export const links = bankStyles;
export const meta = formTitle<typeof loader>((locale) => authoringReviewText[locale].teamTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'grant-item-role', at);
  const top = await getTopUnit(at);
  const team = top ? await listItemTeam(top.id) : [];
  if (top && team.length > 0) {
    const look = { subject: `unit:${top.id}`, detail: { people: team.length }, now: at } as const;
    await recordLook({ actor, action: 'item-team.seen', ...look });
  }
  return { team, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'grant-item-role', at);
  const top = await getTopUnit(at);
  const form = Object.fromEntries(await request.formData().catch(() => new FormData()));
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
  const role = ITEM_ROLES.find((each) => each === text('role'));
  if (!top || !role) return data({ refusal: 'invalid' as const }, { status: 422 });
  if (!(await hasSteppedUp(request, at))) return data({ refusal: 'step-up-needed' as const }, { status: 403 });
  const change = { actor, unitId: top.id, role, now: at };
  const done =
    text('do') === 'take'
      ? await takeItemRole({ ...change, accountId: text('accountId') })
      : await giveItemRole({ ...change, signInName: text('signInName') });
  if (done.ok) throw redirect(paths.manageItemsTeam());
  noteFaults(context);
  return data({ refusal: done.error }, { status: statusOf(done.error) });
}

export default function TeamPage() {
  const t = useText(authoringReviewText);
  const refusals = useText(refusalText);
  const { team } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <BankBreadcrumb here={t.teamTitle} />
      <header className="stack-s">
        <h1>{t.teamTitle}</h1>
        <p>{t.teamLead}</p>
      </header>
      <StepUpLink refusal={answer?.refusal} />
      <ItemTeam team={team} fault={answer && refusals[answer.refusal]} />
    </div>
  );
}
