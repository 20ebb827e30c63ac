import { itemCount, maxScoreOfBlueprint, type Blueprint, type Quota } from '#app/domain/contests/contest.ts';
import type { Locale } from '#app/text/define-text.ts';
import { rulesPaperText } from '#app/text/rules-paper.ts';
import { formatLength, formatNumber } from '#app/ui/format.ts';
import {
  given,
  grouped,
  say,
  titlesOf,
  type Article,
  type Clause,
  type Making,
  type RulesNames,
  type RulesRound,
} from './article.ts';

const MARK_DIGITS = 5;

const marksText = (marks: number, locale: Locale): string => formatNumber(marks, locale, MARK_DIGITS);

/** What papers are made of and how they are drawn. */
export function paperArticle(making: Making): Article {
  const t = rulesPaperText[making.locale];
  return {
    id: 'paper',
    title: t.paper,
    clauses: [...paperClauses(making, making.contestRounds), say(t.drawn), say(t.seed), say(t.practiceApart)],
  };
}

/** The tables of papers, one for all rounds that have the same. */
export function paperClauses({ description, locale }: Making, rounds: readonly RulesRound[]): Clause[] {
  const t = rulesPaperText[locale];
  const { rules, names } = description;
  return grouped(rounds, ({ round }) => JSON.stringify(round.blueprint)).flatMap((group) => {
    const blueprint = group[0]?.round.blueprint;
    if (!blueprint) return [];
    const most = marksText(maxScoreOfBlueprint(blueprint, rules.marking.right), locale);
    const shown = blueprint.optionsShown;
    return [
      {
        kind: 'table',
        caption: t.paperCaption(titlesOf(group), formatNumber(itemCount(blueprint), locale), most),
        columns: [
          { name: t.section },
          { name: t.drawnFrom },
          { name: t.questions, isNumber: true },
          { name: t.marksEach, isNumber: true },
        ],
        rows: quotaRows(blueprint, rules.marking.right, names, locale),
      },
      say(shown === undefined ? t.allOptions : t.optionsShown(shown)),
    ];
  });
}

function quotaRows(blueprint: Blueprint, right: number, names: RulesNames, locale: Locale): string[][] {
  return blueprint.sections.flatMap(({ title, quotas }) =>
    quotas.map((quota, index) => [
      index === 0 ? title : '',
      quotaText(quota, names, locale),
      formatNumber(quota.count, locale),
      marksText(quota.marks ?? right, locale),
    ]),
  );
}

/** Where the items of a quota are drawn from: "chuyên đề “…”, câu dễ". */
function quotaText(quota: Quota, names: RulesNames, locale: Locale): string {
  const t = rulesPaperText[locale];
  const { topic, lesson, difficulty, tag, interaction } = quota;
  const parts = [
    ...(topic === undefined ? [] : [t.topic(names.topics[topic] ?? topic)]),
    ...(lesson === undefined ? [] : [t.lesson(lessonName(names, topic, lesson))]),
    ...(difficulty === undefined ? [] : [t.difficulty[difficulty]]),
    ...(tag === undefined ? [] : [t.tag(tag)]),
    ...(interaction === undefined ? [] : [t.interaction[interaction]]),
  ];
  return parts.length === 0 ? t.wholeBank : parts.join(', ');
}

/** The name of a lesson; without a topic, of the only lesson with that slug. */
function lessonName({ lessons }: RulesNames, topic: string | undefined, lesson: string): string {
  if (topic !== undefined) return lessons[`${topic}/${lesson}`] ?? lesson;
  const found = Object.entries(lessons).filter(([key]) => key.endsWith(`/${lesson}`));
  return found.length === 1 ? (found[0]?.[1] ?? lesson) : lesson;
}

/** What an answer earns, and which attempts are valid. */
export function marksArticle({ description, locale, contestRounds }: Making): Article {
  const t = rulesPaperText[locale];
  const { marking, mustAnswerAll, prediction } = description.rules;
  const quotas = contestRounds.flatMap(({ round }) => round.blueprint.sections.flatMap((section) => section.quotas));
  const hasOwnMarks = quotas.some((quota) => quota.marks !== undefined);
  const cost = (marks: number): string => marksText(-marks, locale);
  const all = prediction === undefined ? t.mustAnswerAll : t.mustAnswerAllPredicts;
  return {
    id: 'marks',
    title: t.marks,
    clauses: [
      say((hasOwnMarks ? t.rightUnless : t.right)(marksText(marking.right, locale))),
      say(marking.wrong === 0 ? t.wrongFree : t.wrongCosts(cost(marking.wrong))),
      say(marking.blank === 0 ? t.blankFree : t.blankCosts(cost(marking.blank))),
      ...given(marking.wrong < 0 || marking.blank < 0, say(t.mayBeNegative)),
      say(marking.partial === 'none' ? t.partialNone : t.partialProportional),
      say(t.rounding),
      say(mustAnswerAll ? all : t.mayLeaveBlank),
    ],
  };
}

/** How many attempts there are, and which one counts. */
export function attemptsArticle({ description, locale }: Making): Article {
  const t = rulesPaperText[locale];
  const { limits, counted } = description.rules.attempts;
  return {
    id: 'attempts',
    title: t.attempts,
    clauses: [
      ...limits.map(({ count, per }) => say(t.limit[per](count))),
      ...given(limits.length === 0, say(t.noLimit)),
      ...given(limits.length > 1, say(t.allLimits)),
      say(t.startedCounts),
      say(t.oneAtATime),
      say(t.counted[counted]),
      say(t.validOnly),
    ],
  };
}

/** How answers are saved, and what happens when the line is lost. */
export function savingArticle({ description, locale }: Making): Article {
  const t = rulesPaperText[locale];
  const { grace } = description.rules;
  const time = formatLength(grace, locale);
  const late =
    grace === 0
      ? [say(t.noGrace), say(t.offlineAtEndLost)]
      : [say(t.grace(time)), say(t.age), say(t.offlineAtEnd(time))];
  return {
    id: 'saving',
    title: t.saving,
    clauses: [say(t.saved), say(t.clockRuns), ...late, say(t.submit), say(t.devices)],
  };
}
