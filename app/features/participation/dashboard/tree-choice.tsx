import { Form, Link } from '@remix-run/react';
import { dashboardText } from '#app/text/dashboard.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { dashboardQuery, type DashboardState } from './dashboard-address.ts';
import type { DashboardLinks } from './links.ts';

interface TreeProps {
  readonly state: DashboardState;
  readonly links: DashboardLinks;
  /** People who cannot be told apart by the units below in that tree. */
  readonly untold: number;
  /** False where the unit was not in the tree of that day. */
  readonly isKnown: boolean;
}

/** "2025-06-30" as 30/06/2025. */
const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** That figures are shown in the tree of another day, and what that means. */
export function TreeNotice({ state, links, untold, isKnown }: TreeProps) {
  const t = useText(dashboardText);
  const locale = useLocale();
  if (state.tree === undefined) return null;
  const day = dayText(state.tree);
  return (
    <div className="notice notice--warn stack-s">
      {isKnown ? (
        <>
          <p>
            {t.treeNote(day)} {untold > 0 && t.treeUntold(formatNumber(untold, locale))}
          </p>
          <p>{t.treeNoHeadcounts}</p>
        </>
      ) : (
        <p>{t.treeUnknown(day)}</p>
      )}
      <p className="no-print">
        <Link to={links.here({ tree: undefined, page: 1 })}>{t.treeToday}</Link>
      </p>
    </div>
  );
}

/** A day to look at its tree: a form by GET, folded away as few need it. */
export function TreeChoice({ state, links }: Pick<TreeProps, 'state' | 'links'>) {
  const t = useText(dashboardText);
  const kept = dashboardQuery(state, { tree: undefined, page: 1, q: '' });
  return (
    <details className="fold no-print" open={state.tree !== undefined}>
      <summary>{t.treeMore}</summary>
      <Form className="row" action={links.here().split('?')[0] ?? ''}>
        {[...new URLSearchParams(kept)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="field__label">
          {t.treeForm}
          <input
            className="input input--day"
            type="date"
            name="tree"
            key={state.tree}
            defaultValue={state.tree}
            required
          />
        </label>
        <button className="button button--quiet">{t.show}</button>
      </Form>
    </details>
  );
}
