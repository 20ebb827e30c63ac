import { createHash } from 'node:crypto';
import type { ContestBasis } from './contest-basis.server.ts';
import type { FigureCount } from './expected-standings.server.ts';
import type { Difference } from './verification.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Frozen figures against what was counted, lots against their commitments, and that what is settled has its figures. */
export function checkScopes({ contest, rounds, counts, lots }: ContestBasis, figures: FigureCount): Difference[] {
  const differences: Difference[] = [];
  const note = (scopeId: string, what: string, stored: unknown, derived: unknown): void => {
    if (stored === derived) return;
    differences.push({ scopeId, what, stored: String(stored), derived: String(derived) });
  };
  for (const { id, settledAt, commitment } of [
    ...rounds.map((round) => ({ ...round, commitment: round.lotCommitment })),
    { id: contest.id, settledAt: contest.settledAt, commitment: lots.get(contest.id)?.commitment },
  ]) {
    const frozen = counts.get(id);
    if (settledAt !== undefined && !frozen) note(id, 'frozen figures', 'none', 'there');
    for (const what of frozen ? (['people', 'attempts', 'peopleAllRight'] as const) : []) {
      note(id, what, frozen?.[what], figures.of(id)[what]);
    }
    const seed = lots.get(id)?.seed ?? '';
    if (seed !== '') note(id, 'lot commitment', commitment, sha256(seed));
    else if (contest.rules.ranking.includes('lot')) note(id, 'lot seed', 'none', 'there');
  }
  return differences;
}
