import { Form } from '@remix-run/react';
import { useState } from 'react';
import { rostersImportText } from '#app/text/rosters-import.ts';
import { rostersText } from '#app/text/rosters.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import type { RosterPreview as Preview, SheetPreview } from './read-roster-file.server.ts';

/** What a file would give: sheet by sheet, with the columns, the faults by row, and a button to take one in. */
export function RosterPreview({ preview }: { preview: Preview }) {
  const t = useText(rostersImportText);
  const locale = useLocale();
  const hasScripts = useHasScripts();
  const [chosen, setChosen] = useState(preview.sheets[0]?.importId);
  const { sheets, others, replaces } = preview;
  const isOnly = sheets.length === 1;
  return (
    <section className="stack-l" aria-labelledby="preview">
      <header className="stack-s">
        <h2 id="preview">{t.previewTitle}</h2>
        <p role="status">{t.previewOf(preview.fileName)}</p>
        {replaces > 0 && <p className="notice">{t.replaces(formatNumber(replaces, locale))}</p>}
        {!isOnly && <p>{t.chooseSheet}</p>}
      </header>
      {!isOnly && hasScripts && (
        <div role="radiogroup" aria-label={t.chooseSheet}>
          {sheets.map((sheet) => (
            <label className="choice" key={sheet.importId}>
              <input
                type="radio"
                name="sheet"
                checked={sheet.importId === chosen}
                onChange={() => setChosen(sheet.importId)}
              />
              <span>
                <span lang="vi">{t.sheet(sheet.sheet)}</span>{' '}
                <span className="field__hint">
                  {t.people}: {formatNumber(sheet.people, locale)}
                </span>
              </span>
            </label>
          ))}
        </div>
      )}
      {sheets
        .filter(({ importId }) => !hasScripts || importId === chosen)
        .map((sheet) => (
          <SheetPanel key={sheet.importId} sheet={sheet} isOnly={isOnly} />
        ))}
      {others.length > 0 && (
        <p className="small quiet">
          {t.otherSheets}: {others.map(({ sheet }) => `“${sheet}”`).join(', ')}
        </p>
      )}
    </section>
  );
}

function SheetPanel({ sheet, isOnly }: { sheet: SheetPreview; isOnly: boolean }) {
  const t = useText(rostersImportText);
  const locale = useLocale();
  const number = (count: number): string => formatNumber(count, locale);
  const { people, faultCount, matches, withoutYear, skipped } = sheet;
  return (
    <section className="panel stack" aria-label={isOnly ? t.onlySheet : t.sheet(sheet.sheet)}>
      <h3>{isOnly ? t.onlySheet : t.sheet(sheet.sheet)}</h3>
      <dl className="figures">
        <Figure name={t.people}>{number(people)}</Figure>
        <Figure name={t.sure}>{number(matches.sure)}</Figure>
        <Figure name={t.unsure}>{number(matches.unsure)}</Figure>
        <Figure name={t.none}>{number(matches.none)}</Figure>
        {faultCount > 0 && <Figure name={t.faultsFound}>{number(faultCount)}</Figure>}
      </dl>
      <Columns sheet={sheet} />
      <Sample sheet={sheet} />
      {withoutYear > 0 && <p className="notice">{t.withoutYear(number(withoutYear))}</p>}
      <Faults sheet={sheet} />
      {skipped.length > 0 && <p className="small quiet">{t.skipped(skipped.join(', '))}</p>}
      {people > 0 && (
        <Form method="post">
          <input type="hidden" name="importId" value={sheet.importId} />
          <button className="button button--large" name="intent" value="take-in">
            {faultCount > 0 ? t.takeInFaulty(number(people), number(faultCount)) : t.takeIn(number(people))}
          </button>
        </Form>
      )}
    </section>
  );
}

function Columns({ sheet: { columns, ignored } }: { sheet: SheetPreview }) {
  const t = useText(rostersImportText);
  return (
    <div className="roster-columns small">
      <div>
        <strong>{t.columns}</strong>
        <ul>
          {columns.map(({ head, kind }, index) => (
            <li key={index}>{t.columnIs(head, t.columnKinds[kind])}</li>
          ))}
        </ul>
      </div>
      {ignored.length > 0 && (
        <div>
          <strong>{t.ignored}</strong>
          <ul>
            {ignored.map(({ head, isSensitive }, index) => (
              <li key={index}>{isSensitive ? t.ignoredSensitive(head) : t.ignoredOther(head)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Sample({ sheet: { sample } }: { sheet: SheetPreview }) {
  const t = useText(rostersImportText);
  const words = useText(rostersText);
  if (sample.length === 0) return null;
  return (
    <div className="table-scroll" role="region" aria-label={t.sample} tabIndex={0}>
      <table className="table">
        <caption>{t.sample}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {t.row}
            </th>
            <th scope="col">{words.fullName}</th>
            <th scope="col" className="is-number">
              {words.birthYear}
            </th>
            <th scope="col">{words.position}</th>
            <th scope="col">{words.categories}</th>
          </tr>
        </thead>
        <tbody>
          {sample.map((person) => (
            <tr key={person.row}>
              <td className="is-number">{person.row}</td>
              <th scope="row" lang="vi">
                {person.fullName}
              </th>
              <td className="is-number">{person.birthYear ?? '–'}</td>
              <td lang="vi">{person.position}</td>
              <td>{person.categories.map((category) => words.categoryNames[category]).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Faults({ sheet: { faults, faultCount } }: { sheet: SheetPreview }) {
  const t = useText(rostersImportText);
  const locale = useLocale();
  if (faultCount === 0) return null;
  const title = t.faultTitle(formatNumber(faultCount, locale));
  return (
    <div className="stack-s">
      <p className="notice notice--warn">
        <strong>{title}.</strong> {t.faultHint}
      </p>
      <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="table table--wrap">
          <thead>
            <tr>
              <th scope="col" className="is-number">
                {t.row}
              </th>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.fault}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, code, other }) => (
              <tr key={row}>
                <td className="is-number">{row}</td>
                <td lang="vi">{column}</td>
                <td>{other === undefined ? t.faults[code] : t.doubleOf(String(other))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faultCount > faults.length && <p>{t.moreFaults(formatNumber(faultCount - faults.length, locale))}</p>}
    </div>
  );
}
