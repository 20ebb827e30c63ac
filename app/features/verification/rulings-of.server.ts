import { findRulings, type StoredRuling } from '#app/features/attempts/index.server.ts';
import type { ContestBasis } from './contest-basis.server.ts';

/** The rulings on some attempts of a contest, by attempt; asked for only where the contest has any. */
export async function rulingsOf(
  { hasRulings }: ContestBasis,
  attempts: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly StoredRuling[]>> {
  const byAttempt = new Map<string, StoredRuling[]>();
  if (!hasRulings) return byAttempt;
  const ids = attempts.map(({ id }) => id);
  for (const ruling of await findRulings(undefined, ids)) {
    byAttempt.set(ruling.attemptId, [...(byAttempt.get(ruling.attemptId) ?? []), ruling]);
  }
  return byAttempt;
}
