import { MOST_NAMED, timeBars, type Found } from '#app/domain/signals/evidence.ts';
import type { RoundFindings } from '#app/domain/signals/find-in-round.ts';
import type { JumpSignal } from '#app/domain/signals/jump-finder.ts';
import { strengthOf } from '#app/domain/signals/probability.ts';
import type { Cluster } from '#app/domain/signals/same-answers.ts';
import type { Member } from '#app/domain/signals/signal.ts';
import type { Sitting } from '#app/domain/signals/sitting.ts';
import type { SpeedSignal } from '#app/domain/signals/speed.ts';
import type { DistantNetworks, ManyAccounts } from '#app/domain/signals/traces.ts';

const memberOf = ({ attemptId, accountId, unitId }: Member): Member => ({ attemptId, accountId, unitId });

/** Impossible speed as it is stored. */
export function speedFound(roundId: string, signal: SpeedSignal, findings: RoundFindings): Found {
  const { sitting, seconds, needed, alike, asFast, strength } = signal;
  const { attemptId, unitId, score, maxScore, answers } = sitting;
  return {
    subjectKey: `${roundId} ${attemptId}`,
    roundId,
    unitId,
    strength,
    evidence: {
      kind: 'speed',
      members: [memberOf(sitting)],
      seconds,
      needed,
      score,
      maxScore,
      alike,
      asFast,
      items: answers.map(({ slot, itemVersionId, syllables, seconds: took, isRight }) => ({
        slot,
        itemVersionId,
        syllables,
        seconds: took,
        isRight,
      })),
      bars: timeBars(findings.seconds),
    },
  };
}

/** Attempts that are too alike as they are stored: a cluster, of which the first sixty are named. */
export function clusterFound(
  roundId: string,
  { attemptIds, pairs }: Cluster,
  sittings: ReadonlyMap<string, Sitting>,
  { compared, pairLimit }: RoundFindings,
): Found | undefined {
  const members = attemptIds
    .flatMap((id) => sittings.get(id) ?? [])
    .toSorted((a, b) => a.finishedAt - b.finishedAt || a.attemptId.localeCompare(b.attemptId));
  const [first] = members;
  if (!first) return undefined;
  const named = members.slice(0, MOST_NAMED);
  const isNamed = new Set(named.map(({ attemptId }) => attemptId));
  const sorted = pairs.toSorted((a, b) => a.likeness.chance - b.likeness.chance);
  return {
    subjectKey: `${roundId} ${first.attemptId}`,
    roundId,
    unitId: first.unitId,
    // why more for more: one list of answers in many hands is worse than two people side by side.
    strength: Math.min(
      1,
      strengthOf(sorted[0]?.likeness.chance ?? 1, pairLimit) * 0.6 + Math.min(0.5, members.length / 20),
    ),
    evidence: {
      kind: 'sameAnswers',
      members: named.map(({ startedAt, finishedAt, score, ...each }) => ({
        ...memberOf(each),
        startedAt,
        finishedAt,
        score,
      })),
      size: members.length,
      pairs: sorted
        .filter(({ one, other }) => isNamed.has(one) && isNamed.has(other))
        .slice(0, MOST_NAMED)
        .map(({ one, other, likeness }) => ({ one, other, ...likeness })),
      compared,
      limit: pairLimit,
    },
  };
}

/** A jump as it is stored. */
export function jumpFound(roundId: string, jump: JumpSignal): Found {
  const { scope, scopeId, from, before, after, chance, strength } = jump;
  const { valueBefore, valueAfter, secondsBefore, secondsAfter } = jump;
  return {
    subjectKey: `${roundId} ${scope} ${scopeId}`,
    roundId,
    unitId: scope === 'unit' ? scopeId : undefined,
    strength,
    evidence: {
      kind: 'jump',
      members: [],
      scope,
      scopeId,
      from,
      before,
      after,
      valueBefore,
      valueAfter,
      secondsBefore,
      secondsAfter,
      chance,
    },
  };
}

/** Many accounts of one device as they are stored. */
export function accountsFound(roundId: string, subject: string, found: ManyAccounts): Found {
  const { attempts, accounts, units, overlaps, hasty, strength } = found;
  return {
    subjectKey: `${roundId} ${subject}`,
    roundId,
    unitId: units === 1 ? attempts[0]?.unitId : undefined,
    strength,
    evidence: {
      kind: 'manyAccounts',
      members: attempts
        .slice(0, MOST_NAMED)
        .map(({ startedAt, finishedAt, ...each }) => ({ ...memberOf(each), startedAt, finishedAt })),
      accounts,
      units,
      overlaps,
      hasty,
    },
  };
}

/** Distant networks as they are stored. */
export function networksFound(roundId: string, unitId: string, found: DistantNetworks): Found {
  const { attemptId, accountId, times, networks, devices, overlapMs, strength } = found;
  return {
    subjectKey: `${roundId} ${attemptId}`,
    roundId,
    unitId,
    strength,
    evidence: {
      kind: 'distantNetworks',
      members: [{ attemptId, accountId, unitId }],
      times: times.slice(0, MOST_NAMED),
      networks,
      devices,
      overlapMs,
    },
  };
}
