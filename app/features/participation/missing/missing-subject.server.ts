import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { chooseScope, type ChosenScope } from '../choose-scope.server.ts';

/** A topic whose lessons people may have read. */
export interface TopicChoice {
  readonly slug: string;
  readonly title: string;
}

/** What people are missing in: a contest or a round of it, or the lessons of a topic. */
export type MissingSubject =
  { readonly kind: 'contest'; readonly chosen: ChosenScope } | { readonly kind: 'topic'; readonly topic: TopicChoice };

/**
 * What an address asks for: ?topic=slug, or ?contest=slug&round=1; the contest that people look for now where it says nothing.
 * @returns undefined where there is no contest yet; "not-found" for what does not exist
 */
export function missingSubject(
  query: URLSearchParams,
  contests: readonly ContestNow[],
  topics: readonly TopicChoice[],
): Result<MissingSubject | undefined, 'not-found'> {
  const slug = query.get('topic');
  if (slug) {
    const topic = topics.find((each) => each.slug === slug);
    return topic ? ok({ kind: 'topic', topic: { slug: topic.slug, title: topic.title } }) : refuse('not-found');
  }
  const chosen = chooseScope(contests, query);
  if (!chosen.ok) return chosen;
  return ok(chosen.value && { kind: 'contest', chosen: chosen.value });
}

/** The part of an address that asks for this subject again. */
export const subjectQuery = (subject: MissingSubject): string =>
  subject.kind === 'topic'
    ? `topic=${encodeURIComponent(subject.topic.slug)}`
    : `contest=${subject.chosen.contestNow.contest.slug}&round=${subject.chosen.scope?.key ?? ''}`;

/** What to write into the log of looks. */
export const subjectDetail = (subject: MissingSubject): Record<string, string> =>
  subject.kind === 'topic'
    ? { topic: subject.topic.slug }
    : { contest: subject.chosen.contestNow.contest.slug, round: subject.chosen.scope?.key ?? '' };
