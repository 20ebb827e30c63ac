import type { Difference } from './verification.ts';
import type { StoredStanding } from './standing-rows.repo.server.ts';

const FIELDS = [
  'attemptId',
  'unitId',
  'block',
  'score',
  'maxScore',
  'duration',
  'submittedAt',
  'attempts',
  'rounds',
  'prediction',
  'predictionDistance',
  'birthYear',
  'isAllRight',
  'rankKey',
] as const satisfies readonly (keyof StoredStanding)[];

/** The rows of one person as they are stored against those that follow from the attempts, field by field. */
export function compareStandings(stored: readonly StoredStanding[], expected: readonly StoredStanding[]): Difference[] {
  const differences: Difference[] = [];
  for (const row of expected) {
    const { scopeId, accountId } = row;
    const has = stored.find((each) => each.scopeId === scopeId);
    if (!has) differences.push({ scopeId, accountId, what: 'row', stored: 'none', derived: 'there' });
    for (const what of has ? FIELDS : []) {
      if (has?.[what] === row[what]) continue;
      differences.push({ scopeId, accountId, what, stored: String(has?.[what]), derived: String(row[what]) });
    }
  }
  for (const { scopeId, accountId } of stored) {
    if (expected.some((row) => row.scopeId === scopeId)) continue;
    differences.push({ scopeId, accountId, what: 'row', stored: 'there', derived: 'none' });
  }
  return differences;
}
