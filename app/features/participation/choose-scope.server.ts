import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { scopeOf, type BoardScope } from '#app/domain/results/board-scope.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { figureScopes } from './get-participation.server.ts';

/** The contest that a page of a unit is about, and the round of it, or the whole. */
export interface ChosenScope {
  readonly contestNow: ContestNow;
  readonly scope: BoardScope | undefined;
}

/**
 * What an address asks for: ?contest=slug&round=2. The contest that people look for now where it names none.
 * @param otherwise where it names no round: 'now', the one that people look for now, or 'whole', the whole contest
 * @returns undefined before there is a contest; "not-found" for a contest that does not exist
 */
export function chooseScope(
  contests: readonly ContestNow[],
  query: URLSearchParams,
  otherwise: 'now' | 'whole' = 'now',
): Result<ChosenScope | undefined, 'not-found'> {
  const slug = query.get('contest') || undefined;
  const contestNow = slug === undefined ? contests[0] : contests.find(({ contest }) => contest.slug === slug);
  if (!contestNow) return slug === undefined ? ok(undefined) : refuse('not-found');
  const scopes = figureScopes(contestNow);
  const asked = query.get('round') || (otherwise === 'whole' ? (scopes.at(-1)?.key ?? null) : null);
  return ok({ contestNow, scope: scopeOf(scopes, asked) });
}

/** What a page shows to choose from, and what is chosen. */
export const scopeChoiceOf = (contests: readonly ContestNow[], { contestNow, scope }: ChosenScope) => ({
  contests: contests.map(({ contest, phase }) => ({ slug: contest.slug, title: contest.title, phase })),
  contestSlug: contestNow.contest.slug,
  scopes: figureScopes(contestNow).map(({ key, title }) => ({ key, title })),
  scopeKey: scope?.key,
});
