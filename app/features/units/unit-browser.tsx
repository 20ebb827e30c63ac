import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { BrowsedUnit, UnitBrowser as Browser } from './get-unit-browser.server.ts';
import { unitsHref } from './units-address.ts';

interface UnitBrowserProps extends Browser {
  /** The day whose tree it is, "2025-06-30"; undefined for today. */
  readonly tree: string | undefined;
}

/** One level of the tree: the unit that is open, and what stands directly below it, by block. */
export function UnitBrowser({ top, above, groups, hidden, tree }: UnitBrowserProps) {
  const t = useText(unitsText);
  return (
    <div className="stack-l">
      {above.length > 0 && (
        <nav aria-label={t.above} className="unit-above">
          <ol>
            {above.map(({ id, name }) => (
              <li key={id}>
                <Link to={unitsHref({ open: id, tree })} lang="vi">
                  {name}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {top && <TopUnit unit={top} isOpened={above.length > 0} />}
      {groups.map(({ block, units }) => (
        <section className="stack" key={block} aria-label={block === '' ? (top?.name ?? t.title) : undefined}>
          {block !== '' && <h2 lang="vi">{block}</h2>}
          <ul className="unit-list">
            {units.map((unit) => (
              <UnitItem key={unit.id} unit={unit} tree={tree} />
            ))}
          </ul>
        </section>
      ))}
      {hidden > 0 && <p className="notice">{t.hidden(hidden)}</p>}
    </div>
  );
}

function TopUnit({ unit, isOpened }: { unit: BrowsedUnit; isOpened: boolean }) {
  const words = (
    <>
      <Link to={paths.unit(unit.id)} lang="vi">
        {unit.name}
      </Link>
      <People unit={unit} />
    </>
  );
  return isOpened ? <h2 className="unit-top">{words}</h2> : <p className="unit-top">{words}</p>;
}

function UnitItem({ unit, tree }: { unit: BrowsedUnit; tree: string | undefined }) {
  const t = useText(unitsText);
  return (
    <li>
      <Link to={paths.unit(unit.id)} lang="vi">
        {unit.name}
      </Link>
      <People unit={unit} />
      {unit.below > 0 && (
        <Link
          className="unit-list__open"
          to={unitsHref({ open: unit.id, tree })}
          aria-label={t.openBranchOf(unit.name, unit.below)}
        >
          {t.openBranch(unit.below)}
        </Link>
      )}
    </li>
  );
}

function People({ unit }: { unit: BrowsedUnit }) {
  const t = useText(unitsText);
  const locale = useLocale();
  if (unit.people === 0) return null;
  return <span className="field__hint number">{t.people(formatNumber(unit.people, locale))}</span>;
}

/** Chooses the day whose tree is shown. */
export function TreeDayForm({ tree }: { tree: string | undefined }) {
  const t = useText(unitsText);
  return (
    <Form className="unit-day no-print">
      <label className="field">
        <span className="field__label">{t.treeDay}</span>
        <input className="input" type="date" name="tree" defaultValue={tree} key={tree} />
      </label>
      <button className="button button--quiet">{t.showTree}</button>
    </Form>
  );
}
