import type { ContestRules } from '#app/domain/contests/contest.ts';
import { settlesAt, windowOf } from '#app/domain/contests/timeline.ts';
import type { Locale } from '#app/text/define-text.ts';
import type { Article, Making, RulesDescription, RulesRound } from './article.ts';
import { contestArticle, entryArticle, incidentsArticle, roundsArticle } from './entry-articles.ts';
import { attemptsArticle, marksArticle, paperArticle, savingArticle } from './paper-articles.ts';
import { overallArticle, predictionArticle, rankingArticle } from './ranking-articles.ts';
import {
  boardsArticle,
  checkingArticle,
  correctionsArticle,
  keysArticle,
  practiceArticle,
  unitsArticle,
} from './results-articles.ts';

/**
 * The rules of a contest as numbered articles, made from the description that the engine obeys. Every sentence says what the
 * engine does: where domain/ changes, the sentence changes with it. Pure; the same description gives the same articles.
 */
export function rulesArticles(description: RulesDescription, locale: Locale): Article[] {
  const ofKind = (kind: 'contest' | 'practice'): RulesRound[] =>
    description.rounds.filter(({ round }) => round.kind === kind).toSorted((a, b) => a.round.number - b.round.number);
  const making: Making = {
    description,
    locale,
    contestRounds: ofKind('contest'),
    practiceRounds: ofKind('practice'),
  };
  const { prediction } = description.rules;
  const sat = [
    roundsArticle,
    paperArticle,
    marksArticle,
    attemptsArticle,
    savingArticle,
    incidentsArticle,
    ...(prediction ? [(given: Making): Article => predictionArticle(given, prediction)] : []),
    rankingArticle,
    ...(isOfRounds(making) ? [overallArticle] : []),
    boardsArticle,
    keysArticle,
    correctionsArticle,
    unitsArticle,
    checkingArticle,
  ];
  const makers = [
    contestArticle,
    entryArticle,
    ...(making.contestRounds.length > 0 ? sat : []),
    ...(making.practiceRounds.length > 0 ? [practiceArticle] : []),
  ];
  return makers.map((make) => make(making));
}

/** Whether there is anything to say on a result over rounds. */
const isOfRounds = ({ description, contestRounds }: Making): boolean =>
  contestRounds.length > 1 || description.rules.overall !== 'none';

/** The rules as a public page may be given them: without the access code itself. */
export const publicRules = (rules: ContestRules): ContestRules =>
  rules.entry.accessCode === undefined ? rules : { ...rules, entry: { ...rules.entry, accessCode: '…' } };

/** A round as it is planned, before anything was adjusted: for the preview of a description that is not stored. */
export function plannedRound(round: RulesRound['round'], { grace }: Pick<ContestRules, 'grace'>): RulesRound {
  const clock = { timing: round, adjustments: [], now: round.opensAt };
  return { round, window: windowOf(clock), pausedSince: undefined, settlesAt: settlesAt(clock, grace) };
}
