import { ageAt } from '#app/domain/contests/entry.ts';
import { localDay, startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import type { Locale } from '#app/text/define-text.ts';
import { categoriesText } from '#app/text/categories.ts';
import { rulesEntryText } from '#app/text/rules-entry.ts';
import { formatDate, formatExact, formatLength } from '#app/ui/format.ts';
import {
  given,
  grouped,
  list,
  say,
  titlesOf,
  type Article,
  type Clause,
  type Making,
  type RulesRound,
} from './article.ts';

/** What the contest is and who holds it. */
export function contestArticle({ description, locale }: Making): Article {
  const t = rulesEntryText[locale];
  const { title, rules } = description;
  return {
    id: 'contest',
    title: t.contest,
    clauses: [
      say(t.title(title)),
      say(t.organizer(rules.organizer)),
      say(t.audience(rules.audience)),
      say(t.clock),
      say(t.source),
    ],
  };
}

/** Who may enter, and with what. */
export function entryArticle({ description, locale, contestRounds, practiceRounds }: Making): Article {
  const t = rulesEntryText[locale];
  const { entry } = description.rules;
  const invited = [
    ...entry.units.map((id) => t.invitedUnit(description.names.units[id] ?? id)),
    ...entry.blocks.map((block) => t.invitedBlock(block)),
  ];
  const categories = (entry.categories ?? []).map((each) => categoriesText[locale].names[each]);
  const organizers = entry.excludesOrganizers
    ? [t.organizersOut, ...(practiceRounds.length > 0 ? [t.organizersPractise] : [])].join(' ')
    : t.organizersIn;
  return {
    id: 'entry',
    title: t.who,
    clauses: [
      invited.length > 0 ? list(t.invited, invited) : say(t.openToAll),
      say(entry.minimumAge === undefined ? t.noAge : ageSentence(entry.minimumAge, contestRounds, locale)),
      say(organizers),
      say(t.everyTime),
      say(entry.accessCode === undefined ? t.noCode : t.code),
      ...given(entry.consent !== undefined, { kind: 'quote', text: t.consent, quote: entry.consent ?? '' }),
      ...given(categories.length > 0, list(t.categories, categories)),
      say(t.unit),
    ],
  };
}

/** The age with the years of birth that it means in each year in which attempts can start. */
function ageSentence(age: number, rounds: readonly RulesRound[], locale: Locale): string {
  const t = rulesEntryText[locale];
  const years = rounds.flatMap(({ window }) => {
    // why less one: nobody starts at the end of entry itself, which often is the first instant of a year.
    const [first, last] = [ageAt(0, window.opensAt), ageAt(0, window.entryEndsAt - 1)];
    return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index);
  });
  const examples = [...new Set(years)].toSorted((a, b) => a - b).map((year) => t.ageExample(year, year - age));
  return [t.age(age), ...examples].join(' ');
}

/** Each round with its times, and how time runs in it. */
export function roundsArticle({ locale, contestRounds }: Making): Article {
  const t = rulesEntryText[locale];
  return {
    id: 'rounds',
    title: t.rounds,
    clauses: [
      roundsTable(contestRounds, t.roundsCaption, locale),
      say(t.halfOpen),
      ...timingClauses(contestRounds, locale),
      ...adjustmentClauses(contestRounds, locale),
    ],
  };
}

/** The times of rounds as a table. */
export function roundsTable(rounds: readonly RulesRound[], caption: string, locale: Locale): Clause {
  const t = rulesEntryText[locale];
  return {
    kind: 'table',
    caption,
    columns: [{ name: t.round }, { name: t.opens }, { name: t.lastStart }, { name: t.closes }, { name: t.time }],
    rows: rounds.map(({ round, window }) => [
      round.title,
      formatExact(window.opensAt, locale),
      endText(window.entryEndsAt, locale),
      endText(window.closesAt, locale),
      formatLength(round.duration, locale),
    ]),
  };
}

/** An end as people write it: what ends at midnight ends with the day before. */
function endText(at: Instant, locale: Locale): string {
  const isMidnight = startOfLocalDay(localDay(at)) === at;
  const time = formatExact(at, locale);
  return isMidnight ? rulesEntryText[locale].endOfDay(time, formatDate(at - 1)) : time;
}

/** How time runs, once for all rounds that have it in common. */
export function timingClauses(rounds: readonly RulesRound[], locale: Locale): Clause[] {
  const t = rulesEntryText[locale];
  const groups = grouped(rounds, ({ round: { duration, window, lateArrival, entryFor } }) =>
    // why without lateArrival: where the time runs for all from the opening it changes nothing.
    JSON.stringify([duration, window, window === 'fixed' ? '' : lateArrival, entryFor]),
  );
  return groups.flatMap((group) => {
    const first = group[0]?.round;
    if (!first) return [];
    const time = formatLength(first.duration, locale);
    const personal = first.lateArrival === 'full' ? t.personalFull : t.personalCut;
    const runs = first.window === 'fixed' ? t.fixed : personal;
    const entry = first.entryFor === undefined ? [] : [t.entryFor(formatLength(first.entryFor, locale))];
    return [runs(time), ...entry].map((sentence) =>
      say(groups.length > 1 ? t.ofRounds(titlesOf(group), sentence) : sentence),
    );
  });
}

/** What the organizers have changed in the times. */
export function adjustmentClauses(rounds: readonly RulesRound[], locale: Locale): Clause[] {
  const t = rulesEntryText[locale];
  return rounds.flatMap(({ round, window, pausedSince }) => [
    ...given(window.closesAt !== round.closesAt, say(t.adjusted(round.title, formatExact(round.closesAt, locale)))),
    ...given(pausedSince !== undefined, say(t.paused(round.title, formatExact(pausedSince ?? 0, locale)))),
  ]);
}

/** What the organizers may adjust, and what that does. */
export function incidentsArticle({ locale }: Making): Article {
  const t = rulesEntryText[locale];
  const sentences = [t.pause, t.extension, t.extraTime, t.atOnce, t.notAfterwards];
  return { id: 'incidents', title: t.incidents, clauses: sentences.map(say) };
}
