import { Form, Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { BulkRefusal } from '#app/domain/items/bulk.ts';
import { paths } from '#app/paths.ts';
import { bankBulkText } from '#app/text/bank-bulk.ts';
import { bankText } from '#app/text/bank.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { BulkPlan, LeftOut } from './bulk/plan-bulk.server.ts';

interface PreviewProps {
  readonly plan: BulkPlan;
  /** The fields that the form was sent with, to be sent again. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly listAddress: string;
  /** The bank has changed between the preview and the act. */
  readonly isStale: boolean;
}

const MOST_NAMED = 50;

/** What an act would do, before it is done: how many items it takes, and each that it leaves out with the reason. */
export function BulkPreview({ plan, fields, listAddress, isStale }: PreviewProps) {
  const t = useText(bankBulkText);
  const { noPrompt } = useText(bankText);
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const act = t.bulk.kinds[plan.act.kind];
  const groups = Object.entries(groupByReason(plan.leftOut)) as [BulkRefusal, LeftOut[]][];
  return (
    <section className="panel stack bulk-preview" aria-labelledby="preview" tabIndex={-1} ref={box}>
      <h2 id="preview">{t.bulk.previewTitle(act)}</h2>
      {isStale && <p className="notice notice--warn">{t.bulk.stale}</p>}
      <p className={plan.doable > 0 ? 'notice notice--good' : 'notice notice--warn'}>
        {plan.doable > 0 ? t.bulk.doable(formatNumber(plan.doable, locale)) : t.bulk.noneDoable}
      </p>
      {plan.leftOut.length > 0 && <h3>{t.bulk.leftOut(formatNumber(plan.leftOut.length, locale))}</h3>}
      {groups.map(([reason, items]) => (
        <details key={reason} open={items.length <= 10}>
          <summary>
            {formatNumber(items.length, locale)} × {t.bulk.reasons[reason]}
          </summary>
          <ul className="plain-list">
            {items.slice(0, MOST_NAMED).map(({ id, prompt }) => (
              <li key={id}>
                <Link to={paths.manageItem(id)} lang="vi">
                  {prompt === '' ? noPrompt : prompt}
                </Link>{' '}
                <span className="quiet small number">{id}</span>
              </li>
            ))}
            {items.length > MOST_NAMED && (
              <li className="quiet">{t.bulk.andMore(formatNumber(items.length - MOST_NAMED, locale))}</li>
            )}
          </ul>
        </details>
      ))}
      <Form method="post" className="row">
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seal" value={plan.seal} />
        {plan.doable > 0 && (
          <button className="button" name="intent" value="do">
            {t.bulk.do(act, formatNumber(plan.doable, locale))}
          </button>
        )}
        <Link className="button button--quiet" to={paths.manageItems(listAddress)}>
          {t.bulk.cancel}
        </Link>
      </Form>
    </section>
  );
}

function groupByReason(leftOut: readonly LeftOut[]): Partial<Record<BulkRefusal, LeftOut[]>> {
  const groups: Partial<Record<BulkRefusal, LeftOut[]>> = {};
  for (const item of leftOut) (groups[item.reason] ??= []).push(item);
  return groups;
}
