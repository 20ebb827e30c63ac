import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { analysisText } from '#app/text/analysis.ts';
import { ScatterChart } from '#app/ui/charts/scatter-chart.tsx';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import { analysisHref, fileHref, SHOWN, type AnalysisQuery } from './analysis-address.ts';
import type { AnalysisPage } from './get-analysis-page.server.ts';
import { ItemTable } from './item-table.tsx';
import { RoundForm } from './round-form.tsx';
import { TestFigures } from './test-figures.tsx';

interface AnalysisViewProps {
  readonly slug: string;
  readonly page: AnalysisPage;
  readonly query: AnalysisQuery;
  readonly topicNames: Readonly<Record<string, string>>;
}

/** How a round's paper and its questions did. */
export function AnalysisView({ slug, page, query, topicNames }: AnalysisViewProps) {
  const t = useText(analysisText);
  const locale = useLocale();
  const { table, round } = page;
  const number = (value: number): string => formatNumber(value, locale);
  const here = { ...query, round: round.number };
  return (
    <>
      <RoundForm rounds={page.rounds} round={round} choice={query.choice} />
      {page.isOpen && <p className="notice notice--warn">{t.openWarning}</p>}
      <p className="row">
        {table && <span>{t.countedAt(formatInstant(table.countedAt, locale), number(table.attempts))}</span>}
        <Link to={paths.analysisMethod()}>{t.howCounted}</Link>
        {table && (
          <>
            <a className="no-print" href={fileHref(slug, 'csv', here)} download>
              {t.csv}
            </a>
            <a className="no-print" href={fileHref(slug, 'xlsx', here)} download>
              {t.xlsx}
            </a>
          </>
        )}
      </p>
      {page.isCounting && (
        <p className="notice" role="status">
          {table ? t.counting : t.countingFirst} <a href={analysisHref(slug, here)}>{t.reload}</a>
        </p>
      )}
      {table && table.attempts === 0 && <p className="notice">{t.empty}</p>}
      {table && table.attempts > 0 && (
        <>
          <TestFigures test={table.test} />
          <section className="stack" aria-labelledby="items">
            <h2 id="items">{t.items}</h2>
            <p>{t.summary(number(table.items), number(table.act), number(table.flagged))}</p>
            <Filter page={page} query={query} topicNames={topicNames} />
            {page.found === 0 && <p className="notice">{t.nothingFound}</p>}
            {page.points.length > 0 && <Picture page={page} />}
            {page.found > 0 && (
              <ItemTable
                rows={page.rows}
                found={page.found}
                slug={slug}
                round={round.number}
                query={query}
                topicNames={topicNames}
              />
            )}
            <Pager
              page={Math.min(query.page, page.pages)}
              pages={page.pages}
              hrefOf={(each) => `${analysisHref(slug, { ...here, page: each })}#items`}
            />
          </section>
        </>
      )}
    </>
  );
}

function Filter({ page, query, topicNames }: Pick<AnalysisViewProps, 'page' | 'query' | 'topicNames'>) {
  const t = useText(analysisText);
  return (
    <Form className="analysis-bar no-print" method="get" action="#items">
      <input type="hidden" name="round" value={page.round.number} />
      <input type="hidden" name="attempts" value={query.choice} />
      <input type="hidden" name="sort" value={query.sort} />
      {query.isDescending && <input type="hidden" name="dir" value="desc" />}
      <div className="field">
        <label className="field__label" htmlFor="show">
          {t.advice}
        </label>
        <select className="input" id="show" name="show" defaultValue={query.shown} key={query.shown}>
          {SHOWN.map((each) => (
            <option value={each} key={each}>
              {t.shown[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="topic">
          {t.topic}
        </label>
        <select className="input" id="topic" name="topic" defaultValue={query.topic} key={query.topic}>
          <option value="">{t.allTopics}</option>
          {page.topics.map((slug) => (
            <option value={slug} key={slug} lang="vi">
              {topicNames[slug] ?? slug}
            </option>
          ))}
        </select>
      </div>
      <button className="button button--quiet">{t.filter}</button>
    </Form>
  );
}

function Picture({ page }: { page: AnalysisPage }) {
  const t = useText(analysisText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale, 1);
  return (
    <div className="stack-s">
      <h3>{t.scatter}</h3>
      <p className="quiet small measure">{t.scatterNote}</p>
      <ScatterChart
        points={page.points.map(({ itemId, facility, discrimination, level }) => ({
          name: itemId,
          x: facility * 100,
          y: discrimination,
          isMarked: level === 'act',
          tip: [`${t.facility}: ${number(facility * 100)}`, `${t.discrimination}: ${number(discrimination)}`],
        }))}
        words={{ x: t.facility, y: t.discrimination, plain: t.plain, marked: t.marked }}
      />
    </div>
  );
}
