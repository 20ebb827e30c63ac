import type { ContestRules } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitNames } from '#app/features/units/index.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { getContest } from './get-contest.server.ts';
import type { Article, RulesNames } from './rules/article.ts';
import { publicRules, rulesArticles } from './rules/rules-articles.ts';
import { findLots } from './settling.repo.server.ts';

/** Names of lessons and topics, which another room knows. */
export type LessonNames = Pick<RulesNames, 'topics' | 'lessons'>;

/** The names of everything that rules refer to by ids. */
export async function findRulesNames(
  { entry, blocks }: Pick<ContestRules, 'entry' | 'blocks'>,
  lessonNames: LessonNames,
): Promise<RulesNames> {
  const units = await getUnitNames([...entry.units, ...blocks.flatMap((block) => block.units)]);
  return { ...lessonNames, units: Object.fromEntries(units) };
}

/** The rules page of a contest as it stands now; undefined when there is no such contest. */
export async function getRules(
  slug: string,
  { lessonNames, locale, now }: { lessonNames: LessonNames; locale: Locale; now: Instant },
): Promise<{ slug: string; title: string; articles: Article[] } | undefined> {
  const found = await getContest(slug, now);
  if (!found) return undefined;
  const { contest } = found;
  const rules = publicRules(contest.rules);
  const [names, lots] = await Promise.all([findRulesNames(rules, lessonNames), findLots(contest.id)]);
  const commitmentOf = (scopeId: string): string | undefined => lots.get(scopeId)?.commitment;
  const rounds = found.rounds.map(({ round, ...rest }) => ({
    ...rest,
    round: { ...round, lotCommitment: commitmentOf(round.id) },
  }));
  const { title } = contest;
  const description = { title, rules, rounds, lotCommitment: commitmentOf(contest.id), names };
  return { slug: contest.slug, title, articles: rulesArticles(description, locale) };
}
