import { Form, Link } from '@remix-run/react';
import type { ImportReport as Report } from '#app/domain/exchange/import-row.ts';
import { countFaults, VERDICTS } from '#app/domain/exchange/import-row.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { noteSentence, placeWords } from '#app/text/file-notes.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { ImportView, RowFilter } from './importing/get-import.server.ts';
import { FORMAT_NAMES } from './import-fields.tsx';
import { ImportRow } from './import-row.tsx';

interface ReportProps {
  readonly view: ImportView;
  readonly report: Report;
  readonly filter: RowFilter;
  readonly topicNames: Readonly<Record<string, string>>;
}

/** The dry run: counts first, then the questions, narrowed by what is chosen. */
export function ImportReport({ view, report, filter, topicNames }: ReportProps) {
  const t = useText(exchangeText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale);
  const filters: readonly [RowFilter, string, number][] = [
    ['all', t.filters.all, report.rows],
    ...VERDICTS.filter((verdict) => report.verdicts[verdict] > 0).map((verdict): [RowFilter, string, number] => [
      verdict,
      t.verdicts[verdict],
      report.verdicts[verdict],
    ]),
    ['warned', t.filters.warned, report.warned],
    ['similar', t.filters.similar, report.similar],
    ['unsound', t.filters.unsound, report.unsound],
  ];
  const hrefOf = (to: RowFilter, page = 1): string => `?show=${to}${page > 1 ? `&page=${page}` : ''}#rows`;
  return (
    <section className="stack">
      <h2>{t.reportTitle}</h2>
      <p>{t.reportLead(FORMAT_NAMES[report.format])}</p>
      {report.importedBefore && (
        <p className="notice">{t.importedBefore(formatInstant(report.importedBefore.at, locale))}</p>
      )}
      {report.isRenewed && <p className="notice notice--warn">{t.renewed}</p>}
      {report.rows > 0 && report.verdicts.same === report.rows && <p className="notice notice--good">{t.allSame}</p>}
      {report.notes.length > 0 && (
        <details open={report.notes.length <= 5}>
          <summary>{t.fileNotes(number(report.notes.length))}</summary>
          <ul>
            {report.notes.map((note, index) => (
              <li key={`${index} ${note.code}`}>
                <strong>{t.levels[note.level]}:</strong> {noteSentence(note, locale)}{' '}
                <span className="quiet">{placeWords(note.at, locale)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <nav aria-label={t.filterLabel} className="row" id="rows">
        {filters
          .filter(([, , count]) => count > 0)
          .map(([name, words, count]) => (
            <Link
              key={name}
              className={name === filter ? 'button button--small' : 'button button--quiet button--small'}
              to={hrefOf(name)}
              aria-current={name === filter ? 'page' : undefined}
            >
              {words} <span className="number">{number(count)}</span>
            </Link>
          ))}
      </nav>
      {view.rows.length === 0 && <p className="notice">{t.noRows}</p>}
      <ol className="stack">
        {view.rows.map((row) => (
          <ImportRow key={row.number} row={row} topicNames={topicNames} />
        ))}
      </ol>
      <Pager page={view.page} pages={view.pages} hrefOf={(page) => hrefOf(filter, page)} />
    </section>
  );
}

/** What to do with the file: import it, all of it that was chosen or nothing, or let it go. */
export function ImportDecision({ report }: { report: Report }) {
  const t = useText(exchangeText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale);
  const { verdicts, unsound } = report;
  const faults = countFaults(report);
  const canApply = verdicts.new + verdicts.changed > 0;
  return (
    <Form method="post" className="panel stack">
      <h2>{t.applyTitle}</h2>
      {faults > 0 && (
        <label className="choice">
          <input type="checkbox" name="skipsFaulty" />
          <span>
            {t.skipFaulty(number(faults))}
            <span className="field__hint">{t.skipFaultyHint}</span>
          </span>
        </label>
      )}
      {verdicts.changed > 0 && (
        <Choices
          name="changed"
          legend={t.changedChoice(number(verdicts.changed))}
          options={[
            ['version', t.changedVersion],
            ['skip', t.changedSkip],
          ]}
        />
      )}
      {canApply && (
        <Choices
          name="as"
          legend={t.asWhat}
          options={[
            ['draft', t.asDraft],
            ['review', unsound > 0 ? `${t.asReview}. ${t.asReviewHint(number(unsound))}` : t.asReview],
          ]}
        />
      )}
      <p className="row">
        {canApply && (
          <button className="button" name="intent" value="apply">
            {t.apply}
          </button>
        )}
        <button className="button button--quiet" name="intent" value="drop">
          {t.drop}
        </button>
      </p>
    </Form>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [string, string])[];
}

function Choices({ name, legend, options }: ChoicesProps) {
  return (
    <fieldset className="stack-s">
      <legend className="field__label">{legend}</legend>
      {options.map(([value, label], index) => (
        <label className="choice" key={value}>
          <input type="radio" name={name} value={value} defaultChecked={index === 0} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
