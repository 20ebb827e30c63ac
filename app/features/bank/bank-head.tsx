import { Link } from '@remix-run/react';
import type { BankQuery } from '#app/domain/items/bank-filter.ts';
import { paths } from '#app/paths.ts';
import { bankText } from '#app/text/bank.ts';
import { useText } from '#app/ui/locale.tsx';
import { bankAddress } from './bank-address.ts';

interface BankHeadProps {
  readonly query: BankQuery;
  readonly mayWrite: boolean;
  /** May say who works on questions. */
  readonly mayLead: boolean;
}

/** The name of the list, and the ways into the other pages of the bank. */
export function BankHead({ query, mayWrite, mayLead }: BankHeadProps) {
  const t = useText(bankText);
  return (
    <header className="stack-s">
      <div className="bank-head">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead}</p>
        </div>
        {mayWrite && (
          <Link className="button no-print" to={paths.manageItemNew()}>
            {t.create}
          </Link>
        )}
      </div>
      <nav className="bank-links no-print" aria-label={t.more}>
        {mayWrite && <Link to={paths.manageItemsImport()}>{t.import}</Link>}
        <Link to={paths.manageItemsExport(bankAddress(query))}>{t.export}</Link>
        {mayLead && <Link to={paths.manageItemsTeam()}>{t.team}</Link>}
        <Link to={paths.manageItemsCoverage()}>{t.coverage}</Link>
        <Link to={paths.manageItemsBatches()}>{t.batches}</Link>
      </nav>
    </header>
  );
}
