import { Link } from '@remix-run/react';
import type { UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { paths } from '#app/paths.ts';
import { unitPagesText } from '#app/text/unit-pages.ts';
import { useText } from './locale.tsx';
import { useOpenTab } from './use-open-tab.ts';

interface UnitTabsProps {
  readonly unitId: string;
  /** What unitPagesOf() gives; without any, there are no tabs. */
  readonly pages: readonly UnitPageName[];
  readonly here: UnitPageName | 'overview';
}

/** The pages of a unit side by side, for those in charge of it. */
export function UnitTabs({ unitId, pages, here }: UnitTabsProps) {
  const t = useText(unitPagesText);
  const row = useOpenTab();
  if (pages.length === 0) return null;
  return (
    <nav className="tabs tabs--row no-print" aria-label={t.tabs} ref={row}>
      {(['overview', ...pages] as const).map((page) => (
        <Link
          key={page}
          to={page === 'overview' ? paths.unit(unitId) : paths.unitPage(unitId, page)}
          aria-current={page === here ? 'page' : undefined}
        >
          {t[page]}
        </Link>
      ))}
    </nav>
  );
}
