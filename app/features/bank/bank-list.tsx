import { Form } from '@remix-run/react';
import { useRef, useState, type FormEvent } from 'react';
import { bankBulkText } from '#app/text/bank-bulk.ts';
import { bankText } from '#app/text/bank.ts';
import { useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import { BankItem } from './bank-row.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { BankPage } from './list-bank.server.ts';
import type { BankNames } from './use-bank-words.ts';
import { useListKeys } from './use-list-keys.ts';

interface ListProps {
  readonly page: BankPage;
  readonly names: BankNames;
  /** What is missing in the form below the list. */
  readonly fault: string | undefined;
}

/** The items of a page, each to be chosen, and what can be done with the chosen ones: one form. */
export function BankList({ page, names, fault }: ListProps) {
  const t = useText(bankText);
  const bulk = useText(bankBulkText);
  const form = useRef<HTMLFormElement>(null);
  const keys = useListKeys(form);
  const [chosen, setChosen] = useState(0);
  const hasScripts = useHasScripts();
  const count = (event: FormEvent<HTMLFormElement>): void => {
    const data = new FormData(event.currentTarget);
    setChosen(data.get('scope') === 'all' ? page.found : data.getAll('id').length);
  };
  const choosePage = (isOn: boolean): void => {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>('input[name=id]') ?? [];
    for (const box of boxes) if (box.checked !== isOn) box.click();
  };
  return (
    <>
      {hasScripts && <KeyHelp keys={keys} />}
      <Form method="post" ref={form} onChange={count} preventScrollReset>
        {hasScripts && (
          <label className="tick bank-page-box no-print">
            <input type="checkbox" onChange={(event) => choosePage(event.currentTarget.checked)} />
            <span>{bulk.bulk.page}</span>
          </label>
        )}
        <ul className="bank-rows" aria-label={t.list}>
          {page.rows.map((row) => (
            <BankItem key={row.id} row={row} names={names} />
          ))}
        </ul>
        <BulkBar found={page.found} chosen={chosen} names={names} fault={fault} />
      </Form>
    </>
  );
}

function KeyHelp({ keys }: { readonly keys: ReturnType<typeof useListKeys> }) {
  const t = useText(bankBulkText);
  const { rows } = t.keys;
  const lines = [
    ['j ↓', rows.next],
    ['k ↑', rows.previous],
    ['x', rows.choose],
    ['Shift + x', rows.range],
    ['a', rows.page],
    ['Enter', rows.open],
    ['/', rows.search],
    ['?', rows.help],
  ] as const;
  return (
    <details className="bank-keys no-print" ref={keys.help}>
      <summary>
        {t.keys.title} <span className="quiet small">{t.keys.hint}</span>
      </summary>
      <dl className="bank-keys__list">
        {lines.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input type="checkbox" checked={keys.isOn} onChange={(event) => keys.turn(event.currentTarget.checked)} />
        <span>{t.keys.use}</span>
      </label>
    </details>
  );
}
