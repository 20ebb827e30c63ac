import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { participationText } from '#app/text/participation.ts';
import { formatFixed, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { RateBar } from '#app/ui/rate-bar.tsx';
import { hrefOfUnit, RankMark } from './criterion-table.tsx';
import type { UnitBoardRow } from './get-unit-board.server.ts';
import type { UnitOrder } from './unit-order.ts';

/** How a table is sorted and where its column heads lead. */
export interface Sorting {
  readonly order: UnitOrder;
  readonly hrefOf: (by: UnitOrder['by']) => string;
}

interface TableProps {
  readonly rows: readonly UnitBoardRow[];
  readonly caption: string;
  /** What the table is called where it scrolls; the caption when left out. */
  readonly label?: string;
  /** The rate at which a bar is full. */
  readonly full: number;
  readonly showsMeans: boolean;
  /** False where no row has a rank. */
  readonly showsRanks?: boolean;
  readonly ownUnitId?: string | undefined;
  readonly contestSlug?: string | undefined;
  readonly sorting?: Sorting;
}

/** Units with their rates: the rate as a bar, how many of how many, and the mean where everybody may see it. */
export function UnitRateTable({ showsRanks = true, ...props }: TableProps) {
  const { rows, caption, label = caption, full, showsMeans, ownUnitId, contestSlug } = props;
  const t = useText(participationText);
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="table unit-rates">
        <caption>{caption}</caption>
        <UnitRateHead showsRanks={showsRanks} showsMeans={showsMeans} sorting={props.sorting} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.unitId} className={row.unitId === ownUnitId ? 'is-own' : undefined}>
              {showsRanks && (
                <td className="is-number">
                  <RankMark rank={row.rank} />
                </td>
              )}
              <th scope="row">
                <Link to={hrefOfUnit(row.unitId, contestSlug)} lang="vi">
                  {row.name}
                </Link>{' '}
                {row.unitId === ownUnitId && <span className="badge badge--gold">{t.yourUnit}</span>}
              </th>
              <td className="rate-cell">
                <RateBar rate={row.rate} full={full} />
              </td>
              <UnitNumbers row={row} showsMeans={showsMeans} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnitNumbers({ row, showsMeans }: { row: UnitBoardRow; showsMeans: boolean }) {
  const locale = useLocale();
  return (
    <>
      <td className="is-number">{formatNumber(row.people, locale)}</td>
      <td className="is-number">{row.headcount > 0 ? formatNumber(row.headcount, locale) : '–'}</td>
      {showsMeans && <td className="is-number">{row.mean === undefined ? '–' : formatFixed(row.mean, locale, 2)}</td>}
    </>
  );
}

function UnitRateHead({
  showsRanks,
  showsMeans,
  sorting,
}: {
  showsRanks: boolean;
  showsMeans: boolean;
  sorting: Sorting | undefined;
}) {
  const t = useText(participationText);
  const sorted = (by: UnitOrder['by']) =>
    sorting?.order.by === by ? (sorting.order.isDescending ? 'descending' : 'ascending') : undefined;
  return (
    <thead>
      <tr>
        {showsRanks && (
          <th scope="col" className="is-number">
            {t.rank}
          </th>
        )}
        <th scope="col" aria-sort={sorted('name')}>
          <SortLink by="name" sorting={sorting}>
            {t.unit}
          </SortLink>
        </th>
        <th scope="col" className="rate-cell" aria-sort={sorted('rate')}>
          <SortLink by="rate" sorting={sorting}>
            {t.rate}
          </SortLink>
        </th>
        <th scope="col" className="is-number" aria-sort={sorted('people')}>
          <SortLink by="people" sorting={sorting}>
            {t.people}
          </SortLink>
        </th>
        <th scope="col" className="is-number">
          {t.headcount}
        </th>
        {showsMeans && (
          <th scope="col" className="is-number">
            {t.meanShort}
          </th>
        )}
      </tr>
    </thead>
  );
}

function SortLink({
  by,
  sorting,
  children,
}: {
  by: UnitOrder['by'];
  sorting: Sorting | undefined;
  children: ReactNode;
}) {
  if (!sorting) return children;
  const isActive = sorting.order.by === by;
  return (
    <Link to={sorting.hrefOf(by)} preventScrollReset>
      {children}
      <span aria-hidden="true">{isActive ? (sorting.order.isDescending ? '▾' : '▴') : '↕'}</span>
    </Link>
  );
}
