import type { ContestRules, Round } from '#app/domain/contests/contest.ts';
import { itemCount } from '#app/domain/contests/contest.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import type { Difficulty } from '#app/domain/items/item.ts';
import { contestsText } from '#app/text/contests.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** The rules in plain words, made from the description that the engine obeys: what it says is what happens. */
export function RulesText({ rules, round }: { rules: ContestRules; round: Round }) {
  const t = useText(contestsText);
  const locale = useLocale();
  const { marking, attempts } = rules;
  const number = (value: number): string => formatNumber(value, locale, 2);
  const costs = marking.wrong !== 0 || marking.blank !== 0;
  const sentences = [
    t.rules.organizer(rules.organizer),
    t.rules.audience(rules.audience),
    t.rules.window(formatInstant(round.opensAt, locale), formatInstant(round.closesAt, locale)),
    t.rules.paper(itemCount(round.blueprint), Math.round(round.duration / MINUTE)),
    t.rules.drawn,
    costs
      ? t.rules.marksNegative(number(marking.right), number(marking.wrong), number(marking.blank))
      : t.rules.marks(number(marking.right)),
    marking.partial === 'none' ? t.rules.multipleNone : t.rules.multiplePartial,
    attempts.limit === 1 ? t.rules.oneAttempt : t.rules.manyAttempts(attempts.limit, t.rules.counted[attempts.counted]),
    t.rules.saving,
    t.rules.deadline(rules.grace / SECOND),
    t.rules.ranking,
    ...(rules.tieBreaks.length > 0 ? [t.rules.ties(rules.tieBreaks.map((each) => t.rules.tie[each]).join('; '))] : []),
    rules.boards === 'live' ? t.rules.boardLive : t.rules.boardLater,
    t.rules.keys,
    t.rules.units(formatNumber(rules.minimumHeadcount, locale)),
  ];
  return (
    <ol className="rules">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  );
}

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** How many questions of which topic and difficulty a paper has, as a table with totals. */
export function BlueprintTable({ round, topicNames }: { round: Round; topicNames: Readonly<Record<string, string>> }) {
  const t = useText(contestsText);
  const quotas = round.blueprint.sections.flatMap((section) => section.quotas);
  const topics = [...new Set(quotas.map((quota) => quota.topic))];
  const count = (topic: string | undefined, difficulty: Difficulty | undefined): number =>
    quotas
      .filter((quota) => quota.topic === topic && (difficulty === undefined || quota.difficulty === difficulty))
      .reduce((sum, quota) => sum + quota.count, 0);
  return (
    <div className="table-scroll" role="region" aria-label={t.blueprintCaption} tabIndex={0}>
      <table className="table">
        <caption>{t.blueprintCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.topic}</th>
            {DIFFICULTIES.map((difficulty) => (
              <th scope="col" className="is-number" key={difficulty}>
                {t.difficulty[difficulty]}
              </th>
            ))}
            <th scope="col" className="is-number">
              {t.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic ?? ''}>
              <th scope="row" lang="vi">
                {topic === undefined ? '–' : (topicNames[topic] ?? topic)}
              </th>
              {DIFFICULTIES.map((difficulty) => (
                <td className="is-number" key={difficulty}>
                  {count(topic, difficulty)}
                </td>
              ))}
              <td className="is-number">{count(topic, undefined)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
