import { Link } from '@remix-run/react';
import type { TargetState } from '#app/domain/participation/target.ts';
import { paths } from '#app/paths.ts';
import { targetsText } from '#app/text/targets.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure, Pager } from '#app/ui/pieces.tsx';
import { fullBar, RateBar } from '#app/ui/rate-bar.tsx';
import type { TargetsPage } from './get-targets-page.server.ts';
import { STATE_BADGE, useGoalWords } from './target-card.tsx';
import { TARGET_ORDERS, type TargetOrder } from './target-order.ts';

interface TargetTableProps {
  readonly page: TargetsPage;
  readonly order: TargetOrder;
  /** "contest=…&round=…" */
  readonly scopeQuery: string;
}

const STATES: readonly TargetState[] = ['missed', 'behind', 'onTrack', 'reached', 'noHeadcount'];

/** The units directly below, each with its target and what is missing to it. */
export function TargetTable({ page, order, scopeQuery }: TargetTableProps) {
  const t = useText(targetsText);
  const locale = useLocale();
  const goalWords = useGoalWords();
  const { rows, total, below, states } = page;
  const n = (value: number): string => formatNumber(value, locale);
  const withTarget = STATES.reduce((sum, state) => sum + states[state], 0);
  const caption = t.caption(n(rows.length), n(total));
  return (
    <section className="stack" aria-labelledby="below">
      <h2 id="below">{t.belowTitle}</h2>
      <p className="notice">
        {below ? t.belowHolds(goalWords(below), formatInstant(below.dueAt, locale)) : t.belowNone}
      </p>
      {withTarget > 0 && (
        <dl className="figures figures--dense panel" aria-label={t.stateCounts}>
          {STATES.filter((state) => states[state] > 0).map((state) => (
            <Figure key={state} name={t.state[state]}>
              {n(states[state])}
            </Figure>
          ))}
          {withTarget < total && <Figure name={t.without}>{n(total - withTarget)}</Figure>}
        </dl>
      )}
      <nav className="tabs no-print" aria-label={t.sortBy}>
        {TARGET_ORDERS.map((each) => (
          <Link
            key={each}
            to={`?${scopeQuery}&sort=${each}`}
            preventScrollReset
            aria-current={each === order ? 'true' : undefined}
          >
            {t.sort[each]}
          </Link>
        ))}
      </nav>
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table table--wrap unit-rates target-rows">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.unit}</th>
              <th scope="col" className="is-number">
                {t.columns.missing}
              </th>
              <th scope="col">{t.columns.state}</th>
              <th scope="col" className="rate-cell">
                {t.columns.rate}
              </th>
              <th scope="col" className="is-number">
                {t.columns.done}
              </th>
              <th scope="col">{t.columns.goal}</th>
            </tr>
          </thead>
          <tbody>
            <Rows page={page} scopeQuery={scopeQuery} />
          </tbody>
        </table>
      </div>
      <Pager page={page.page} pages={page.pages} hrefOf={(to) => `?${scopeQuery}&sort=${order}&page=${to}`} />
    </section>
  );
}

function Rows({ page: { rows }, scopeQuery }: { page: TargetsPage; scopeQuery: string }) {
  const t = useText(targetsText);
  const locale = useLocale();
  const goalWords = useGoalWords();
  const full = fullBar(rows.map(({ rate }) => rate));
  return rows.map(({ unitId, name, people, rate, target }) => (
    <tr key={unitId}>
      <th scope="row">
        <Link to={`${paths.unitPage(unitId, 'targets')}?${scopeQuery}`} lang="vi">
          {name}
        </Link>
      </th>
      <td className="is-number">
        {target?.missing === undefined ? '–' : <strong>{formatNumber(target.missing, locale)}</strong>}
        {target?.target.measure === 'attempts' && <span className="field__hint">{t.unit.attempts}</span>}
      </td>
      <td>
        {target ? (
          <span className={`badge ${STATE_BADGE[target.state]}`}>{t.state[target.state]}</span>
        ) : (
          <span className="quiet">{t.without}</span>
        )}
      </td>
      <td className="rate-cell">
        <RateBar rate={rate} full={full} />
      </td>
      <td className="is-number">{formatNumber(people, locale)}</td>
      <td className="small">{target && goalWords(target.target)}</td>
    </tr>
  ));
}
