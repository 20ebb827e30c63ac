import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { keysText } from '#app/text/keys.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { CorrectionRow } from '../list-key-items.server.ts';
import { useKeyWords } from './use-key-words.ts';

interface HistoryProps {
  readonly slug: string;
  readonly rows: readonly CorrectionRow[];
  /** Names of who corrected, by account id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Every correction of a contest: what, why, by whom, and what it changed. */
export function CorrectionHistory({ slug, rows, names }: HistoryProps) {
  const t = useText(keysText);
  const locale = useLocale();
  const { correction } = useKeyWords();
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t.noHistory}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={t.historyCaption} tabIndex={0}>
          <table className="table">
            <caption>{t.historyCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.item}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.reason}</th>
                <th scope="col">{t.effect}</th>
                <th scope="col">{t.who}</th>
                <th scope="col">{t.when}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="keys-cell" lang="vi">
                    {row.prompt}
                    <span className="field__hint">{row.itemId}</span>
                  </th>
                  <td lang="vi">{correction(row.kind, row.accepted)}</td>
                  <td lang="vi">{row.reason}</td>
                  <td>
                    <Effect slug={slug} row={row} />
                  </td>
                  <td lang="vi">{names[row.actorId] ?? row.actorId}</td>
                  <td className="number">{formatInstant(row.at, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Effect({ slug, row }: { slug: string; row: CorrectionRow }) {
  const t = useText(keysText);
  const { number } = useKeyWords();
  const { attempts, changed, of, itemVersionId, itemId } = row;
  if (of !== undefined) {
    const words = t.progress(number(attempts), number(of));
    return (
      <>
        {words}
        <progress className="keys-progress" value={attempts} max={Math.max(1, of)} aria-label={words} />
      </>
    );
  }
  return (
    <>
      {t.effectOf(number(changed), number(attempts))}
      {row.canUndo && (
        <p className="no-print">
          <Link to={`${paths.keyOf(slug, itemVersionId)}&kind=original`} aria-label={t.undoOf(itemId)}>
            {t.undo}
          </Link>
        </p>
      )}
    </>
  );
}
