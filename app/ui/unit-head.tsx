import type { ReactNode } from 'react';
import type { UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from './locale.tsx';
import { Breadcrumb } from './pieces.tsx';
import { UnitTabs } from './unit-tabs.tsx';

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

interface UnitHeadProps {
  readonly unit: NamedUnit;
  /** From the root down, the unit itself left out. */
  readonly ancestors: readonly NamedUnit[];
  /** What unitPagesOf() gives. */
  readonly pages: readonly UnitPageName[];
  readonly here: UnitPageName;
  /** What this page of the unit is called. */
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly children?: ReactNode;
}

/** The head that the pages of a unit share: where it stands, its name, and its other pages. */
export function UnitHead({ unit, ancestors, pages, here, title, children }: UnitHeadProps) {
  const t = useText(unitsText);
  const steps = [
    { to: paths.units(), name: t.title },
    ...[...ancestors, unit].map(({ id, name }) => ({ to: paths.unit(id), name, lang: 'vi' as const })),
  ];
  return (
    <>
      <Breadcrumb steps={steps} here={title} />
      <header className="stack-s">
        <h1>
          <span lang="vi">{unit.name}</span>: {title.toLowerCase()}
        </h1>
        {children}
      </header>
      <UnitTabs unitId={unit.id} pages={pages} here={here} />
    </>
  );
}
