import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { paths } from '#app/paths.ts';
import { unitPagesText } from '#app/text/unit-pages.ts';
import { useText } from './locale.tsx';

interface UnitTabsProps {
  readonly unitId: string;
  /** What unitPagesOf() gives; without any, there are no tabs. */
  readonly pages: readonly UnitPageName[];
  readonly here: UnitPageName | 'overview';
}

/** The pages of a unit side by side, for those in charge of it. */
export function UnitTabs({ unitId, pages, here }: UnitTabsProps) {
  const t = useText(unitPagesText);
  const row = useRef<HTMLElement>(null);
  // why after every drawing: another page of the same unit is the same element with another tab open.
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]');
    // why not scrollIntoView: it would move the page too, and where somebody came back to stays where it was.
    if (row.current && open)
      row.current.scrollLeft = open.offsetLeft - row.current.offsetLeft - row.current.clientWidth / 3;
  });
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
