import { HIGHEST_PREDICTION } from '#app/domain/attempts/decide.ts';
import type { ContestRules, Prediction } from '#app/domain/contests/contest.ts';
import type { Locale } from '#app/text/define-text.ts';
import { rulesEntryText } from '#app/text/rules-entry.ts';
import { rulesRankingText } from '#app/text/rules-ranking.ts';
import { formatExact, formatNumber } from '#app/ui/format.ts';
import { given, grouped, list, say, settlingOf, titlesOf, type Article, type Clause, type Making } from './article.ts';

/** What is predicted, how it is counted, and what it is for. */
export function predictionArticle(making: Making, { asks, scope }: Prediction): Article {
  const { description, locale, contestRounds } = making;
  const t = rulesRankingText[locale];
  const { ranking, mustAnswerAll } = description.rules;
  const last = Math.max(...contestRounds.map(({ settlesAt }) => settlesAt));
  return {
    id: 'prediction',
    title: t.prediction,
    clauses: [
      say(t.asks[asks](t.scope[scope])),
      say(t.answer(formatNumber(HIGHEST_PREDICTION, locale))),
      ...given(!mustAnswerAll, say(t.mayBeLeftOut)),
      say(t.counts[asks]),
      ...given(asks === 'peopleAllRight', say(t.withoutPredictions)),
      ...given(asks === 'peopleAllRight' && scope === 'contest', say(t.inAnyRound)),
      say(t.noPractice),
      scope === 'round'
        ? list(t.countedAfterRound, settlingOf(contestRounds, locale))
        : say(t.countedAfterContest(formatExact(last, locale))),
      say(t.published),
      say(ranking.includes('predictionDistance') ? t.distance : t.unused),
    ],
  };
}

/** The chain of criteria and what each of them means. */
export function rankingArticle(making: Making): Article {
  const { description, locale } = making;
  const t = rulesRankingText[locale];
  const { ranking, prediction } = description.rules;
  const waits = (['predictionDistance', 'lot'] as const).filter((each) => ranking.includes(each));
  const ranksTime = ranking.includes('duration');
  return {
    id: 'ranking',
    title: t.ranking,
    clauses: [
      list(
        t.chain,
        ranking.map((criterion) => t.criterion[criterion]),
        true,
      ),
      ...given(ranksTime, ...durationClauses(making)),
      say(t.ties),
      ...waits.filter((each) => each !== 'predictionDistance' || prediction).map((each) => say(t.waitsFor[each])),
      ...given(ranking.includes('lot'), ...lotClauses(making)),
    ],
  };
}

/** From when the time is taken, once for all rounds that have it in common. */
function durationClauses({ contestRounds, locale }: Making): Clause[] {
  const t = rulesRankingText[locale];
  const groups = grouped(contestRounds, ({ round }) => round.window);
  return groups.map((group) => {
    const sentence = group[0]?.round.window === 'fixed' ? t.durationFixed : t.durationPersonal;
    return say(groups.length > 1 ? rulesEntryText[locale].ofRounds(titlesOf(group), sentence) : sentence);
  });
}

function lotClauses({ description, locale, contestRounds }: Making): Clause[] {
  const t = rulesRankingText[locale];
  const { rules, lotCommitment } = description;
  const rounds = contestRounds.flatMap(({ round }) =>
    round.lotCommitment === undefined ? [] : [{ name: round.title, code: round.lotCommitment }],
  );
  const overall =
    rules.overall === 'none' || lotCommitment === undefined ? [] : [{ name: t.lotOfContest, code: lotCommitment }];
  const codes = [...rounds, ...overall];
  return [
    say(t.lot),
    say(t.lotOrder),
    codes.length > 0 ? { kind: 'codes', text: t.lotCheck, codes } : say(`${t.lotCheck} ${t.lotLater}`),
  ];
}

/** How rounds make one result. */
export function overallArticle({ description, locale }: Making): Article {
  const t = rulesRankingText[locale];
  return { id: 'overall', title: t.overall, clauses: overallSentences(description.rules, locale).map(say) };
}

function overallSentences({ overall, ranking }: ContestRules, locale: Locale): string[] {
  const t = rulesRankingText[locale];
  switch (overall) {
    case 'none':
      return [t.overallNone];
    case 'sum':
      return [t.overallSum, ...(ranking.includes('predictionDistance') ? [t.overallSumPredicts] : [])];
    case 'best':
      return [t.overallBest];
  }
}
