import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { conductText } from '#app/text/conduct.ts';
import { formatDuration, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { RoundState } from './get-conduct.server.ts';

interface RoundCardProps {
  readonly round: RoundState;
  readonly contestSlug: string;
  /** Where the round stands, in a word that another room has. */
  readonly badge: ReactNode;
  readonly now: Instant;
}

/** How a round stands now, and what can be done to it. */
export function RoundCard({ round, contestSlug, badge, now }: RoundCardProps) {
  const t = useText(conductText);
  const locale = useLocale();
  const count = (value: number): string => formatNumber(value, locale);
  const at = (instant: Instant): string => formatInstant(instant, locale);
  const { opensAt, closesAt, entryEndsAt } = round.window;
  const heading = `round-${round.number}`;
  return (
    <section className="panel stack" aria-labelledby={heading}>
      <p className="row">
        {badge}
        {round.kind === 'practice' && <span className="badge badge--quiet">{t.practice}</span>}
      </p>
      <h3 id={heading} lang="vi">
        {round.title}
      </h3>
      <p className="number">
        {t.window(at(opensAt), at(closesAt))} {entryEndsAt < closesAt && t.entryEnds(at(entryEndsAt))}
      </p>
      {round.pausedSince !== undefined && (
        <p className="notice notice--warn number">
          {t.pausedSince(at(round.pausedSince), formatDuration(now - round.pausedSince, locale))}
        </p>
      )}
      {round.overdue > 0 && <p className="notice notice--bad">{t.overdue(count(round.overdue))}</p>}
      <dl className="figures figures--dense">
        <Figure name={t.running}>{count(round.running)}</Figure>
        <Figure name={t.submitted}>{count(round.submitted)}</Figure>
        <Figure name={t.expired}>{count(round.expired)}</Figure>
        <Figure name={t.savesPerMinute}>{count(round.savesPerMinute)}</Figure>
        {round.canAdjust && <Figure name={t.papers}>{count(round.papers)}</Figure>}
      </dl>
      {round.kind === 'contest' && (
        <p className="small quiet number">
          {round.settledAt === undefined ? t.settles(at(round.settlesAt)) : t.settled(at(round.settledAt))}
        </p>
      )}
      {round.canAdjust && <Actions round={round} contestSlug={contestSlug} />}
    </section>
  );
}

function Actions({ round, contestSlug }: Pick<RoundCardProps, 'round' | 'contestSlug'>) {
  const t = useText(conductText);
  const to = (act: Parameters<typeof paths.conductAct>[1]): string =>
    `${paths.conductAct(contestSlug, act)}?round=${round.number}`;
  return (
    <nav className="row no-print" aria-label={t.actionsOf(round.title)}>
      {round.canResume && (
        <Link className="button" to={to('pause')}>
          {t.resume}
        </Link>
      )}
      {round.canPause && (
        <Link className="button button--quiet" to={to('pause')}>
          {t.pause}
        </Link>
      )}
      <Link className="button button--quiet" to={to('extend')}>
        {t.extend}
      </Link>
      {round.canGrant && (
        <Link className="button button--quiet" to={to('extra-time')}>
          {t.grant}
        </Link>
      )}
    </nav>
  );
}
