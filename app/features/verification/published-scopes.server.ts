import type { Round } from '#app/domain/contests/contest.ts';
import { windowOf, type Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { PublishedAdjustment, PublishedRound, PublishedScope } from '#app/domain/results/results-file.ts';
import { personCodeOf } from '#app/features/results/index.server.ts';
import { fullScoreOf, type ContestBasis } from './contest-basis.server.ts';

/** An instant as the file has it. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | undefined): string | null => (at === undefined ? null : isoOf(at));
const isoOrNothing = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : isoOf(at));

/** Lot, frozen figures and settling of a round or of the whole; a seed stays secret until its scope is settled. */
export function publishedScope(
  { counts, lots }: ContestBasis,
  { id, settledAt }: { readonly id: string; readonly settledAt: Instant | undefined },
): PublishedScope {
  const { seed, commitment } = lots.get(id) ?? {};
  const count = counts.get(id);
  return {
    lot: { commitment: commitment ?? null, seed: settledAt === undefined || !seed ? null : seed },
    counts: count
      ? {
          people: count.people,
          attempts: count.attempts,
          peopleAllRight: count.peopleAllRight,
          frozenAt: isoOf(count.frozenAt),
        }
      : null,
    settledAt: isoOrNull(settledAt),
  };
}

/** A round with its time as it was planned and as it came to be. */
export function publishedRound(basis: ContestBasis, round: Round, now: Instant): PublishedRound {
  const adjustments = basis.adjustments.get(round.id) ?? [];
  const { opensAt, closesAt } = windowOf({ timing: round, adjustments, now });
  return {
    number: round.number,
    id: round.id,
    title: round.title,
    plannedOpensAt: isoOf(round.opensAt),
    plannedClosesAt: isoOf(round.closesAt),
    opensAt: isoOf(opensAt),
    closesAt: isoOf(closesAt),
    fullScore: fullScoreOf(basis, round) ?? null,
    adjustments: adjustments.map((each) => publishedAdjustment(basis, each)),
    ...publishedScope(basis, { id: round.id, settledAt: round.settledAt }),
  };
}

function publishedAdjustment({ contest }: ContestBasis, adjustment: Adjustment): PublishedAdjustment {
  const { kind, ms, accountId, unitIds, startsAt, endsAt, at = 0, undoneAt } = adjustment;
  return {
    kind,
    ms,
    person: accountId === undefined ? undefined : personCodeOf(contest.id, accountId),
    units: unitIds === undefined ? undefined : [...unitIds].toSorted(),
    startsAt: isoOrNothing(startsAt),
    endsAt: isoOrNothing(endsAt),
    at: isoOf(at),
    undoneAt: isoOrNothing(undoneAt),
  };
}
