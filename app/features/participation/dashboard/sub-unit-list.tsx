import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { participationText } from '#app/text/participation.ts';
import { useText } from '#app/ui/locale.tsx';

/** The units directly below by name alone: before there are any figures. */
export function SubUnitList({ units }: { units: readonly { readonly id: string; readonly name: string }[] }) {
  const t = useText(participationText);
  if (units.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="sub-units">
      <h2 id="sub-units">{t.subUnits}</h2>
      <ul className="unit-list">
        {units.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.unit(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
