import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/features/identity/guard.server.ts';
import {
  confirmTransfer,
  getOwnTransfers,
  requestTransfer,
  withdrawTransfer,
} from '#app/features/transfers/index.server.ts';
import { AskForUnit, OwnPast, OwnUnit, OwnWaiting } from '#app/features/transfers/own-transfer.tsx';
import { OwnTransferForm } from '#app/features/transfers/transfers.schema.ts';
import { findUnitHit, findUnits } from '#app/features/units/index.server.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { identityText } from '#app/text/identity.ts';
import { transfersText } from '#app/text/transfers.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { rosterStyles } from '#app/ui/roster-styles.ts';

export const links = rosterStyles;
export const meta = formTitle<typeof loader>((locale) => transfersText[locale].ownTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireActor(request);
  const done = new URL(request.url).searchParams.get('done');
  return { ...(await getOwnTransfers(accountId, now())), done, isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const form = await readForm(request, OwnTransferForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent, unitQuery = '', unitId = '', reason = '', transferId = '' } = form.value;
  const query = unitQuery.slice(0, 200);
  const found = async () => ({
    query,
    reason,
    units: query.trim() === '' ? undefined : await findUnits({ query, now: at }),
    unit: await findUnitHit(unitId),
  });
  if (intent === 'find-unit') return data({ ...(await found()), refusal: undefined });
  const acts = {
    send: () => requestTransfer({ actor, accountId: actor.accountId, toUnitId: unitId, reason, now: at }),
    confirm: () => confirmTransfer({ actor, transferId, now: at }),
    withdraw: () => withdrawTransfer({ actor, transferId, now: at }),
  };
  const acted = await acts[intent]();
  if (!acted.ok) {
    noteFaults(context);
    return data({ ...(await found()), refusal: acted.error }, { status: 422 });
  }
  const isDone = typeof acted.value !== 'string' && acted.value.isDone;
  const said = { send: 'sent', confirm: isDone ? 'done' : 'confirmed', withdraw: 'withdrawn' }[intent];
  throw redirect(`${paths.changeUnit()}?done=${said}`);
}

export default function OwnUnitRoute() {
  const t = useText(transfersText);
  const words = useText(identityText);
  const { unit, waiting, past, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const { sent, confirmed, withdrawn } = t;
  const notice = { sent, confirmed, withdrawn, done: t.states.approved }[done ?? ''];
  const isOfUnit = refusal === 'unknown-unit' || refusal === 'same-unit';
  const isOfReason = refusal === 'reason-missing';
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <Breadcrumb steps={[{ to: paths.account(), name: words.accountTitle }]} here={t.ownTitle} />
        <h1>{t.ownTitle}</h1>
        <p>{t.ownLead}</p>
      </header>
      {notice !== undefined && !answer && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      {refusal && (
        <p className="notice notice--bad" role="alert">
          {t.refusals[refusal]}
        </p>
      )}
      <OwnUnit unit={unit} />
      {waiting ? (
        <OwnWaiting transfer={waiting} />
      ) : (
        <AskForUnit reason={answer?.reason} fault={isOfReason ? t.refusals[refusal] : undefined}>
          <UnitPicker
            key={answer?.unit?.id}
            query={answer?.query ?? ''}
            hits={answer?.units}
            chosen={answer?.unit}
            fault={isOfUnit ? t.refusals[refusal] : undefined}
            legend={t.newUnit}
          />
        </AskForUnit>
      )}
      <OwnPast transfers={past} />
    </div>
  );
}
