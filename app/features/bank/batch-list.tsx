import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { bankBulkText } from '#app/text/bank-bulk.ts';
import { bankText } from '#app/text/bank.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { BatchRow } from './batches/batch.repo.server.ts';
import type { UndoObstacles } from './batches/get-batches.server.ts';

/** A person's own acts on many items, each to be undone. */
export function BatchList({ batches }: { readonly batches: readonly BatchRow[] }) {
  const t = useText(bankBulkText);
  const locale = useLocale();
  if (batches.length === 0) return <p className="notice">{t.noBatches}</p>;
  return (
    <ul className="bank-rows">
      {batches.map(({ id, kind, size, at, undoneAt }) => {
        const words = t.done[kind](formatNumber(size, locale));
        return (
          <li className="batch" key={id}>
            <div>
              <p>{words}</p>
              <p className="small quiet number">{formatInstant(at, locale)}</p>
            </div>
            {undoneAt === undefined ? (
              <Form method="post">
                <input type="hidden" name="batch" value={id} />
                <button className="button button--quiet button--small" aria-label={t.undoOf(words)}>
                  {t.undo}
                </button>
              </Form>
            ) : (
              <span className="badge badge--quiet">{t.wasUndone(formatInstant(undoneAt, locale))}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Items that were changed since an act, by name, and a way to undo the rest all the same. */
export function Obstacles({ found, returnTo }: { readonly found: UndoObstacles; readonly returnTo: string }) {
  const t = useText(bankBulkText);
  const locale = useLocale();
  const { noPrompt } = useText(bankText);
  const { batch, left, rest } = found;
  return (
    <section className="panel stack" aria-labelledby="obstacles">
      <h2 id="obstacles">{t.undoOf(t.done[batch.kind](formatNumber(batch.size, locale)))}</h2>
      <p className="notice notice--warn" role="alert">
        {t.obstacles(formatNumber(left.length, locale))}
      </p>
      <ul className="plain-list">
        {left.map(({ id, prompt }) => (
          <li key={id}>
            <Link to={paths.manageItem(id)} lang="vi">
              {prompt === '' ? noPrompt : prompt}
            </Link>{' '}
            <span className="quiet small number">{id}</span>
          </li>
        ))}
      </ul>
      {rest === 0 ? (
        <p>{t.nothingLeft}</p>
      ) : (
        <Form method="post">
          <input type="hidden" name="batch" value={batch.id} />
          <input type="hidden" name="onlyRest" value="yes" />
          <input type="hidden" name="returnTo" value={returnTo} />
          <button className="button">{t.undoRest(formatNumber(rest, locale))}</button>
        </Form>
      )}
    </section>
  );
}
