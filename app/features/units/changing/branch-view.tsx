import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { UnitHit } from '../find-units.server.ts';
import { useKindWord } from './change-words.ts';
import type { ManagedBranch } from './list-managed-units.server.ts';

const openBranch = (unitId: string, page = 1): string =>
  `${paths.manageUnits()}?open=${encodeURIComponent(unitId)}${page === 1 ? '' : `&page=${page}`}`;

/** A branch of the tree, a page at a time; each unit leads to its own page, and to the units below it. */
export function BranchView({ branch, page }: { branch: ManagedBranch; page: number }) {
  const t = useText(unitChangesText);
  const locale = useLocale();
  const kindWord = useKindWord();
  const { unit, above } = branch;
  return (
    <div className="stack">
      {above.length > 0 && (
        <p lang="vi">
          {above.map(({ id, name }) => (
            <span key={id}>
              <Link to={openBranch(id)}>{name}</Link>
              {' › '}
            </span>
          ))}
        </p>
      )}
      <div className="row row--apart">
        <h2 id="branch" lang="vi">
          <Link to={paths.manageUnit(unit.id)}>{unit.name}</Link>
        </h2>
        <span className="number quiet">{t.below(formatNumber(branch.total, locale))}</span>
      </div>
      {branch.units.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="branch">
          <table className="table branch-table">
            <thead>
              <tr>
                <th scope="col">{t.unit}</th>
                <th scope="col" className="not-phone-cell">
                  {t.kind}
                </th>
                <th scope="col" className="is-number">
                  {t.belowHead}
                </th>
              </tr>
            </thead>
            <tbody>
              {branch.units.map((each) => (
                <tr key={each.id}>
                  <td>
                    <Link to={paths.manageUnit(each.id)} lang="vi">
                      {each.name}
                    </Link>
                    {each.block && (
                      <div className="branch-table__facts" lang="vi">
                        {each.block}
                      </div>
                    )}
                  </td>
                  <td className="not-phone-cell">{kindWord(each.kind)}</td>
                  <td className="is-number">
                    {each.below > 0 ? (
                      <Link to={openBranch(each.id)} aria-label={t.openBelow(each.name)}>
                        {formatNumber(each.below, locale)}
                      </Link>
                    ) : (
                      '–'
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={page} pages={branch.pages} hrefOf={(next) => openBranch(unit.id, next)} />
    </div>
  );
}

/** What a search found, as links to the pages on which units are changed. */
export function ManagedHits({ hits }: { hits: readonly UnitHit[] }) {
  const t = useText(unitChangesText);
  return (
    <section className="stack">
      <p role="status">{hits.length === 0 ? t.nothing : t.found(String(hits.length))}</p>
      <ul className="unit-list unit-list--hits">
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link to={paths.manageUnit(hit.id)} lang="vi">
              {hit.name}
            </Link>
            <span className="field__hint" lang="vi">
              {hit.pathText}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.manageUnits()}>{t.all}</Link>
      </p>
    </section>
  );
}
