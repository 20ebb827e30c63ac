import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { proposalsText } from '#app/text/proposals.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { ProposalRow } from './list-proposals.server.ts';

interface ListProps {
  readonly rows: readonly ProposalRow[];
  readonly waiting: number;
  readonly isWaiting: boolean;
  readonly page: number;
  readonly pages: number;
}

/** What waits for a second person, or what was decided. */
export function ProposalList({ rows, waiting, isWaiting, page, pages }: ListProps) {
  const t = useText(proposalsText);
  const locale = useLocale();
  return (
    <>
      <nav className="tabs" aria-label={t.tabs}>
        <Link to="?" aria-current={isWaiting ? 'page' : undefined}>
          {t.waiting(formatNumber(waiting, locale))}
        </Link>
        <Link to="?state=decided" aria-current={isWaiting ? undefined : 'page'}>
          {t.decided}
        </Link>
      </nav>
      {rows.length === 0 && <p className="notice">{isWaiting ? t.waitingNone : t.decidedNone}</p>}
      <ul className="decision-list">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <Pager page={page} pages={pages} hrefOf={(to) => `?${isWaiting ? '' : 'state=decided&'}page=${to}`} />
    </>
  );
}

function Row({ row }: { row: ProposalRow }) {
  const t = useText(proposalsText);
  return (
    <li className="panel decision-row">
      <h2>
        <Link to={paths.manageProposal(row.id)}>{t.kinds[row.kind]}</Link>
      </h2>
      <ProposalFacts row={row} />
    </li>
  );
}

/** Of which contest, why, by whom, and what was decided. */
export function ProposalFacts({ row }: { row: ProposalRow }) {
  const t = useText(proposalsText);
  const locale = useLocale();
  const { contest, reason, proposedBy, proposedAt, state, decidedBy, decidedAt, decidedReason, isOwn } = row;
  return (
    <>
      {contest && <p lang="vi">{contest.title}</p>}
      <p>
        <strong>{t.reason}:</strong> <span lang="vi">{reason}</span>
      </p>
      <p className="small quiet number">{t.proposedBy(proposedBy, formatInstant(proposedAt, locale))}</p>
      {state === 'waiting' ? (
        isOwn && (
          <p>
            <span className="badge badge--quiet">{t.own}</span>
          </p>
        )
      ) : (
        <p className="number">
          <span className={`badge ${state === 'carriedOut' ? 'badge--good' : 'badge--quiet'}`}>{t.states[state]}</span>{' '}
          <span className="small quiet">{t.decidedBy(decidedBy ?? '', formatInstant(decidedAt ?? 0, locale))}</span>
        </p>
      )}
      {decidedReason !== '' && <p lang="vi">{decidedReason}</p>}
    </>
  );
}
