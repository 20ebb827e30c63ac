import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { UnitHit } from './find-units.server.ts';
import type { UnitRow } from './list-units.server.ts';

/** A unit in the browsing list: with the headcount of everything below it. */
export interface ListedUnit extends Pick<UnitRow, 'id' | 'parentId' | 'name' | 'block'> {
  readonly people: number;
}

/** What a search found, as links. */
export function UnitHitList({ hits }: { hits: readonly UnitHit[] }) {
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
        </li>
      ))}
    </ul>
  );
}

/** The tree for browsing: its tops, and below each its blocks with their units. */
export function UnitTree({ units }: { units: readonly ListedUnit[] }) {
  const below = new Map<string | undefined, ListedUnit[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  return (
    <>
      {(below.get(undefined) ?? []).map((top) => (
        <div className="stack-l" key={top.id}>
          <p className="unit-top">
            <UnitLink unit={top} />
          </p>
          {[...byBlock(below.get(top.id) ?? [])].map(([block, members]) => (
            <section className="stack" key={block} aria-label={block === '' ? top.name : undefined}>
              {block !== '' && <h2 lang="vi">{block}</h2>}
              <Branch units={members} below={below} />
            </section>
          ))}
        </div>
      ))}
    </>
  );
}

function byBlock(units: readonly ListedUnit[]): Map<string, ListedUnit[]> {
  const blocks = new Map<string, ListedUnit[]>();
  for (const unit of units) blocks.set(unit.block ?? '', [...(blocks.get(unit.block ?? '') ?? []), unit]);
  return blocks;
}

function Branch({
  units,
  below,
}: {
  units: readonly ListedUnit[];
  below: ReadonlyMap<string | undefined, readonly ListedUnit[]>;
}) {
  return (
    <ul className="unit-list">
      {units.map((unit) => {
        const children = below.get(unit.id) ?? [];
        return (
          <li key={unit.id} className={children.length > 0 ? 'unit-list__branch' : undefined}>
            <UnitLink unit={unit} />
            {children.length > 0 && <Branch units={children} below={below} />}
          </li>
        );
      })}
    </ul>
  );
}

function UnitLink({ unit }: { unit: ListedUnit }) {
  const t = useText(unitsText);
  const locale = useLocale();
  return (
    <>
      <Link to={paths.unit(unit.id)} lang="vi">
        {unit.name}
      </Link>
      {unit.people > 0 && <span className="field__hint number">{t.people(formatNumber(unit.people, locale))}</span>}
    </>
  );
}
