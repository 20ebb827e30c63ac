import { Form } from '@remix-run/react';
import { transfersText } from '#app/text/transfers.ts';
import { useText } from '#app/ui/locale.tsx';
import type { UnitTransferView } from './list-unit-transfers.server.ts';
import { TransferEffect, TransferEnd, TransferRoute, TransferSteps } from './transfer-pieces.tsx';

/** A request as those who decide see it: who, from where to where, what it does, and what they may say. */
export function UnitTransfer({ transfer, fault }: { transfer: UnitTransferView; fault: string | undefined }) {
  const t = useText(transfersText);
  const id = `transfer-${transfer.id}`;
  const isWaiting = transfer.state === 'waiting';
  return (
    <article className="panel stack" aria-labelledby={id}>
      <div className="stack-s">
        <h3 id={id} className="row">
          <span lang="vi">{transfer.fullName}</span>
          <span className="badge">{t.direction[transfer.direction]}</span>
        </h3>
        <p className="small quiet">{t.born(String(transfer.birthYear))}</p>
        <TransferRoute transfer={transfer} />
        <p lang="vi">{t.reasonIs(transfer.reason)}</p>
      </div>
      {isWaiting ? <TransferSteps transfer={transfer} isOwn={false} /> : <TransferEnd transfer={transfer} />}
      <TransferEffect transfer={transfer} />
      {transfer.isOwn && <p className="notice">{t.ownCase}</p>}
      {fault !== undefined && (
        <p className="notice notice--bad" role="alert">
          {fault}
        </p>
      )}
      {isWaiting && <Decision transfer={transfer} />}
    </article>
  );
}

function Decision({ transfer }: { transfer: UnitTransferView }) {
  const t = useText(transfersText);
  const { mayAgree, mayRefuse, mayWithdraw } = transfer;
  const hidden = <input type="hidden" name="transferId" value={transfer.id} />;
  return (
    <div className="stack no-print">
      <div className="row">
        {mayAgree.map((side) => (
          <Form method="post" key={side}>
            {hidden}
            <input type="hidden" name="side" value={side} />
            <button className="button" name="intent" value="agree">
              {t.agreeFor(transfer[side].name)}
            </button>
          </Form>
        ))}
        {mayWithdraw && (
          <Form method="post">
            {hidden}
            <button className="button button--quiet" name="intent" value="withdraw">
              {t.withdraw}
            </button>
          </Form>
        )}
      </div>
      {mayRefuse && (
        <details>
          <summary>{t.refuseTitle}</summary>
          <Form method="post" className="stack-s measure">
            {hidden}
            <input type="hidden" name="side" value={mayRefuse} />
            <label className="field__label" htmlFor={`reason-${transfer.id}`}>
              {t.refuseReason}
            </label>
            <input
              className="input"
              id={`reason-${transfer.id}`}
              name="reason"
              maxLength={500}
              required
              minLength={5}
            />
            <div>
              <button className="button button--quiet" name="intent" value="refuse">
                {t.refuse}
              </button>
            </div>
          </Form>
        </details>
      )}
    </div>
  );
}
