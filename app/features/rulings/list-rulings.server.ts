import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { pageRulings } from '#app/features/attempts/index.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { findManyFacts } from './attempt-record.repo.server.ts';
import { rulingViews, type RulingView } from './get-attempt-record.server.ts';

/** A ruling in the history of a contest. */
export interface RulingRow extends RulingView {
  readonly attemptId: string;
  readonly person: string;
  readonly unitName: string;
  readonly roundTitle: string;
  readonly number: number;
  readonly isSetAsideNow: boolean;
}

export interface RulingList {
  /** Whose attempts they are. */
  readonly accountIds: readonly string[];
  readonly rows: readonly RulingRow[];
  readonly total: number;
}

export const RULINGS_PER_PAGE = 25;

/** What was ruled in a contest, the latest first. @param page from 1 */
export async function listRulings(contest: Contest, page: number, now: Instant): Promise<RulingList> {
  const { rows, total } = await pageRulings(contest.id, {
    skip: (page - 1) * RULINGS_PER_PAGE,
    take: RULINGS_PER_PAGE,
  });
  const attempts = await findManyFacts(rows.map(({ attemptId }) => attemptId));
  const [views, names, index] = await Promise.all([
    rulingViews(rows),
    getFullNames([...attempts.values()].map(({ accountId }) => accountId)),
    getUnitIndex(now),
  ]);
  const titles = new Map(contest.rounds.map(({ id, title }) => [id, title]));
  return {
    total,
    accountIds: [...attempts.values()].map(({ accountId }) => accountId),
    rows: rows.map(({ attemptId }, at): RulingRow => {
      const attempt = attempts.get(attemptId);
      return {
        ...(views[at] as RulingView),
        attemptId,
        person: names.get(attempt?.accountId ?? '') ?? '',
        unitName: index.get(attempt?.unitId ?? '')?.name ?? '',
        roundTitle: titles.get(attempt?.roundId ?? '') ?? '',
        number: attempt?.number ?? 0,
        isSetAsideNow: attempt?.isSetAside ?? false,
      };
    }),
  };
}
