import { Link } from '@remix-run/react';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { conductText } from '#app/text/conduct.ts';
import { formatClock, formatDuration, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { Hall } from './get-hall.server.ts';

interface HallRound {
  readonly id: string;
  readonly title: string;
  readonly running: number;
  readonly submitted: number;
  readonly expired: number;
}

interface HallFiguresProps {
  readonly rounds: readonly HallRound[];
  readonly silences: Hall['silences'];
  readonly longest: Duration | undefined;
}

/** How many attempts are in which state, and for how long the ones under way have said nothing. */
export function HallFigures({ rounds, silences, longest }: HallFiguresProps) {
  const t = useText(conductText);
  const locale = useLocale();
  const count = (value: number): string => formatNumber(value, locale);
  const sum = (of: 'running' | 'submitted' | 'expired'): number => rounds.reduce((all, round) => all + round[of], 0);
  return (
    <>
      <dl className="figures figures--dense panel">
        <Figure name={t.running}>{count(sum('running'))}</Figure>
        <Figure name={t.submitted}>{count(sum('submitted'))}</Figure>
        <Figure name={t.expired}>{count(sum('expired'))}</Figure>
        {longest !== undefined && <Figure name={t.longest}>{formatDuration(longest, locale)}</Figure>}
      </dl>
      <section className="panel stack-s" aria-labelledby="silences">
        <h2 id="silences">{t.silences}</h2>
        <dl className="facts">
          {silences.map(({ minutes, attempts }) => (
            <div key={minutes}>
              <dt>{t.silentFor(count(minutes))}</dt>
              <dd className="number">{t.attempts(count(attempts))}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

interface SilentRow {
  readonly row: number;
  readonly roundId: string;
  readonly unitName: string;
  readonly startedAt: Instant;
  readonly lastAt: Instant;
  readonly name: string | undefined;
}

interface SilentTableProps {
  readonly silent: readonly SilentRow[];
  readonly rounds: readonly HallRound[];
  readonly showsNames: boolean;
  readonly here: string;
  readonly now: Instant;
}

/** The attempts that have said nothing for the longest time: where they sit, and only when asked for, who. */
export function SilentTable({ silent, rounds, showsNames, here, now }: SilentTableProps) {
  const t = useText(conductText);
  const locale = useLocale();
  const caption = t.silentCaption(formatNumber(silent.length, locale));
  const titles = new Map(rounds.map(({ id, title }) => [id, title]));
  return (
    <section className="stack" aria-labelledby="silent">
      <h2 id="silent">{t.longest}</h2>
      <p className="no-print">
        <Link className="button button--quiet" to={showsNames ? here : `${here}?names=1`} preventScrollReset>
          {showsNames ? t.hideNames : t.showNames}
        </Link>
      </p>
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.unitColumn}</th>
              {showsNames && <th scope="col">{t.person}</th>}
              <th scope="col">{t.round}</th>
              <th scope="col">{t.startedAt}</th>
              <th scope="col">{t.lastAt}</th>
              <th scope="col" className="is-number">
                {t.silence}
              </th>
            </tr>
          </thead>
          <tbody>
            {silent.map((each) => (
              <tr key={each.row}>
                <th scope="row" lang="vi">
                  {each.unitName}
                </th>
                {showsNames && <td lang="vi">{each.name ?? t.unknownPerson}</td>}
                <td lang="vi">{titles.get(each.roundId)}</td>
                <td className="number">{formatInstant(each.startedAt, locale)}</td>
                <td className="number">{formatClock(each.lastAt)}</td>
                <td className="is-number">{formatDuration(now - each.lastAt, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
