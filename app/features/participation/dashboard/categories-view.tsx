import { Link } from '@remix-run/react';
import type { CategoryFigures, GuardedCount } from '#app/domain/participation/small-group.ts';
import type { Category } from '#app/domain/units/category.ts';
import { dashboardText } from '#app/text/dashboard.ts';
import { dashboardPartsText } from '#app/text/dashboard-parts.ts';
import { RankedChart } from '#app/ui/charts/ranked-chart.tsx';
import { formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar, RateBar } from '#app/ui/rate-bar.tsx';
import type { DashboardPart, FrameKind } from './dashboard.ts';
import type { DashboardLinks } from './links.ts';

interface CategoriesProps {
  readonly kind: FrameKind;
  readonly part: Extract<DashboardPart, { view: 'categories' }>;
  readonly links: DashboardLinks;
}

/** How each group takes part; one that is chosen also by the units below. */
export function CategoriesView({ kind, part, links }: CategoriesProps) {
  const t = useText(dashboardText);
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const { rows, hasSaid, chosen, units } = part;
  const points = rows.flatMap((row) =>
    row.rate === undefined
      ? []
      : [
          {
            name: p.categories[row.category],
            value: row.rate,
            label: formatRate(row.rate, locale),
            isMarked: row.category === chosen,
            tip: [`${t.of[kind].people}: ${formatNumber(Number(row.people), locale)}`],
          },
        ],
  );
  const isEmpty = rows.every((row) => row.people === 0 && row.headcount === 0);
  const nameOf = (category: Category) => (
    <Link to={links.here({ category })} preventScrollReset aria-current={category === chosen ? 'true' : undefined}>
      {p.categories[category]}
    </Link>
  );
  return (
    <section className="stack" aria-labelledby="categories">
      <div className="stack-s">
        <h2 id="categories">{p.categoriesTitle}</h2>
        <p className="quiet small measure">{p.categoriesNote}</p>
      </div>
      {isEmpty ? (
        <p className="notice">{p.categoriesEmpty}</p>
      ) : (
        <>
          {points.length > 0 && (
            <div className="panel with-scripts">
              <RankedChart points={points} mark={undefined} />
            </div>
          )}
          <CategoryTable
            kind={kind}
            caption={p.categoryTable}
            head={p.category}
            rows={rows.map((row) => ({ ...row, key: row.category, name: nameOf(row.category) }))}
          />
          {!hasSaid && <p className="notice">{p.unsaid}</p>}
        </>
      )}
      {chosen !== undefined && units.length > 0 && (
        <section className="stack" aria-labelledby="category-units">
          <h3 id="category-units">{p.categoryUnits(p.categories[chosen])}</h3>
          <CategoryTable
            kind={kind}
            caption={p.categoryUnits(p.categories[chosen])}
            head={t.unit}
            rows={units.map((row) => ({
              ...row,
              key: row.unitId,
              name: (
                <Link to={links.unit(row.unitId)} lang="vi">
                  {row.name}
                </Link>
              ),
            }))}
          />
        </section>
      )}
    </section>
  );
}

interface TableProps {
  readonly kind: FrameKind;
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly (CategoryFigures & { readonly key: string; readonly name: React.ReactNode })[];
}

function CategoryTable({ kind, caption, head, rows }: TableProps) {
  const t = useText(dashboardText);
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const full = fullBar(rows.map((row) => row.rate));
  const shown = (count: GuardedCount): string => (count === 'few' ? p.few : formatNumber(count, locale));
  return (
    <div className="table-scroll" role="region" aria-label={t.table(caption)} tabIndex={0}>
      <table className="table unit-rates">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="rate-cell">
              {t.of[kind].rate}
            </th>
            <th scope="col" className="is-number">
              {t.of[kind].people}
            </th>
            <th scope="col" className="is-number">
              {t.headcount}
            </th>
            <th scope="col" className="is-number">
              {t.of[kind].missing}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className="rate-cell">
                <RateBar rate={row.rate} full={full} />
              </td>
              <td className="is-number">{shown(row.people)}</td>
              <td className="is-number">{row.headcount === 0 ? '–' : shown(row.headcount)}</td>
              <td className="is-number">{row.missing === undefined ? '–' : formatNumber(row.missing, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
