import { Form, Link } from '@remix-run/react';
import { dashboardText } from '#app/text/dashboard.ts';
import { dashboardPartsText } from '#app/text/dashboard-parts.ts';
import { RankedChart } from '#app/ui/charts/ranked-chart.tsx';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { DashboardPart, FrameKind } from './dashboard.ts';
import { dashboardQuery, type DashboardState } from './dashboard-address.ts';
import type { DashboardLinks } from './links.ts';
import { SubUnitTable } from './sub-unit-table.tsx';
import type { SubUnitRow } from './sub-units.ts';

interface UnitsProps {
  readonly kind: FrameKind;
  readonly part: Extract<DashboardPart, { view: 'units' }>;
  readonly state: DashboardState;
  readonly links: DashboardLinks;
  readonly isInCharge: boolean;
  readonly showsScores: boolean;
  /** The least headcount of a unit with a rank; undefined where all have one. */
  readonly minimumHeadcount: number | undefined;
  /** Addresses of the files with all rows; undefined for those who may not have them. */
  readonly files: { readonly xlsx: string; readonly csv: string } | undefined;
}

/** The units directly below: searched, sorted, page by page; the first of them as bars. */
export function UnitsView(props: UnitsProps) {
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const { kind, part, state, links, minimumHeadcount, files } = props;
  const { all, found, drawn, page, pages } = part;
  if (all === 0) return <p className="notice">{p.unitsNone}</p>;
  return (
    <section className="stack" aria-labelledby="sub-units">
      <h2 id="sub-units">{p.unitsTitle}</h2>
      <Search state={state} links={links} />
      {state.q !== '' && (
        <p role="status">
          {found === 0 ? p.foundNone : p.found(formatNumber(found, locale), formatNumber(all, locale))}{' '}
          <Link to={links.here({ q: '', page: 1 })}>{p.clearSearch}</Link>
        </p>
      )}
      {drawn.length > 1 && <Drawn rows={drawn} kind={kind} state={state} />}
      {found > 0 && (
        <>
          <p className="small quiet no-print">
            {p.sortHint} {minimumHeadcount !== undefined && p.unrankedWhy(formatNumber(minimumHeadcount, locale))}
          </p>
          <SubUnitTable {...props} />
          <Pager page={page} pages={pages} hrefOf={(number) => links.here({ page: number })} />
        </>
      )}
      {files && (
        <p className="row no-print" aria-label={p.downloads}>
          <a className="button button--quiet" href={files.xlsx} download>
            {p.xlsx}
          </a>
          <a className="button button--plain" href={files.csv} download>
            {p.csv}
          </a>
        </p>
      )}
    </section>
  );
}

function Search({ state, links }: { state: DashboardState; links: DashboardLinks }) {
  const p = useText(dashboardPartsText);
  // why hidden fields: a form that asks by GET takes the place of the whole query.
  const kept = new URLSearchParams(dashboardQuery(state, { q: '', page: 1 }));
  return (
    <Form className="unit-picker__search measure no-print" role="search" action={links.here().split('?')[0] ?? ''}>
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        className="input"
        type="search"
        name="q"
        key={state.q}
        defaultValue={state.q}
        maxLength={100}
        aria-label={p.search}
        placeholder={p.search}
      />
      <button className="button">{p.find}</button>
    </Form>
  );
}

function Drawn({ rows, kind, state }: { rows: readonly SubUnitRow[]; kind: FrameKind; state: DashboardState }) {
  const t = useText(dashboardText);
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const column = state.sort === 'name' ? 'rate' : state.sort;
  const labelOf = (value: number | undefined): string => {
    if (value === undefined) return '–';
    if (column === 'rate') return formatRate(value, locale);
    return column === 'mean' ? formatFixed(value, locale, 2) : formatNumber(value, locale);
  };
  // why nothing: without headcounts, as in a tree of before, there are no rates, and a drawing of dashes says less than the table.
  if (rows.every((row) => row[column] === undefined)) return null;
  const points = rows.map((row) => ({
    name: row.name,
    value: row[column] ?? 0,
    label: labelOf(row[column]),
    isMarked: false,
    tip: [
      `${t.of[kind].people}: ${formatNumber(row.people, locale)}`,
      `${t.headcount}: ${row.headcount > 0 ? formatNumber(row.headcount, locale) : '–'}`,
    ],
  }));
  return (
    <div className="panel with-scripts stack-s">
      <h3>{p.drawn(formatNumber(rows.length, locale))}</h3>
      <RankedChart points={points} mark={undefined} />
    </div>
  );
}
