import type { DuplicateReason } from '#app/domain/duplicates/compare-people.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { findAccounts } from './merge.repo.server.ts';
import { findPairs, type PairState } from './pair.repo.server.ts';

/** Two accounts in the list. */
export interface PairRow {
  readonly id: string;
  readonly reasons: readonly DuplicateReason[];
  readonly strength: number;
  readonly foundAt: Instant;
  readonly people: readonly { readonly name: string; readonly birthYear: number; readonly unitName: string }[];
}

export const PAIRS_PER_PAGE = 25;

/** Accounts that may be one person, the strongest first. @param page from 1 */
export async function listPairs(query: {
  state: PairState;
  reason: DuplicateReason | undefined;
  page: number;
  now: Instant;
}): Promise<{ rows: readonly PairRow[]; total: number; accountIds: readonly string[] }> {
  const { state, reason, page, now } = query;
  const found = await findPairs({ state, reason, skip: (page - 1) * PAIRS_PER_PAGE, take: PAIRS_PER_PAGE });
  const accountIds = [...new Set(found.rows.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const [accounts, index] = await Promise.all([findAccounts(undefined, accountIds), getUnitIndex(now)]);
  const personOf = (id: string) => {
    const { fullName = '', birthYear = 0, unitId = '' } = accounts.get(id) ?? {};
    return { name: fullName, birthYear, unitName: index.get(unitId)?.name ?? '' };
  };
  return {
    total: found.total,
    accountIds,
    rows: found.rows.map(({ id, reasons, strength, foundAt, firstId, secondId }) => ({
      id,
      reasons,
      strength,
      foundAt,
      people: [personOf(firstId), personOf(secondId)],
    })),
  };
}
