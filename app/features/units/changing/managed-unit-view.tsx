import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { ChangeList } from './change-list.tsx';
import { useKindWord } from './change-words.ts';
import type { ManagedUnit } from './get-managed-unit.server.ts';
import { UNIT_ACTS } from './unit-acts.ts';

/** A unit as who looks after the tree sees it: what it is, what it was, what can be done. */
export function ManagedUnitView({ unit }: { unit: ManagedUnit }) {
  const t = useText(unitChangesText);
  const acts = useText(unitActsText);
  const locale = useLocale();
  const may = UNIT_ACTS.filter((act) => unit.parent || ['found', 'rename', 'correct'].includes(act));
  return (
    <>
      <p className="row">
        <span className={unit.state === 'valid' ? 'badge badge--good' : 'badge badge--quiet'}>
          {unit.state === 'valid'
            ? t.state.valid
            : unit.state === 'coming'
              ? t.state.coming(formatDate(unit.validFrom))
              : t.state.ended(formatDate(unit.validTo ?? unit.validFrom))}
        </span>
        <span className="small quiet number">
          {t.id}: {unit.id}
        </span>
      </p>
      <dl className="figures figures--short">
        <Figure name={t.people}>{formatNumber(unit.people, locale)}</Figure>
        <Figure name={t.below(formatNumber(unit.below, locale)).replace(/^\S+ /u, '')}>
          {formatNumber(unit.below, locale)}
        </Figure>
      </dl>
      {unit.state !== 'ended' && (
        <section className="stack" aria-labelledby="acts">
          <h2 id="acts">{acts.acts}</h2>
          <ul className="act-list">
            {may.map((act) => (
              <li key={act}>
                <Link to={paths.unitAct(unit.id, act)}>{acts.actNames[act]}</Link>
                <span className="field__hint">{acts.actLeads[act]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Relations unit={unit} />
      <Versions unit={unit} />
      <section className="stack" aria-labelledby="history">
        <h2 id="history">{t.history}</h2>
        {unit.changes.length === 0 ? <p className="quiet">{t.changesEmpty}</p> : <ChangeList changes={unit.changes} />}
      </section>
    </>
  );
}

function Relations({ unit }: { unit: ManagedUnit }) {
  const t = useText(unitChangesText);
  if (unit.cameFrom.length + unit.wentTo.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="links">
      <h2 id="links">{t.links}</h2>
      <ul className="plain-list" lang="vi">
        {unit.cameFrom.map(({ id, name, at }) => (
          <li key={id}>
            <Link to={paths.manageUnit(id)}>{t.from(name, formatDate(at))}</Link>
          </li>
        ))}
        {unit.wentTo.map(({ id, name, at }) => (
          <li key={id}>
            <Link to={paths.manageUnit(id)}>{t.to(name, formatDate(at))}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ unit }: { unit: ManagedUnit }) {
  const t = useText(unitChangesText);
  const kindWord = useKindWord();
  return (
    <div className="stack">
      <h2 id="versions">{t.versions}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="versions">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.since}</th>
              <th scope="col">{t.until}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.parent}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.code}</th>
            </tr>
          </thead>
          <tbody>
            {unit.versions.toReversed().map((version) => (
              <tr key={version.validFrom}>
                <td className="number">{formatDate(version.validFrom)}</td>
                <td className="number">{version.validTo === undefined ? '–' : formatDate(version.validTo)}</td>
                <th scope="row" lang="vi">
                  {version.name}
                </th>
                <td lang="vi">{version.parentName ?? '–'}</td>
                <td>{kindWord(version.kind)}</td>
                <td className="number">{version.code ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
