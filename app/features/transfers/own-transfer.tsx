import { Form } from '@remix-run/react';
import { transfersText } from '#app/text/transfers.ts';
import { useText } from '#app/ui/locale.tsx';
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
