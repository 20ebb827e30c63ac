import { Link } from '@remix-run/react';
import type { UnitCriterion } from '#app/domain/contests/contest.ts';
import { paths } from '#app/paths.ts';
import { participationText } from '#app/text/participation.ts';
import { formatFixed, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar, RateBar, ValueBar } from '#app/ui/rate-bar.tsx';
import type { FigureRow } from './get-unit-board.server.ts';

/** A unit, or a block, which has no page of its own. */
export interface CriterionRow extends FigureRow {
  readonly unitId?: string;
}

interface TableProps {
  readonly rows: readonly CriterionRow[];
  readonly criterion: UnitCriterion;
  readonly showsScores: boolean;
  readonly label: string;
  readonly caption: string;
  readonly ownUnitId: string | undefined;
  /** What a full bar stands for, the same for all tables of a board. */
  readonly full: number;
  readonly hrefOf: ((unitId: string) => string) | undefined;
}

const valueOf = (row: FigureRow, criterion: UnitCriterion): number | undefined =>
  criterion === 'meanScore' ? row.mean : row[criterion];

/** What a full bar stands for on a board: the highest value; for rates the round figure above it. */
export function fullOf(rows: readonly FigureRow[], criterion: UnitCriterion): number {
  const values = rows.map((row) => valueOf(row, criterion));
  return criterion === 'rate' ? fullBar(values) : Math.max(1e-9, ...values.map((value) => value ?? 0));
}

/** Units or blocks ranked by one criterion: its figure with a bar, and beside it the others, as far as there is room. */
export function CriterionTable({ rows, criterion, showsScores, label, caption, ownUnitId, full, hrefOf }: TableProps) {
  const t = useText(participationText);
  const others = (['rate', 'meanScore', 'allRight'] as const).filter(
    (each) => each !== criterion && (each === 'rate' || showsScores),
  );
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="table unit-rates">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {t.rank}
            </th>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="rate-cell">
              {t.criterion[criterion]}
            </th>
            {others.map((each) => (
              <th key={each} scope="col" className="is-number not-phone">
                {each === 'rate' ? t.rate : each === 'allRight' ? t.allRight : t.meanShort}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.unitId ?? row.name}
              className={row.unitId !== undefined && row.unitId === ownUnitId ? 'is-own' : undefined}
            >
              <td className="is-number">
                <RankMark rank={row.rank} />
              </td>
              <th scope="row">
                <RowName row={row} hrefOf={hrefOf} isOwn={row.unitId !== undefined && row.unitId === ownUnitId} />
              </th>
              <td className="rate-cell">
                <MainFigure row={row} criterion={criterion} full={full} />
              </td>
              {others.map((each) => (
                <td key={each} className="is-number not-phone">
                  <Value value={valueOf(row, each)} criterion={each} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A rank, the first three as medals; a dash for none. */
export function RankMark({ rank }: { rank: number | undefined }) {
  return <span className={rank !== undefined && rank <= 3 ? `rank rank--${rank}` : 'rank'}>{rank ?? '–'}</span>;
}

/** The page of a unit, on the contest and the scope that are being looked at. */
export const hrefOfUnit = (unitId: string, contestSlug: string | undefined, scopeKey?: string): string => {
  if (contestSlug === undefined) return paths.unit(unitId);
  const round = scopeKey === undefined ? '' : `&round=${scopeKey}`;
  return `${paths.unit(unitId)}?contest=${encodeURIComponent(contestSlug)}${round}`;
};

function RowName({ row, hrefOf, isOwn }: { row: CriterionRow; hrefOf: TableProps['hrefOf']; isOwn: boolean }) {
  const t = useText(participationText);
  const locale = useLocale();
  const people = formatNumber(row.people, locale);
  return (
    <>
      {row.unitId !== undefined && hrefOf ? (
        <Link to={hrefOf(row.unitId)} lang="vi">
          {row.name}
        </Link>
      ) : (
        <span lang="vi">{row.name || t.otherBlock}</span>
      )}{' '}
      {isOwn && <span className="badge badge--gold">{t.yourUnit}</span>}
      <span className="board__unit number">
        {row.headcount > 0 ? t.ofHeadcount(people, formatNumber(row.headcount, locale)) : t.peopleOnly(people)}
      </span>
    </>
  );
}

function MainFigure({ row, criterion, full }: { row: CriterionRow; criterion: UnitCriterion; full: number }) {
  if (criterion === 'rate') return <RateBar rate={row.rate} full={full} />;
  const value = valueOf(row, criterion);
  return (
    <ValueBar share={(value ?? 0) / full}>
      <Value value={value} criterion={criterion} />
    </ValueBar>
  );
}

function Value({ value, criterion }: { value: number | undefined; criterion: UnitCriterion }) {
  const locale = useLocale();
  if (value === undefined) return <>–</>;
  if (criterion === 'rate') return <>{formatFixed(value * 100, locale, 1)} %</>;
  return <>{criterion === 'meanScore' ? formatFixed(value, locale, 2) : formatNumber(value, locale)}</>;
}
