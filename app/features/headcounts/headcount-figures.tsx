import { headcountsText } from '#app/text/headcounts.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { CategoryFigures, HeadcountPage } from './get-headcount-page.server.ts';

/** What holds now, own and with everything below. @param hasBelow whether units stand below this one */
export function HeadcountFigures({
  figures,
  hasBelow,
  today,
}: {
  figures: readonly CategoryFigures[];
  hasBelow: boolean;
  today: number;
}) {
  const t = useText(headcountsText);
  const caption = t.nowCaption(formatDate(today));
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{t.nowTitle}</h2>
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.category}</th>
              <th scope="col" className="is-number">
                {t.own}
              </th>
              {hasBelow && (
                <th scope="col" className="is-number">
                  {t.branch}
                </th>
              )}
              <th scope="col">{t.asOf}</th>
              <th scope="col">{t.source}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((each) => (
              <FigureRow key={each.category} figures={each} hasBelow={hasBelow} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet measure">{t.overlap}</p>
      {hasBelow && <p className="small quiet measure">{t.sum}</p>}
      {figures.some(({ branch }) => branch.samples > 0) && <p className="notice notice--warn">{t.sampleWhy}</p>}
    </section>
  );
}

function FigureRow({ figures, hasBelow }: { figures: CategoryFigures; hasBelow: boolean }) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const { category, own, branch } = figures;
  return (
    <tr className={category === 'all' ? 'is-first' : undefined}>
      <th scope="row">{t.categories[category]}</th>
      <td className="is-number">{own ? formatNumber(own.people, locale) : '–'}</td>
      {hasBelow && (
        <td className="is-number">
          {branch.units === 0 ? '–' : formatNumber(branch.people, locale)}
          {branch.units > 0 && (
            <span className="field__hint">{t.unitsCounted(formatNumber(branch.units, locale))}</span>
          )}
        </td>
      )}
      <td className="number">{own ? formatDate(own.asOf) : '–'}</td>
      <td className="source-cell" lang="vi">
        {own ? own.source : <span className="quiet">{t.none}</span>}{' '}
        {own?.isSample && <span className="badge badge--gold">{t.sample}</span>}
      </td>
    </tr>
  );
}

/** Dated figures of the unit itself. */
export function HeadcountHistory({ history }: { history: HeadcountPage['history'] }) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const caption = t.historyCaption(formatNumber(history.length, locale));
  return (
    <details className="fold stack">
      <summary>{t.historyTitle}</summary>
      {history.length === 0 ? (
        <p className="quiet">{t.historyNone}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={t.historyTitle} tabIndex={0}>
          <table className="table">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.asOf}</th>
                <th scope="col">{t.category}</th>
                <th scope="col" className="is-number">
                  {t.own}
                </th>
                <th scope="col">{t.source}</th>
              </tr>
            </thead>
            <tbody>
              {history.map((row) => (
                <tr key={`${row.asOf} ${row.category}`}>
                  <td className="number">{formatDate(row.asOf)}</td>
                  <th scope="row">{t.categories[row.category]}</th>
                  <td className="is-number">{formatNumber(row.people, locale)}</td>
                  <td lang="vi">
                    {row.source} {row.isSample && <span className="badge badge--gold">{t.sample}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
