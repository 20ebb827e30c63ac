import { Link } from '@remix-run/react';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { contestsText } from '#app/text/contests.ts';
import { formatClock, formatDate, formatDuration, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** A row of the board with its masked name. */
export interface NamedRow {
  readonly rank: number;
  /** Undefined for an account that no longer exists. */
  readonly name: string | undefined;
  readonly unit: string;
  readonly unitId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly duration: Duration;
  readonly submittedAt: Instant;
  readonly isOwn: boolean;
}

interface TableProps {
  readonly rows: readonly NamedRow[];
  readonly caption: string;
  /** For a table whose heading says the same. */
  readonly hidesCaption?: boolean;
}

/** The board of persons: rank, name and unit, and the three figures that the rank rests on. */
export function LeaderboardTable({ rows, caption, hidesCaption = false }: TableProps) {
  const t = useText(contestsText);
  const locale = useLocale();
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table board">
        <caption className={hidesCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {t.rank}
            </th>
            <th scope="col">{t.person}</th>
            <th scope="col" className="is-number">
              {t.score}
            </th>
            <th scope="col" className="is-number not-phone">
              {t.duration}
            </th>
            <th scope="col" className="is-number not-phone">
              {t.submittedAt}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.rank}-${index}`} className={row.isOwn ? 'is-own' : undefined}>
              <td className="is-number">
                <span className={row.rank <= 3 ? `rank rank--${row.rank}` : 'rank'}>{row.rank}</span>
              </td>
              <th scope="row">
                {row.name === undefined ? t.formerPerson : <span lang="vi">{row.name}</span>}{' '}
                {row.isOwn && <span className="badge badge--gold">{t.you}</span>}
                <Link className="board__unit" lang="vi" to={paths.unit(row.unitId)}>
                  {row.unit}
                </Link>
              </th>
              <td className="is-number">
                {formatNumber(row.score, locale, 2)}/{formatNumber(row.maxScore, locale, 2)}
                <span className="only-phone small quiet">
                  {formatDuration(row.duration, locale)}
                  <br />
                  {formatClock(row.submittedAt)}
                </span>
              </td>
              <td className="is-number not-phone">{formatDuration(row.duration, locale)}</td>
              <td className="is-number not-phone">
                {formatClock(row.submittedAt)}
                <br />
                <span className="small quiet">{formatDate(row.submittedAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
