import { Form, Link } from '@remix-run/react';
import type { ImportReport } from '#app/domain/exchange/import-row.ts';
import { paths } from '#app/paths.ts';
import { outcomeText } from '#app/text/exchange-outcome.ts';
import { placeWords, refusalSentence } from '#app/text/file-notes.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** Why the file could not be read, where, and what to do. */
export function ImportRefused({ report }: { report: Partial<ImportReport> | undefined }) {
  const t = useText(outcomeText);
  const locale = useLocale();
  const refusal = report?.refusal ?? { code: 'broken-file' as const };
  const place = placeWords(refusal.at, locale);
  return (
    <section className="stack">
      <div className="notice notice--bad stack-s">
        <h2>{t.refusedTitle}</h2>
        <p>{refusalSentence(refusal, locale)}</p>
        {place !== '' && <p>{t.refusedAt(place)}</p>}
      </div>
      <Another />
    </section>
  );
}

/** What an import did, and how it is undone. */
export function ImportDone({ report, batchId }: { report: ImportReport; batchId: string | undefined }) {
  const t = useText(outcomeText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale);
  const { created, changed, submitted, left } = report.result ?? { created: 0, changed: 0, submitted: 0, left: 0 };
  return (
    <section className="stack">
      <div className="notice notice--good stack-s">
        <h2>{t.appliedTitle}</h2>
        <p>{t.appliedLead(number(created), number(changed))}</p>
        {submitted > 0 && <p>{t.appliedSubmitted(number(submitted))}</p>}
        {left > 0 && <p>{t.appliedLeft(number(left))}</p>}
      </div>
      <div className="row">
        <Link className="button" to={paths.manageItems('?whose=mine')}>
          {t.seeItems}
        </Link>
        {batchId !== undefined && (
          <Form method="post" action={paths.manageItemsBatches()}>
            <input type="hidden" name="batch" value={batchId} />
            <button className="button button--quiet">{t.undo}</button>
          </Form>
        )}
      </div>
      <Another />
    </section>
  );
}

/** An import that was let go. */
export function ImportDropped() {
  const t = useText(outcomeText);
  return (
    <section className="stack">
      <p className="notice">{t.droppedLead}</p>
      <Another />
    </section>
  );
}

function Another() {
  const t = useText(outcomeText);
  return (
    <p>
      <Link to={paths.manageItemsImport()}>{t.another}</Link>
    </p>
  );
}
