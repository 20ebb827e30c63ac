import { Form } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { bankBulkText } from '#app/text/bank-bulk.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { BatchRow } from './batches/batch.repo.server.ts';

/** What was done to many items, and a way to take it back. */
export function DoneNotice({ batch, returnTo }: { readonly batch: BatchRow; readonly returnTo: string }) {
  const t = useText(bankBulkText);
  const locale = useLocale();
  const words = t.done[batch.kind](formatNumber(batch.size, locale));
  return (
    <div className="notice notice--good bank-done">
      <p role="status">{words}</p>
      {batch.undoneAt === undefined && (
        <Form method="post" action={paths.manageItemsBatches()}>
          <input type="hidden" name="batch" value={batch.id} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <button className="button button--quiet button--small" aria-label={t.undoOf(words)}>
            {t.undo}
          </button>
        </Form>
      )}
    </div>
  );
}

/** What undoing came to, as an address carries it: how many items, how many retired, how many left. */
export function UndoneNotice({ counts }: { readonly counts: readonly number[] }) {
  const t = useText(bankBulkText);
  const locale = useLocale();
  const [undone = 0, retired = 0, left = 0] = counts;
  return (
    <p className="notice notice--good" role="status">
      {t.undone(formatNumber(undone, locale))} {retired > 0 && t.undoneRetired(formatNumber(retired, locale))}{' '}
      {left > 0 && t.undoneLeft(formatNumber(left, locale))}
    </p>
  );
}
