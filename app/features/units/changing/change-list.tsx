import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { formatDate, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ListedChange } from './list-unit-changes.server.ts';

/** Who did it, in words: a name, the operator, or somebody who has no account any more. */
export function useWhom(): (name: string | undefined) => string {
  const t = useText(unitChangesText);
  return (name) => (name === undefined ? t.someone : name === '' ? t.operator : name);
}

/** Changes of the tree, the newest first. */
export function ChangeList({ changes }: { changes: readonly ListedChange[] }) {
  const t = useText(unitChangesText);
  const locale = useLocale();
  const whom = useWhom();
  return (
    <ol className="change-list">
      {changes.map((change) => (
        <li key={change.id} className="panel stack-s">
          <p className="row">
            <Link className="change-list__title" to={paths.unitChange(change.id)}>
              {t.changeOf(t.kinds[change.kind], formatDate(change.effectiveAt))}
            </Link>
            {change.undone && (
              <span className="badge badge--quiet">
                {t.gone(whom(change.undone.by), formatInstant(change.undone.at, locale))}
              </span>
            )}
          </p>
          <ChangedUnits change={change} />
          <p lang="vi">{change.reason}</p>
          <p className="small quiet number">{t.by(whom(change.by), formatInstant(change.at, locale))}</p>
        </li>
      ))}
    </ol>
  );
}

/** The units that a change is about, as links; many are counted. */
export function ChangedUnits({ change }: { change: Pick<ListedChange, 'units' | 'moreUnits'> }) {
  const t = useText(unitChangesText);
  const locale = useLocale();
  return (
    <ul className="change-list__units" aria-label={t.unitsTouched}>
      {change.units.map(({ id, name }) => (
        <li key={id}>
          {name === undefined ? (
            <del className="quiet">{id}</del>
          ) : (
            <Link to={paths.manageUnit(id)} lang="vi">
              {name}
            </Link>
          )}
        </li>
      ))}
      {change.moreUnits > 0 && <li className="quiet">{t.andMore(formatNumber(change.moreUnits, locale))}</li>}
    </ul>
  );
}
