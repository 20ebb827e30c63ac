import { bankText } from '#app/text/bank.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { BankPage } from './list-bank.server.ts';

/** How many items there are, how many fit, and which of them are on this page. */
export function FoundLine({ page }: { readonly page: BankPage }) {
  const t = useText(bankText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale);
  const first = (page.page - 1) * page.pageSize + 1;
  if (page.size === 0) return <p className="notice">{t.empty}</p>;
  if (page.found === 0) return <p className="notice">{t.none}</p>;
  return (
    <p className="quiet number" role="status">
      {page.found === page.size ? t.whole(number(page.size)) : t.found(number(page.found), number(page.size))}{' '}
      {page.pages > 1 && t.pageRange(number(first), number(first + page.rows.length - 1))}{' '}
      {!page.areFindingsKnown && t.notCounted}
    </p>
  );
}
