import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { chargesText } from '#app/text/charges.ts';
import { unitPagesText } from '#app/text/unit-pages.ts';
import { useText } from '#app/ui/locale.tsx';
import type { ChargeView } from './list-charges.server.ts';

/** What somebody is in charge of, with the way to its pages; nothing for everybody else. */
export function ChargeList({ charges }: { charges: readonly ChargeView[] }) {
  const t = useText(chargesText);
  if (charges.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="charges">
      <h2 id="charges">{t.yours}</h2>
      <ul className="stack">
        {charges.map((charge) => (
          <li key={`${charge.unitId} ${charge.block ?? ''}`}>
            {charge.block === undefined ? <Whole charge={charge} /> : <OfBlock charge={charge} block={charge.block} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Whole({ charge: { unitId, unitName, above, pages: open } }: { charge: ChargeView }) {
  const pages = useText(unitPagesText);
  return (
    <div className="stack-s">
      <p>
        <Link className="unit-top" to={paths.unit(unitId)} lang="vi">
          {unitName}
        </Link>
        {above !== undefined && (
          <span className="field__hint" lang="vi">
            {above}
          </span>
        )}
      </p>
      <p className="row">
        <Link to={paths.unit(unitId)}>{pages.overview}</Link>
        {open.map((page) => (
          <Link key={page} to={paths.unitPage(unitId, page)}>
            {pages[page]}
          </Link>
        ))}
      </p>
    </div>
  );
}

function OfBlock({ charge, block }: { charge: ChargeView; block: string }) {
  const t = useText(chargesText);
  const pages = useText(unitPagesText);
  const { unitId, unitName, units } = charge;
  return (
    <div className="stack-s">
      <p className="unit-top" lang="vi">
        {t.blockAt(block, unitName)}
      </p>
      <p className="row">
        <Link to={paths.unitPage(unitId, 'charges')}>{pages.charges}</Link>
      </p>
      <details>
        <summary>{t.unitsOfBlock(units.length)}</summary>
        <ul className="unit-list">
          {units.map(({ id, name }) => (
            <li key={id}>
              <Link to={paths.unit(id)} lang="vi">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
