import type { Advice } from '#app/domain/analysis/advice.ts';
import { adviceText } from '#app/text/analysis-advice.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { adviceSentence } from './advice-words.ts';

const LOOK = { act: 'badge--bad', look: 'badge--gold', note: 'badge--quiet', none: '' } as const;

/** One sentence of advice, with how pressing it is. */
export function AdviceLine({ advice }: { advice: Advice }) {
  const t = useText(adviceText);
  const locale = useLocale();
  const level = t.levels[advice.level];
  return (
    <span className={`advice advice--${advice.level}`}>
      {level !== '' && <span className={`badge ${LOOK[advice.level]}`}>{level}</span>}
      <span>{adviceSentence(advice, locale)}</span>
    </span>
  );
}

/** All that is to be said of a question. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  return (
    <div className="advice-list stack-s">
      {advice.map((each) => (
        <AdviceLine advice={each} key={each.code} />
      ))}
    </div>
  );
}
