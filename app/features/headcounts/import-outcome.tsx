import { Form, useNavigation } from '@remix-run/react';
import type { LineFault } from '#app/domain/units/headcount-table.ts';
import { headcountTableText } from '#app/text/headcount-table.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { JudgedLine } from './read-headcount-table.server.ts';
import { Warnings } from './warning-words.tsx';

interface OutcomeProps {
  /** The lines that are shown, those with something to say first. */
  readonly lines: readonly JudgedLine[];
  readonly counts: Readonly<Record<'read' | 'changed' | 'same' | 'faulty', number>>;
  /** What confirming sends. */
  readonly packed: string;
}

const BADGE = { changed: 'badge--good', same: 'badge--quiet', faulty: 'badge--bad' };

/** What a table would do, row by row, and the button that does it. */
export function ImportOutcome({ lines, counts, packed }: OutcomeProps) {
  const t = useText(headcountTableText);
  const locale = useLocale();
  const isBusy = useNavigation().state === 'submitting';
  const n = (value: number): string => formatNumber(value, locale);
  const caption = t.caption(n(lines.length), n(counts.read));
  return (
    <section className="stack" aria-labelledby="outcome">
      <h2 id="outcome">{t.readTitle}</h2>
      <p role="status">{t.counts(n(counts.read), n(counts.changed), n(counts.same), n(counts.faulty))}</p>
      {counts.changed > 0 ? (
        <Form method="post" className="notice notice--warn stack-s">
          <input type="hidden" name="rows" value={packed} />
          <p>{t.sendHint}</p>
          <button className="button" name="intent" value="send" disabled={isBusy}>
            {t.send(n(counts.changed))}
          </button>
        </Form>
      ) : (
        <p className="notice">{t.nothing}</p>
      )}
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table table--wrap">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="is-number">
                {t.row}
              </th>
              <th scope="col">{t.columns.name}</th>
              <th scope="col">{t.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.row}>
                <td className="is-number">{line.row}</td>
                <th scope="row" lang="vi">
                  {line.name || '–'}
                </th>
                <td>
                  <LineWords line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LineWords({ line }: { line: JudgedLine }) {
  const t = useText(headcountTableText);
  const words = useText(headcountsText);
  const locale = useLocale();
  const sentenceOf = (fault: LineFault): string => {
    if (fault.code === 'unitTwice') return t.faults.unitTwice(String(fault.row));
    if (fault.code === 'notNumber') return t.faults.notNumber(words.categories[fault.category], fault.text);
    return t.faults[fault.code];
  };
  const changed = line.figures.filter(({ isNew }) => isNew);
  return (
    <div className="stack-s">
      <span className={`badge ${BADGE[line.verdict]}`}>{t[line.verdict]}</span>
      {line.faults.map((fault) => (
        <p key={sentenceOf(fault)} className="field__fault">
          {sentenceOf(fault)}
        </p>
      ))}
      {line.verdict === 'changed' &&
        changed.map(({ category, before, people }) => (
          <p key={category} className="number">
            {t.change(
              words.categories[category],
              before === undefined ? '–' : formatNumber(before, locale),
              formatNumber(people, locale),
            )}
          </p>
        ))}
      {line.verdict === 'changed' && <Warnings warnings={changed.flatMap(({ warnings }) => warnings)} />}
    </div>
  );
}
