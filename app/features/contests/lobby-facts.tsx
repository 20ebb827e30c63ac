import { Link } from '@remix-run/react';
import type { AttemptLimit, ContestRules, Prediction } from '#app/domain/contests/contest.ts';
import type { LobbyRound } from '#app/domain/contests/lobby.ts';
import type { Duration } from '#app/domain/kernel/time.ts';
import { lobbyText } from '#app/text/lobby.ts';
import { formatInstant, formatLength } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { NoticeView } from './find-notices.server.ts';

/** As much of the rules as fits on a phone; the rules page has the rest. */
export interface RulesInShort {
  readonly limits: readonly AttemptLimit[];
  readonly prediction: Prediction | undefined;
  readonly predictionRanks: boolean;
  readonly mustAnswerAll: boolean;
  readonly grace: Duration;
}

/** What a contest's page tells of its rules, without anything that is secret. */
export const rulesInShort = (rules: ContestRules): RulesInShort => ({
  limits: rules.attempts.limits,
  prediction: rules.prediction,
  predictionRanks: rules.prediction !== undefined && rules.ranking.includes('predictionDistance'),
  mustAnswerAll: rules.mustAnswerAll,
  grace: rules.grace,
});

/** The paper in three figures, and what somebody must know before the first attempt. */
export function LobbyFacts({ rulesAt, rules, round }: { rulesAt: string; rules: RulesInShort; round: LobbyRound }) {
  const t = useText(lobbyText);
  const locale = useLocale();
  const { limits, prediction, grace } = rules;
  const [limit, ...more] = limits;
  const sentences = [
    ...more.map(({ count, per }) => t.moreLimits[per](count)),
    t.saved,
    grace === 0 ? t.notLate : t.late(formatLength(grace, locale)),
    ...(rules.mustAnswerAll ? [t.mustAnswerAll] : []),
    ...(prediction
      ? [`${t.prediction[prediction.asks]} ${rules.predictionRanks ? t.predictionRanks : ''}`.trim()]
      : []),
  ];
  return (
    <section className="stack" aria-labelledby="short">
      <dl className="figures figures--short panel" aria-label={t.atAGlance}>
        <Figure name={t.questions}>{t.questionsOf(round.questions)}</Figure>
        <Figure name={t.time}>{formatLength(round.duration, locale)}</Figure>
        <Figure name={t.attempts[limit?.per ?? 'contest']}>{limit ? t.attemptsOf(limit.count) : t.noLimit}</Figure>
      </dl>
      <h2 id="short">{t.short}</h2>
      <ul className="lobby-short measure">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <Link className="button button--quiet" to={rulesAt}>
          {t.rules}
        </Link>
      </p>
    </section>
  );
}

/** Words of the organizers to everybody in the contest, newest first. */
export function LobbyNotices({ notices }: { notices: readonly NoticeView[] }) {
  const t = useText(lobbyText);
  const locale = useLocale();
  if (notices.length === 0) return null;
  return (
    <section className="notice notice--warn stack-s" aria-labelledby="notices">
      <h2 className="lobby-notices__title" id="notices">
        {t.notices}
      </h2>
      <ul className="lobby-notices">
        {notices.map(({ id, text, at }) => (
          <li key={id}>
            <span lang="vi">{text}</span> <span className="quiet small">({formatInstant(at, locale)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
