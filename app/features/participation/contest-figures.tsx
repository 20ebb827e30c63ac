import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { manageText } from '#app/text/manage.ts';
import { formatClock, formatFixed, formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import type { ContestFigures } from './list-contest-figures.server.ts';
import { useAutoRefresh } from './use-auto-refresh.ts';

type Figures = Pick<ContestFigures, 'people' | 'rate' | 'attempts' | 'running'>;

interface ManagedContest extends Figures {
  readonly slug: string;
  readonly title: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** A contest in the organizer's list. @param badge where its round stands */
export function ManagedContestCard({ contest, badge }: { contest: ManagedContest; badge: ReactNode }) {
  const t = useText(manageText);
  const locale = useLocale();
  const { slug, title, opensAt, closesAt } = contest;
  return (
    <li className="card">
      <p>{badge}</p>
      <h2 className="card__title" lang="vi">
        <Link className="card__link" to={paths.manageContest(slug)}>
          {title}
        </Link>
      </h2>
      <p className="quiet small number">{t.window(formatInstant(opensAt, locale), formatInstant(closesAt, locale))}</p>
      <dl className="figures figures--dense card__foot">
        <CountFigures {...contest} />
      </dl>
    </li>
  );
}

function CountFigures({ people, rate, attempts, running }: Figures) {
  const t = useText(manageText);
  const locale = useLocale();
  return (
    <>
      <Figure name={t.people}>{formatNumber(people, locale)}</Figure>
      <Figure name={t.rate}>{formatRate(rate, locale)}</Figure>
      <Figure name={t.attempts}>{formatNumber(attempts, locale)}</Figure>
      <Figure name={t.running}>{formatNumber(running, locale)}</Figure>
    </>
  );
}

interface DashboardFiguresProps extends Figures {
  readonly finished: number;
  readonly mean: number | undefined;
  readonly maxScore: number;
}

/** The figures of one contest, the number first. */
export function DashboardFigures({ finished, mean, maxScore, ...counts }: DashboardFiguresProps) {
  const t = useText(manageText);
  const locale = useLocale();
  return (
    <dl className="figures figures--dense panel" aria-label={t.figures}>
      <CountFigures {...counts} />
      <Figure name={t.finished}>{formatNumber(finished, locale)}</Figure>
      <Figure name={t.mean}>
        {mean === undefined ? '–' : t.meanOf(formatFixed(mean, locale, 2), formatNumber(maxScore, locale, 2))}
      </Figure>
    </dl>
  );
}

/** How old the figures are, and a way to newer ones; while the round is open the page also asks by itself. */
export function Freshness({ asOf, isOpen, here }: { asOf: Instant; isOpen: boolean; here: string }) {
  const t = useText(manageText);
  const hasScripts = useHasScripts();
  useAutoRefresh(isOpen);
  return (
    <div className="row no-print">
      <span className="number">{t.asOf(formatClock(asOf))}</span>
      <Link className="button button--quiet" to={here} replace preventScrollReset>
        {t.refresh}
      </Link>
      {hasScripts && isOpen && <span className="small quiet">{t.refreshes}</span>}
    </div>
  );
}
