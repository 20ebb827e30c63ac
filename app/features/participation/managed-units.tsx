import { Link } from '@remix-run/react';
import { manageText } from '#app/text/manage.ts';
import { participationText } from '#app/text/participation.ts';
import { formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar } from '#app/ui/rate-bar.tsx';
import type { UnitBoardRow } from './get-unit-board.server.ts';
import { sortQuery, type UnitOrder } from './unit-order.ts';
import { UnitRateTable } from './unit-rate-table.tsx';

interface ManagedUnitsProps {
  readonly rows: readonly UnitBoardRow[];
  readonly blocks: readonly string[];
  /** The block that is shown; undefined for all. */
  readonly block: string | undefined;
  readonly order: UnitOrder;
  readonly contestSlug: string;
}

/** Rates of the units directly below the top: the organizer sorts by a column and filters by block, by the address alone. */
export function ManagedUnits({ rows, blocks, block, order, contestSlug }: ManagedUnitsProps) {
  const t = useText(manageText);
  const words = useText(participationText);
  const locale = useLocale();
  const full = fullBar(rows.map((row) => row.rate));
  const hrefOf = (sort: string, chosen: string | undefined): string =>
    `?${sort}${chosen === undefined ? '' : `&block=${encodeURIComponent(chosen)}`}`;
  const current = `sort=${order.by}&order=${order.isDescending ? 'desc' : 'asc'}`;
  return (
    <section className="stack" aria-labelledby="units">
      <h2 id="units">{t.units}</h2>
      {blocks.length > 1 && (
        <nav className="tabs no-print" aria-label={t.filterBlock}>
          {[undefined, ...blocks].map((each) => (
            <Link key={each ?? ' '} to={hrefOf(current, each)} preventScrollReset aria-current={each === block}>
              {each === undefined ? t.allBlocks : each || words.otherBlock}
            </Link>
          ))}
        </nav>
      )}
      <p className="small quiet no-print">{t.sortHint}</p>
      <UnitRateTable
        rows={rows}
        caption={words.listCaption(String(rows.length), formatRate(full, locale))}
        full={full}
        showsMeans
        showsRanks={block !== undefined || blocks.length === 1}
        contestSlug={contestSlug}
        sorting={{ order, hrefOf: (by) => hrefOf(sortQuery(by, order), block) }}
      />
    </section>
  );
}
