import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import type { UnitHit } from './find-units.server.ts';
import { unitsHref } from './units-address.ts';

/** What a search found, as links. */
export function UnitHitList({ hits, tree }: { hits: readonly UnitHit[]; tree?: string | undefined }) {
  const t = useText(unitsText);
  return (
    <ul className="unit-list unit-list--hits">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link to={paths.unit(hit.id)} lang="vi">
            {hit.name}
          </Link>
          <span className="field__hint">
            <span lang="vi">{hit.pathText}</span>
            {hit.former && (
              <>
                {' · '}
                {t.formerly} <span lang="vi">{hit.former}</span>
              </>
            )}
          </span>
          {hit.below && (
            <Link
              className="unit-list__open"
              to={unitsHref({ open: hit.id, tree })}
              aria-label={t.openBranchOf(hit.name, hit.below)}
            >
              {t.openBranch(hit.below)}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
