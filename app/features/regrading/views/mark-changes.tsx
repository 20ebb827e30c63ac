import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { markChangesText } from '#app/text/mark-changes.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { MarkChangeView } from '../get-mark-changes.server.ts';

interface MarkChangesProps {
  readonly changes: readonly MarkChangeView[];
  /** Whether each change leads to its result: everywhere but on the result itself. */
  readonly hasLinks?: boolean;
}

/** What corrections changed in the scores of the person who looks, and why. */
export function MarkChanges({ changes, hasLinks = false }: MarkChangesProps) {
  const t = useText(markChangesText);
  const locale = useLocale();
  if (changes.length === 0) return null;
  const scoreOf = ({ score, maxScore }: MarkChangeView['before']): string =>
    `${formatNumber(score, locale, 2)}/${formatNumber(maxScore, locale, 2)}`;
  return (
    <section className="notice notice--warn stack-s" aria-labelledby="score-changes">
      <h2 id="score-changes">{t.changedTitle}</h2>
      {changes.map(({ correctionId, attemptId, contestTitle, before, after, slots, reason, at }) => (
        <div key={`${correctionId} ${attemptId}`}>
          <p>{t.changedSentence(scoreOf(before), scoreOf(after), t.changedSlots(slots.join(', ')), reason)}</p>
          <p className="small quiet">
            {hasLinks && <span lang="vi">{contestTitle} · </span>}
            <span className="number">{formatInstant(at, locale)}</span>
            {hasLinks && (
              <>
                {' · '}
                <Link to={paths.result(attemptId)}>{t.seeResult}</Link>
              </>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}

/** How the score of an attempt compares in rankings, where a question of its paper was dropped. */
export function ScaledScore({ score, maxScore }: MarkChangeView['before']) {
  const t = useText(markChangesText);
  const locale = useLocale();
  return <p className="notice">{t.scaled(formatNumber(score, locale, 2), formatNumber(maxScore, locale, 2))}</p>;
}
