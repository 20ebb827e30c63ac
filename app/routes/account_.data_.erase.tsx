import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { deletedTables, keptTables } from '#app/domain/privacy/register.ts';
import {
  dropSession,
  getActor,
  hasSteppedUp,
  requireActor,
  requireStepUp,
} from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { EraseDone, EraseView } from '#app/features/privacy/erase-view.tsx';
import { eraseOwnData, listUnsettledContests } from '#app/features/privacy/index.server.ts';
import { EraseForm } from '#app/features/privacy/own-data.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { contestantRefusalText } from '#app/text/contestant-refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { privacyStyles } from '#app/ui/privacy-styles.ts';

export const links = privacyStyles;
export const meta = formTitle<typeof loader>((locale) => ownDataText[locale].erase.title);

/** What goes and what stays, and the way to do it. Who has done it is told so here, and is nobody any more. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const isDone = new URL(request.url).searchParams.get('done') === '1';
  if (isDone && !(await getActor(request))) return { page: undefined, isFaulted: false };
  const { accountId } = await requireActor(request);
  await requireStepUp(request, at);
  const [contests, names] = await Promise.all([listUnsettledContests(accountId), getFullNames([accountId])]);
  const page = {
    fullName: names.get(accountId) ?? '',
    contests: contests.map(({ slug, title }) => ({ slug, title })),
    goes: deletedTables().map(({ model }) => model),
    stays: keptTables().map(({ model, erasing }) => ({ model, because: erasing.because })),
  };
  return { page, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const form = await readForm(request, EraseForm);
  if (!form.ok) throw refusalPage('invalid');
  const { typedName, contests } = form.value;
  if (!(await hasSteppedUp(request, at))) {
    return data({ fault: 'step-up-needed' as const, contests }, { status: statusOf('step-up-needed') });
  }
  const erased = await eraseOwnData({ actor, typedName, contests, now: at });
  if (erased.ok && erased.value === 'waiting') throw redirect(`${paths.ownData()}?done=waiting`);
  if (erased.ok) throw redirect(`${paths.eraseOwnData()}?done=1`, { headers: goodbye() });
  noteFaults(context);
  return data({ fault: erased.error, contests }, { status: 422 });
}

/** Nothing of the person stays in the browser either. */
const goodbye = (): Record<string, string> => ({ ...dropSession(), 'Clear-Site-Data': '"cache", "storage"' });

export default function ErasePage() {
  const t = useText(ownDataText);
  const words = useText(contestantRefusalText);
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!page) return <EraseDone />;
  const fault = answer && (answer.fault === 'step-up-needed' ? words['step-up-needed'] : t.refusals[answer.fault]);
  return <EraseView {...page} code={answer?.fault} fault={fault} choice={answer?.contests} />;
}
