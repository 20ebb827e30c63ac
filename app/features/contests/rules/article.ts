import type { ContestRules, Round } from '#app/domain/contests/contest.ts';
import type { Window } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Locale } from '#app/text/define-text.ts';
import { rulesResultsText } from '#app/text/rules-results.ts';
import { formatExact } from '#app/ui/format.ts';

/** A round as the rules page sees it: the plan, and what the organizers made of it. A RoundNow is one. */
export interface RulesRound {
  /** Without a commitment before the contest is stored. */
  readonly round: Omit<Round, 'id' | 'contestId' | 'lotCommitment' | 'settledAt'> & {
    readonly lotCommitment?: string | undefined;
  };
  /** The window with everything that was adjusted. */
  readonly window: Window;
  readonly pausedSince: Instant | undefined;
  /** From when on nothing of the round can change. */
  readonly settlesAt: Instant;
}

/** Names of what a description refers to by ids; what has no name here is printed as its id. */
export interface RulesNames {
  readonly topics: Readonly<Record<string, string>>;
  /** By "topic/lesson". */
  readonly lessons: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}

/** Everything that the rules page is made from. */
export interface RulesDescription {
  readonly title: string;
  /** The access code is never printed; a page that is public must not be given it, see publicRules(). */
  readonly rules: ContestRules;
  readonly rounds: readonly RulesRound[];
  /** SHA-256 of the seed of the lots of the ranking over all rounds; undefined where none is published. */
  readonly lotCommitment?: string | undefined;
  readonly names: RulesNames;
}

/** A numbered paragraph of an article. */
export type Clause =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly text: string;
      readonly items: readonly string[];
      readonly isOrdered?: boolean | undefined;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly name: string; readonly isNumber?: boolean }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Words that are quoted as they are. */
  | { readonly kind: 'quote'; readonly text: string; readonly quote: string }
  | {
      readonly kind: 'codes';
      readonly text: string;
      readonly codes: readonly { readonly name: string; readonly code: string }[];
    };

/** An article of the rules, "Điều 3. …". Its number is its place. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** What the makers of articles are given. */
export interface Making {
  readonly description: RulesDescription;
  readonly locale: Locale;
  readonly contestRounds: readonly RulesRound[];
  readonly practiceRounds: readonly RulesRound[];
}

export const say = (text: string): Clause => ({ kind: 'text', text });
export const list = (text: string, items: readonly string[], isOrdered = false): Clause => ({
  kind: 'list',
  text,
  items,
  isOrdered,
});

/** Clauses where `when` holds, else none. */
export const given = (when: unknown, ...clauses: readonly Clause[]): readonly Clause[] => (when ? clauses : []);

/** Rounds by what they have in common, in the order of the first of each group. */
export function grouped(rounds: readonly RulesRound[], keyOf: (round: RulesRound) => string): RulesRound[][] {
  const groups = new Map<string, RulesRound[]>();
  for (const round of rounds) groups.set(keyOf(round), [...(groups.get(keyOf(round)) ?? []), round]);
  return [...groups.values()];
}

export const titlesOf = (rounds: readonly RulesRound[]): string => rounds.map(({ round }) => round.title).join(', ');

/** From when on the result of each round can be final, in words. */
export const settlingOf = (rounds: readonly RulesRound[], locale: Locale): string[] =>
  rounds.map(({ round, settlesAt }) => rulesResultsText[locale].listed(round.title, formatExact(settlesAt, locale)));
