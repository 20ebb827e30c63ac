import { Form } from '@remix-run/react';
import type { Target, TargetSpread } from '#app/domain/participation/target.ts';
import { targetsText } from '#app/text/targets.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { useGoalWords } from './target-card.tsx';

interface TargetHistoryProps {
  readonly history: readonly Target[];
  readonly names: Readonly<Record<string, string>>;
  readonly rounds: Readonly<Record<string, string>>;
  /** What the one who looks may take back. */
  readonly spreads: readonly TargetSpread[];
}

/** What was set at this unit, and what has been withdrawn. */
export function TargetHistory({ history, names, rounds, spreads }: TargetHistoryProps) {
  const t = useText(targetsText);
  const locale = useLocale();
  const goalWords = useGoalWords();
  const caption = t.historyCaption(formatNumber(history.length, locale));
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t.historyTitle}</h2>
      {history.length === 0 ? (
        <p className="quiet">{t.historyNone}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
          <table className="table table--wrap">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.goal}</th>
                <th scope="col">{t.spread}</th>
                <th scope="col">{t.dueAt}</th>
                <th scope="col">{t.by}</th>
                <th scope="col">{t.columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {history.map((target) => (
                <tr key={target.id}>
                  <th scope="row">
                    {goalWords(target)}
                    <span className="field__hint" lang="vi">
                      {target.roundId === undefined ? t.wholeContest : (rounds[target.roundId] ?? '')}
                    </span>
                    {target.note !== '' && (
                      <span className="field__hint" lang="vi">
                        {target.note}
                      </span>
                    )}
                  </th>
                  <td>{t.spreads[target.spread]}</td>
                  <td className="number">{formatInstant(target.dueAt, locale)}</td>
                  <td>
                    <span lang="vi">{names[target.setById] ?? t.somebody}</span>
                    <span className="field__hint number">{formatInstant(target.setAt, locale)}</span>
                  </td>
                  <td>
                    {target.withdrawnAt === undefined ? (
                      t.stands
                    ) : (
                      <span className="quiet number">{t.withdrawn(formatInstant(target.withdrawnAt, locale))}</span>
                    )}
                    {target.withdrawnAt === undefined && spreads.includes(target.spread) && (
                      <Form method="post" className="no-print">
                        <input type="hidden" name="targetId" value={target.id} />
                        <button
                          className="button button--plain"
                          name="intent"
                          value="withdraw"
                          aria-label={t.withdrawOf(goalWords(target))}
                        >
                          {t.withdraw}
                        </button>
                      </Form>
                    )}
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
