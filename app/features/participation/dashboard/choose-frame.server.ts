import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { figureScopes } from '../get-participation.server.ts';
import type { DashboardState } from './dashboard-address.ts';
import { maxScoreOf } from './get-unit-dashboard.server.ts';
import type { DashboardFrame } from './whole-tree.server.ts';

interface Topic {
  readonly slug: string;
  readonly title: string;
}

/**
 * What figures an address asks for: the lessons of a topic, or a contest and a round of it; the contest that people look for now
 * where it names none.
 * @returns undefined before there is a contest; "not-found" for a contest or topic that does not exist
 */
export function chooseFrame(
  { contest: slug, round, topic }: Pick<DashboardState, 'contest' | 'round' | 'topic'>,
  contests: readonly ContestNow[],
  topics: readonly Topic[],
): Result<DashboardFrame | undefined, 'not-found'> {
  if (topic !== undefined) {
    return topics.some((each) => each.slug === topic) ? ok({ kind: 'topic', slug: topic }) : refuse('not-found');
  }
  const contestNow = slug === undefined ? contests[0] : contests.find(({ contest }) => contest.slug === slug);
  if (!contestNow) return slug === undefined ? ok(undefined) : refuse('not-found');
  return ok({ kind: 'contest', contestNow, scope: scopeOf(figureScopes(contestNow), round ?? null) });
}

/** What the page says of a frame. */
export function frameView(frame: DashboardFrame, topics: readonly Topic[]) {
  if (frame.kind === 'topic') {
    const title = topics.find(({ slug }) => slug === frame.slug)?.title ?? '';
    const none = { time: undefined, scopeKey: undefined, maxScore: undefined, minimumHeadcount: undefined };
    return { kind: frame.kind, slug: frame.slug, title, scopes: [], ...none };
  }
  const { contestNow, scope } = frame;
  const { contest, window } = contestNow;
  return {
    kind: frame.kind,
    slug: contest.slug,
    title: contest.title,
    time: {
      phase: scope?.phase ?? contestNow.phase,
      opensAt: scope?.opensAt ?? window.opensAt,
      closesAt: scope?.closesAt ?? window.closesAt,
    },
    scopes: figureScopes(contestNow).map(({ key, title }) => ({ key, title })),
    scopeKey: scope?.key,
    maxScore: maxScoreOf(frame),
    minimumHeadcount: contest.rules.units.minimumHeadcount,
  };
}
