import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dashboardText } from '#app/text/dashboard.ts';
import { dashboardPartsText } from '#app/text/dashboard-parts.ts';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar, RateBar } from '#app/ui/rate-bar.tsx';
import { RankMark } from '../criterion-table.tsx';
import type { DashboardPart, FrameKind } from './dashboard.ts';
import { sortedBy, type DashboardState, type SubUnitColumn } from './dashboard-address.ts';
import type { DashboardLinks } from './links.ts';
import type { SubUnitRow } from './sub-units.ts';

interface TableProps {
  readonly kind: FrameKind;
  readonly part: Extract<DashboardPart, { view: 'units' }>;
  readonly state: DashboardState;
  readonly links: DashboardLinks;
  readonly isInCharge: boolean;
  readonly showsScores: boolean;
}

/** Which columns there are, in their order; the rate stands before them. */
const columnsFor = (isInCharge: boolean, kind: FrameKind, showsScores: boolean): readonly SubUnitColumn[] => [
  'people',
  'headcount',
  'missing',
  ...(isInCharge ? (['attempts'] as const) : []),
  ...(isInCharge && kind === 'contest' ? (['valid'] as const) : []),
  ...(showsScores ? (['mean', 'allRight'] as const) : []),
];

/** The units directly below, by the column that the address names; what belongs to none of them, and the sum, at the foot. */
export function SubUnitTable(props: TableProps) {
  const { kind, part, links, isInCharge, showsScores } = props;
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const { rows, own, sum, found } = part;
  const full = fullBar([...rows, sum].map((row) => row.rate));
  const columns = columnsFor(isInCharge, kind, showsScores);
  const hasTargets = rows.some((row) => row.toTarget !== undefined);
  const hasRanks = rows.some((row) => row.rank !== undefined);
  const foot = [...(own ? [{ row: own, name: p.ownRow }] : []), { row: sum, name: p.sumRow }];
  const cells = { columns, full, hasRanks, hasTargets };
  return (
    <div className="table-scroll" role="region" aria-label={p.unitTable(formatNumber(found, locale))} tabIndex={0}>
      <table className="table unit-rates table--wrap sub-units">
        <caption>
          {p.unitTable(formatNumber(found, locale))}. {p.fullBar(formatRate(full, locale))}
        </caption>
        <Head {...props} {...cells} />
        <tbody>
          {rows.map((row) => (
            <Row key={row.unitId} row={row} {...cells}>
              <Link to={links.unit(row.unitId)} lang="vi">
                {row.name}
              </Link>
            </Row>
          ))}
        </tbody>
        <tfoot>
          {foot.map(({ row, name }) => (
            <Row key={name} row={row} {...cells}>
              {name}
            </Row>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

interface Cells {
  readonly columns: readonly SubUnitColumn[];
  readonly full: number;
  readonly hasRanks: boolean;
  readonly hasTargets: boolean;
}

function Row({ row, columns, full, hasRanks, hasTargets, children }: Cells & { row: SubUnitRow; children: ReactNode }) {
  const locale = useLocale();
  const textOf = (column: SubUnitColumn): string => {
    const value = column === 'headcount' && row.headcount === 0 ? undefined : row[column];
    if (value === undefined || typeof value === 'string') return '–';
    return column === 'mean' ? formatFixed(value, locale, 2) : formatNumber(value, locale);
  };
  return (
    <tr>
      {hasRanks && (
        <td className="is-number">
          <RankMark rank={row.rank} />
        </td>
      )}
      <th scope="row">{children}</th>
      <td className="rate-cell">
        <RateBar rate={row.rate} full={full} />
      </td>
      {columns.map((column) => (
        <td key={column} className="is-number">
          {textOf(column)}
        </td>
      ))}
      {hasTargets && (
        <td className="is-number">{row.toTarget === undefined ? '–' : formatNumber(row.toTarget, locale)}</td>
      )}
    </tr>
  );
}

function Head({ kind, state, links, columns, hasRanks, hasTargets }: TableProps & Cells) {
  const t = useText(dashboardText);
  const p = useText(dashboardPartsText);
  const words = t.of[kind];
  const names: Record<SubUnitColumn, string> = {
    name: p.unit,
    rate: words.rate,
    people: words.people,
    headcount: t.headcount,
    missing: words.missing,
    attempts: words.attempts,
    valid: words.valid,
    mean: t.meanShort,
    allRight: t.allRight,
  };
  const head = (column: SubUnitColumn, className?: string) => {
    const isActive = state.sort === column;
    return (
      <th
        key={column}
        scope="col"
        className={className}
        aria-sort={isActive ? (state.isDescending ? 'descending' : 'ascending') : undefined}
      >
        <Link to={links.here(sortedBy(state, column))} preventScrollReset>
          {names[column]}
          <span aria-hidden="true">{isActive ? (state.isDescending ? '▾' : '▴') : '↕'}</span>
        </Link>
      </th>
    );
  };
  return (
    <thead>
      <tr>
        {hasRanks && (
          <th scope="col" className="is-number">
            {p.rank}
          </th>
        )}
        {head('name')}
        {head('rate', 'rate-cell')}
        {columns.map((column) => head(column, 'is-number'))}
        {hasTargets && (
          <th scope="col" className="is-number">
            {p.toTarget}
          </th>
        )}
      </tr>
    </thead>
  );
}
