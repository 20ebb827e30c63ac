import type { Contest } from '#app/domain/contests/contest.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';

/** An instant as files of content/contests write it: the local time of Viet Nam with its offset. */
const localText = (at: Instant): string => `${new Date(at + 7 * HOUR).toISOString().slice(0, 19)}+07:00`;

/**
 * A contest in the shape of a file of content/contests, for publishing: what it says is what the ranking obeyed. The access
 * code is left out, as the file may be published.
 */
export function descriptionOf({ slug, title, rules, rounds }: Contest) {
  const { frozenFor, grace, entry, ...rest } = rules;
  const { accessCode: _, ...published } = entry;
  return {
    slug,
    title,
    ...rest,
    entry: published,
    frozenForMinutes: frozenFor / MINUTE,
    graceSeconds: grace / SECOND,
    rounds: rounds
      .toSorted((a, b) => a.number - b.number)
      .map((round) => ({
        number: round.number,
        title: round.title,
        kind: round.kind,
        opensAt: localText(round.opensAt),
        closesAt: localText(round.closesAt),
        minutes: round.duration / MINUTE,
        window: round.window,
        lateArrival: round.lateArrival,
        ...(round.entryFor === undefined ? {} : { entryForMinutes: round.entryFor / MINUTE }),
        blueprint: round.blueprint,
      })),
  };
}
