import { Form, useNavigation } from '@remix-run/react';
import { duplicatesText } from '#app/text/duplicates.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import { ReasonField } from '#app/ui/reason-field.tsx';
import type { MergeRow } from './list-merges.server.ts';

interface ListProps {
  readonly rows: readonly MergeRow[];
  readonly page: number;
  readonly pages: number;
  /** The merge whose form came back, with what was typed and what is wrong. */
  readonly answered: { readonly mergeId: string; readonly reason: string | undefined } | undefined;
  readonly fault: string | undefined;
}

/** What was merged, the latest first, each with its undo. */
export function MergeList({ rows, page, pages, answered, fault }: ListProps) {
  const t = useText(duplicatesText);
  return (
    <>
      {rows.length === 0 && <p className="notice">{t.mergesNone}</p>}
      <ul className="decision-list">
        {rows.map((row) => (
          <Row key={row.id} row={row} answered={answered?.mergeId === row.id ? answered : undefined} fault={fault} />
        ))}
      </ul>
      <Pager page={page} pages={pages} hrefOf={(to) => `?page=${to}`} />
    </>
  );
}

interface RowProps {
  readonly row: MergeRow;
  readonly answered: ListProps['answered'];
  readonly fault: string | undefined;
}

function Row({ row, answered, fault }: RowProps) {
  const t = useText(duplicatesText);
  const locale = useLocale();
  const isBusy = useNavigation().state === 'submitting';
  const { id, kept, merged, at, byName, reason, undoneAt, undoneBy, undoReason } = row;
  return (
    <li className="panel decision-row">
      <h2 lang="vi">{t.mergedInto(merged, kept)}</h2>
      <p lang="vi">{reason}</p>
      <p className="small quiet number">{t.by(byName, formatInstant(at, locale))}</p>
      {undoneAt === undefined ? (
        <details className="no-print measure" open={answered !== undefined}>
          <summary>{t.undo}</summary>
          <Form method="post" className="stack-s" noValidate>
            <input type="hidden" name="mergeId" value={id} />
            <ReasonField
              id={`undo-${id}`}
              label={t.undoReason}
              fault={answered ? fault : undefined}
              defaultValue={answered?.reason}
              rows={2}
            />
            <button className="button button--quiet" disabled={isBusy}>
              {t.undo}
            </button>
          </Form>
        </details>
      ) : (
        <p className="number">{t.undoneBy(undoneBy ?? '', formatInstant(undoneAt, locale), undoReason)}</p>
      )}
    </li>
  );
}
