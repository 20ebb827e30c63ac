import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { unitImportText } from '#app/text/unit-import.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { useDifferenceSentence } from './change-words.ts';
import type { ReportRow, UnitImportReport } from './get-unit-import.server.ts';

const BADGES = {
  new: 'badge',
  changed: 'badge badge--gold',
  same: 'badge badge--quiet',
  ambiguous: 'badge badge--gold',
  fault: 'badge badge--bad',
};

/** How many rows are what. */
export function ImportCounts({ counts }: { counts: UnitImportReport['counts'] }) {
  const t = useText(unitImportText);
  const locale = useLocale();
  return (
    <dl className="figures figures--short" aria-label={t.counts}>
      {(Object.keys(counts) as (keyof typeof counts)[]).map((state) => (
        <Figure key={state} name={t.states[state]}>
          {formatNumber(counts[state], locale)}
        </Figure>
      ))}
    </dl>
  );
}

/** One select for each row that may mean several units. */
export function ImportQuestions({ rows }: { rows: readonly ReportRow[] }) {
  const t = useText(unitImportText);
  return (
    <>
      {rows.map(({ number, name, question }) =>
        question ? (
          <div className="field" key={question.field}>
            <label className="field__label" htmlFor={question.field} lang="vi">
              {question.about === 'unit'
                ? t.whichUnit(String(number), name)
                : t.whichParent(String(number), question.name)}
            </label>
            <select className="input" id={question.field} name={question.field} defaultValue={question.answer}>
              <option value="">{t.choose}</option>
              {question.candidates.map(({ id, label }) => (
                <option key={id} value={id} lang="vi">
                  {label}
                </option>
              ))}
              {question.about === 'unit' && <option value="new">{t.isNew}</option>}
            </select>
          </div>
        ) : null,
      )}
    </>
  );
}

/** The report, row by row. */
export function ImportRows({ rows }: { rows: readonly ReportRow[] }) {
  const t = useText(unitImportText);
  const locale = useLocale();
  const sentence = useDifferenceSentence();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t.everyRow}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {t.row}
            </th>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="is-number">{row.number}</td>
              <th scope="row" lang="vi">
                {row.name}
              </th>
              <td>
                <span className={BADGES[row.state]}>{t.states[row.state]}</span>
                <ul lang="vi">
                  {row.faults.map((fault) => (
                    <li key={`${fault.column} ${fault.code}`} className="field__fault">
                      {t.columns[fault.column]}: {t.faults[fault.code](fault.value)}
                    </li>
                  ))}
                  {row.differences.map((each) => (
                    <li key={each.what}>{sentence(each)}</li>
                  ))}
                  {row.people && (
                    <li className="number">
                      {t.headcount(
                        row.people.from === undefined ? '–' : formatNumber(row.people.from, locale),
                        formatNumber(row.people.to, locale),
                      )}
                    </li>
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the file can be written, what that would do, and the buttons. */
export function ImportDecision({ report }: { report: Pick<UnitImportReport, 'counts' | 'isReady'> }) {
  const t = useText(unitImportText);
  const locale = useLocale();
  const { counts, isReady } = report;
  const isOpen = counts.fault + counts.ambiguous > 0;
  const [fresh, changed, same] = [counts.new, counts.changed, counts.same].map((each) => formatNumber(each, locale));
  return (
    <>
      <p className={isOpen ? 'notice notice--warn' : 'notice'}>
        {isOpen ? t.notYet : isReady ? t.applyLead(fresh ?? '', changed ?? '', same ?? '') : t.nothing}
      </p>
      <p className="row">
        {isReady && (
          <button className="button" name="intent" value="apply">
            {t.apply}
          </button>
        )}
        <button className="button button--quiet" name="intent" value="again">
          {t.again}
        </button>
        <Link to={paths.importUnits()}>{t.another}</Link>
      </p>
    </>
  );
}
