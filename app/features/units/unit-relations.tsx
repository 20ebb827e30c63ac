import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { formatDate } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import type { RelatedUnit, UnitRelations as Relations } from './get-unit-relations.server.ts';

/** Where a unit came from and what became of it, for its page; nothing for one that has always been what it is. */
export function UnitRelations({ relations }: { relations: Relations }) {
  const t = useText(unitsText);
  const { endedAt, successors, predecessors, formerNames } = relations;
  return (
    <>
      {endedAt !== undefined && (
        <div className="notice stack-s">
          <p>
            <b>{t.ended(formatDate(endedAt))}</b>
          </p>
          {successors.length > 0 && (
            <p>
              {t.nowIs} <UnitLinks units={successors} />
            </p>
          )}
        </div>
      )}
      {endedAt === undefined && successors.length > 0 && (
        <p className="small">
          {t.gavePartTo} <UnitLinks units={successors} />
        </p>
      )}
      {formerNames.map(({ name, until }) => (
        <p className="small" key={until}>
          {t.calledUntil(formatDate(until))} <b lang="vi">{name}</b>
        </p>
      ))}
      {predecessors.length > 0 && (
        <p className="small">
          {t.madeOf(formatDate(predecessors[0]?.at ?? 0))} <UnitLinks units={predecessors} />
        </p>
      )}
    </>
  );
}

function UnitLinks({ units }: { units: readonly RelatedUnit[] }) {
  return (
    <span lang="vi">
      {units.map(({ id, name, above }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <Link to={paths.unit(id)}>{name}</Link>
          {above && ` (${above})`}
        </span>
      ))}
      .
    </span>
  );
}
