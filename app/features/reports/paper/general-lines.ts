import type { ReportRow } from '#app/domain/reports/report-figures.ts';
import type { WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { count, goalWords, hundredth, percent, points, shortDay } from './paper-words.ts';

/** The first part of a report: all in all, one sentence for each figure. */
export function generalLines(report: WeeklyReport): string[] {
  const { total, below, sources, isSample } = report;
  const begun = below.filter(({ people }) => people > 0).length;
  return [
    total.headcount > 0 ? words.headcount(count(total.headcount)) : words.headcountUnknown,
    peopleLine(total),
    words.attempts(count(total.attempts), count(total.valid), count(total.newAttempts)),
    scoreLine(report),
    ...targetLine(total),
    ...(below.length > 0 ? [words.unitsBegun(count(begun), count(below.length))] : []),
    ...(sources.length > 0 ? [words.sources(sources.join('; '))] : []),
    ...(isSample ? [words.sample] : []),
  ];
}

function peopleLine({ people, newPeople, rate, rateBefore }: ReportRow): string {
  const all = rate === undefined ? words.peopleOnly(count(people)) : words.people(count(people), percent(rate));
  if (newPeople === 0) return `${all}${words.noMore}.`;
  const more = words.more(count(newPeople));
  if (rate === undefined || rateBefore === undefined) return `${all}${more}.`;
  return `${all}${more}${words.moreRate(percent(rateBefore), hundredth(rate - rateBefore))}.`;
}

function scoreLine({ total, hasScores, maxScore }: WeeklyReport): string {
  if (!hasScores) return words.heldScores;
  if (total.mean === undefined) return words.noScores;
  const max = maxScore === undefined ? '' : count(maxScore);
  return words.scores(points(total.mean), max) + words.allRight(count(total.allRight), max);
}

function targetLine({ target }: ReportRow): string[] {
  if (!target) return [];
  const { goal, missing, measure } = target;
  const what = measure === 'attempts' ? words.attemptsWord : words.peopleWord;
  const how =
    missing === undefined ? words.unknownGoal : missing === 0 ? words.reached : words.missing(count(missing), what);
  const stated =
    measure === 'rate' && goal !== undefined ? `${goalWords(target)} (${count(goal)} người)` : goalWords(target);
  return [words.target(stated, shortDay(target.dueAt)) + how];
}
