import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/domain/identity/actor.ts';
import { listOwnEntries } from '#app/features/contests/index.server.ts';
import { OwnEntries } from '#app/features/contests/own-entries.tsx';
import { BoardNamePanel, OwnData, PasswordPanel, SignOutPanel } from '#app/features/identity/account-panels.tsx';
import { BoardNameForm, PasswordForm } from '#app/features/identity/account.schema.ts';
import { ChargeList } from '#app/features/identity/charges/charge-list.tsx';
import { keepSession, requireActor } from '#app/features/identity/guard.server.ts';
import { changeBoardName, changePassword, getAccount } from '#app/features/identity/index.server.ts';
import { getAccountSafety, listCharges } from '#app/features/identity/index.server.ts';
import { OwnLink, RecoveryNotices } from '#app/features/identity/recovery/recovery-notices.tsx';
import { getUnseenChanges } from '#app/features/regrading/index.server.ts';
import { MarkChanges } from '#app/features/regrading/views/mark-changes.tsx';
import { listOwnSignals } from '#app/features/signals/index.server.ts';
import { SignalNotices } from '#app/features/signals/own-signal.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { identityText } from '#app/text/identity.ts';
import { refusalText } from '#app/text/refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { AccountPages } from '#app/ui/account-pages.tsx';
import { useText } from '#app/ui/locale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = shellText[page?.locale ?? 'vi'];
  return [
    { title: (page?.isFaulted ? t.errorTitlePrefix : '') + t.titleOf(identityText[page?.locale ?? 'vi'].accountTitle) },
  ];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const [account, { locale }, changes, charges, entries, signals, safety] = await Promise.all([
    getAccount({ accountId: actor.accountId, now: at }),
    readPreferences(request),
    getUnseenChanges(actor),
    listCharges(actor, at),
    listOwnEntries(actor),
    listOwnSignals(actor),
    getAccountSafety(actor.accountId, now()),
  ]);
  if (!account.ok) throw refusalPage(account.error);
  const saved = new URL(request.url).searchParams.get('saved');
  const shown = { locale, account: account.value, changes, charges, entries, signals, safety, saved };
  return { ...shown, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const { locale } = await readPreferences(request);
  const copy = request.clone();
  const boardName = await readForm(request, BoardNameForm);
  if (boardName.ok) {
    await changeBoardName({ actor, showsFullName: boardName.value.showsFullName === 'yes', locale, now: at });
    throw redirect(`${paths.account()}?saved=board-name`);
  }
  const password = await readForm(copy, PasswordForm);
  if (!password.ok && password.error.faults['intent'] !== undefined) throw refusalPage('invalid');
  const answer = password.ok
    ? await tryPassword(actor, password.value, locale, at)
    : { faults: password.error.faults, status: statusOf('invalid') };
  noteFaults(context);
  return data({ faults: answer.faults }, { status: answer.status });
}

type PasswordChange = Pick<Parameters<typeof changePassword>[0], 'currentPassword' | 'newPassword'>;

async function tryPassword(actor: Actor, { currentPassword, newPassword }: PasswordChange, locale: Locale, at: number) {
  const changed = await changePassword({ actor, currentPassword, newPassword, now: at });
  if (changed.ok) {
    throw redirect(`${paths.account()}?saved=password`, { headers: keepSession(changed.value.sessionId) });
  }
  switch (changed.error) {
    case 'wrong-credentials':
      return { faults: { currentPassword: identityText[locale].wrongCurrentPassword }, status: 422 };
    case 'too-many-tries':
    case 'busy':
      return { faults: { form: refusalText[locale][changed.error] }, status: statusOf(changed.error) };
    default:
      return { faults: { newPassword: changed.error }, status: statusOf('invalid') };
  }
}

export default function AccountPage() {
  const t = useText(identityText);
  const { account, changes, charges, entries, signals, safety, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const notice = { 'board-name': t.boardNameSaved, password: t.passwordSaved }[saved ?? ''];
  return (
    <div className="narrow stack-l">
      <h1>{t.accountTitle}</h1>
      {notice && !answer?.faults && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      <RecoveryNotices notices={safety.recoveries} isRecovered={saved === 'recovered'} />
      <SignalNotices signals={signals} />
      <MarkChanges changes={changes} hasLinks />
      <ChargeList charges={charges} />
      <OwnEntries entries={entries} />
      <OwnData account={account} />
      <AccountPages />
      <OwnLink link={safety.link} />
      <BoardNamePanel account={account} />
      <PasswordPanel signInName={account.signInName} faults={answer?.faults} />
      <SignOutPanel />
    </div>
  );
}
