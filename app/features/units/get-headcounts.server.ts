import type { Instant } from '#app/domain/kernel/time.ts';
import type { HeadcountCategory } from '#app/domain/units/category.ts';
import { findHeadcounts } from './unit.repo.server.ts';

/** The headcount of a unit itself that holds at an instant, without the units below it. */
export interface HeadcountNow {
  readonly people: number;
  readonly asOf: Instant;
  readonly source: string;
  /** The figure only shows how the page works. */
  readonly isSample: boolean;
}

/**
 * Headcounts of units by id, as they hold at an instant; units without one are left out.
 * @param within the path of a branch; all units when left out
 */
export async function getHeadcounts({
  category,
  at,
  within,
}: {
  category: HeadcountCategory;
  at: Instant;
  within?: string;
}): Promise<Map<string, HeadcountNow>> {
  const rows = await findHeadcounts(category, at, within);
  return new Map(
    [...rows].map(([unitId, { people, asOf, source, isSample }]) => [
      unitId,
      { people, asOf: asOf.getTime(), source, isSample },
    ]),
  );
}
