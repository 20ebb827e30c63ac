import type { TransferRefusal } from '#app/domain/transfers/transfer.ts';
import { transfersText } from '#app/text/transfers.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { UnitTransfers } from './list-unit-transfers.server.ts';
import { UnitTransfer } from './unit-transfer.tsx';

/** What a page says after an act. @param done as its address has it */
export function noticeOf(t: ReturnType<typeof useText<(typeof transfersText)['vi']>>, done: string | null) {
  const { asked, agreed, done: carriedOut, refused, withdrawn } = t;
  return { asked, agreed, done: carriedOut, refused, withdrawn }[done ?? ''];
}

interface ListsProps {
  readonly waiting: UnitTransfers;
  readonly past: UnitTransfers;
  readonly page: number;
  readonly pages: number;
  /** What was refused, and of which request. */
  readonly about: { readonly transferId: string; readonly refusal: TransferRefusal } | undefined;
  readonly notice: string | undefined;
}

/** Requests of a unit: those that wait for somebody, and those that have ended. */
export function TransferLists({ waiting, past, page, pages, about, notice }: ListsProps) {
  const t = useText(transfersText);
  const locale = useLocale();
  const isShown = waiting.rows.some(({ id }) => id === about?.transferId);
  const faultOf = (id: string): string | undefined =>
    about && about.transferId === id ? t.refusals[about.refusal] : undefined;
  return (
    <>
      {about && !isShown && (
        <p className="notice notice--bad" role="alert">
          {t.refusals[about.refusal]}
        </p>
      )}
      {notice !== undefined && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      <section className="stack" aria-labelledby="waiting">
        <h2 id="waiting">{waiting.total === 0 ? t.nothingWaits : t.waitingOf(formatNumber(waiting.total, locale))}</h2>
        {waiting.rows.map((transfer) => (
          <UnitTransfer key={transfer.id} transfer={transfer} fault={faultOf(transfer.id)} />
        ))}
      </section>
      {past.rows.length > 0 && (
        <section className="stack" aria-labelledby="past">
          <h2 id="past">{t.pastOf}</h2>
          {past.rows.map((transfer) => (
            <UnitTransfer key={transfer.id} transfer={transfer} fault={undefined} />
          ))}
        </section>
      )}
      <Pager page={page} pages={pages} hrefOf={(each) => `?page=${each}`} />
    </>
  );
}
