import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { conductText } from '#app/text/conduct.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { AdjustmentView } from './list-adjustments.server.ts';
import { useActWords, type Names } from './use-act-words.ts';

interface AdjustmentTableProps {
  readonly contestSlug: string;
  readonly adjustments: readonly AdjustmentView[];
  readonly names: Names;
}

/** The history of a contest day: what was done, why, by whom, and whether it still counts. */
export function AdjustmentTable({ contestSlug, adjustments, names }: AdjustmentTableProps) {
  const t = useText(conductText);
  const locale = useLocale();
  const { nameOf, effectOf } = useActWords(names);
  const caption = t.historyCaption(formatNumber(adjustments.length, locale));
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {adjustments.length === 0 ? (
        <p className="quiet">{t.historyEmpty}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
          <table className="table">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.at}</th>
                <th scope="col">{t.act}</th>
                <th scope="col">{t.reason}</th>
                <th scope="col">{t.by}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {adjustments.map((act) => (
                <tr key={act.id}>
                  <td className="number">{formatInstant(act.at, locale)}</td>
                  <th className="act-cell" scope="row" lang="vi">
                    {effectOf(act)}
                  </th>
                  <td lang="vi">
                    {act.reason}
                    {act.resumed && (
                      <span className="field__hint">{t.resumedBy(nameOf(act.resumed.byId), act.resumed.reason)}</span>
                    )}
                  </td>
                  <td lang="vi">{nameOf(act.actorId)}</td>
                  <td>
                    <StateOf act={act} contestSlug={contestSlug} nameOf={nameOf} effect={effectOf(act)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface StateOfProps {
  readonly act: AdjustmentView;
  readonly contestSlug: string;
  readonly effect: string;
  nameOf(accountId: string): string;
}

function StateOf({ act, contestSlug, effect, nameOf }: StateOfProps) {
  const t = useText(conductText);
  const locale = useLocale();
  if (act.undone) {
    const { at, byId, reason } = act.undone;
    return <span className="quiet">{t.undone(formatInstant(at, locale), nameOf(byId), reason)}</span>;
  }
  if (!act.canUndo)
    return <span className="quiet">{act.endsAt === undefined && act.kind === 'pause' ? t.standing : t.final}</span>;
  return (
    <span className="row">
      {t.standing}
      <Link
        className="button button--quiet no-print"
        to={paths.undoAdjustment(contestSlug, act.id)}
        aria-label={t.undoOf(effect)}
      >
        {t.undo}
      </Link>
    </span>
  );
}
