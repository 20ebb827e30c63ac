import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { transfersText } from '#app/text/transfers.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { TransferView } from './transfer-view.server.ts';
import { TransferEffect, TransferEnd, TransferRoute, TransferSteps } from './transfer-pieces.tsx';

/** The request of a person that waits: its steps, what it will do, and how to agree to it or take it back. */
export function OwnWaiting({ transfer }: { transfer: TransferView }) {
  const t = useText(transfersText);
  return (
    <section className="panel stack" aria-labelledby="waiting">
      <h2 id="waiting">{t.waitingTitle}</h2>
      <TransferRoute transfer={transfer} />
      <p lang="vi">{t.reasonIs(transfer.reason)}</p>
      <TransferSteps transfer={transfer} isOwn />
      <TransferEffect transfer={transfer} />
      <Form method="post" className="stack-s">
        <input type="hidden" name="transferId" value={transfer.id} />
        {!transfer.isConfirmed && <p>{t.confirmHint}</p>}
        <p className="row">
          {!transfer.isConfirmed && (
            <button className="button" name="intent" value="confirm">
              {t.confirm}
            </button>
          )}
          <button className="button button--quiet" name="intent" value="withdraw">
            {t.withdraw}
          </button>
        </p>
      </Form>
    </section>
  );
}

/** Requests that have ended. */
export function OwnPast({ transfers }: { transfers: readonly TransferView[] }) {
  const t = useText(transfersText);
  if (transfers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="past">
      <h2 id="past">{t.pastTitle}</h2>
      {transfers.map((transfer) => (
        <div className="panel stack-s" key={transfer.id}>
          <TransferRoute transfer={transfer} />
          <TransferEnd transfer={transfer} />
          <TransferEffect transfer={transfer} />
        </div>
      ))}
    </section>
  );
}

/** The unit that a person has now. */
export function OwnUnit({ unit }: { unit: { readonly name: string; readonly pathText: string } | undefined }) {
  const t = useText(transfersText);
  return (
    <section className="panel stack-s" aria-labelledby="own-unit">
      <h2 id="own-unit">{t.ownUnit}</h2>
      <p lang="vi">
        <strong>{unit?.name}</strong>
        <span className="field__hint">{unit?.pathText}</span>
      </p>
    </section>
  );
}

/** Asks for another unit. @param children the chooser of the unit */
export function AskForUnit({
  reason,
  fault,
  children,
}: {
  reason: string | undefined;
  fault: string | undefined;
  children: ReactNode;
}) {
  const t = useText(transfersText);
  return (
    <Form method="post" className="stack-l" noValidate>
      {children}
      <Field name="reason" label={t.reason} hint={t.reasonHint} maxLength={500} defaultValue={reason} fault={fault} />
      <button className="button button--large" name="intent" value="send">
        {t.send}
      </button>
    </Form>
  );
}
