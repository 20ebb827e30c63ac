import type { FilterName } from '#app/domain/items/bank-filter.ts';
import { bankText } from '#app/text/bank.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** Titles of topics by slug, of lessons by "topic/lesson", and full names of people by account id. */
export interface BankNames {
  readonly topics: Readonly<Record<string, string>>;
  readonly lessons: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

const at = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

/** How the values of filters are called. What has no name is called by its slug. */
export function useBankWords(names: BankNames) {
  const t = useText(bankText);
  const locale = useLocale();
  const wordsOf: Record<FilterName, Readonly<Record<string, string>>> = {
    state: t.states,
    whose: t.whose,
    topic: names.topics,
    lesson: names.lessons,
    difficulty: t.difficulty,
    interaction: t.interaction,
    tag: {},
    findings: t.findings,
    contested: t.contested,
    author: names.people,
  };
  return {
    t,
    locale,
    number: (value: number): string => formatNumber(value, locale),
    nameOf: (filter: FilterName, value: string): string => at(wordsOf[filter], value),
    personOf: (accountId: string | undefined): string =>
      accountId === undefined ? t.somebody : at(names.people, accountId),
    actOf: (kind: string): string => at(t.act, kind),
  };
}
