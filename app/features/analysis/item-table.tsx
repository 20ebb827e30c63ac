import { Link } from '@remix-run/react';
import { analysisText } from '#app/text/analysis.ts';
import { formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { RateBar } from '#app/ui/rate-bar.tsx';
import { AdviceLine } from './advice-list.tsx';
import { analysisHref, itemAnalysisHref, type AnalysisQuery, type Sort } from './analysis-address.ts';
import type { ItemRow } from './item-row.ts';

interface ItemTableProps {
  readonly rows: readonly ItemRow[];
  readonly found: number;
  readonly slug: string;
  readonly round: number;
  readonly query: AnalysisQuery;
  readonly topicNames: Readonly<Record<string, string>>;
}

/** The questions of a round; every column can be sorted by its link. */
export function ItemTable({ rows, found, slug, round, query, topicNames }: ItemTableProps) {
  const t = useText(analysisText);
  const locale = useLocale();
  const caption = t.itemsCaption(formatNumber(found, locale));
  const head = (sort: Sort, name: string, isNumber = true) => {
    const isOwn = query.sort === sort;
    const isDescending = isOwn && !query.isDescending;
    return (
      <th
        scope="col"
        className={isNumber ? 'is-number' : undefined}
        aria-sort={isOwn ? (query.isDescending ? 'descending' : 'ascending') : undefined}
      >
        <Link to={analysisHref(slug, { ...query, round, sort, isDescending, page: 1 })} preventScrollReset>
          {name}
        </Link>
      </th>
    );
  };
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table analysis-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head('item', t.item, false)}
            {head('advice', t.advice, false)}
            {head('facility', t.facilityShort, false)}
            {head('discrimination', t.discrimination)}
            {head('efficiency', t.efficiency)}
            {head('time', t.time)}
            {head('attempts', t.attempts)}
            <th scope="col" className="is-number">
              {t.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.itemVersionId}
              row={row}
              to={itemAnalysisHref(slug, row.itemVersionId, { round, choice: query.choice })}
              topic={topicNames[row.topicSlug] ?? row.topicSlug}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, to, topic }: { row: ItemRow; to: string; topic: string }) {
  const t = useText(analysisText);
  const locale = useLocale();
  const { figures } = row;
  const shown = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value, locale, 1));
  const difficulty = t.difficulty[row.difficulty as keyof typeof t.difficulty] ?? row.difficulty;
  return (
    <tr>
      <th scope="row" className="analysis-table__item">
        <Link className="analysis-table__name" to={to} lang="vi">
          {row.name || row.itemVersionId}
        </Link>
        <span className="analysis-table__about">{[row.itemId, topic, difficulty].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="analysis-table__advice">
        <AdviceLine advice={row.advice[0]} />
      </td>
      <td>
        <RateBar rate={figures.facility} />
        <span className="analysis-table__about">
          {t.guess}: {formatRate(figures.randomGuess, locale)}
        </span>
      </td>
      <td className="is-number">{shown(figures.discriminationIndex)}</td>
      <td className="is-number">{shown(figures.discriminativeEfficiency)}</td>
      <td className="is-number">{figures.time ? t.seconds(shown(figures.time.median)) : '–'}</td>
      <td className="is-number">{formatNumber(figures.attempts, locale)}</td>
      <td className="is-number">
        {shown(figures.intendedWeight)} /{' '}
        {figures.hasNegativeCovariance ? t.negativeCovariance : shown(figures.effectiveWeight)}
      </td>
    </tr>
  );
}
