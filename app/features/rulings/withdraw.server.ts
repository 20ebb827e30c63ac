import type { Instant } from '#app/domain/kernel/time.ts';
import { storeRuling } from '#app/features/attempts/index.server.ts';
import { changeCorrections } from '#app/features/contests/index.server.ts';
import { markUnits } from '#app/features/participation/index.server.ts';
import { foldPerson } from '#app/features/results/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findCounting } from './attempt-record.repo.server.ts';
import { rulingInstant } from './rule.server.ts';

/** A person who leaves a contest: their attempts in these rounds count no more. */
interface Withdrawal {
  readonly accountId: string;
  readonly contestId: string;
  readonly roundIds: readonly string[];
  /** What they left for: it stands with each ruling. */
  readonly causeId: string;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * Sets the own attempts of a person aside who leaves a contest, in the caller's transaction: rulings, rankings, figures and the log
 * as with rule(). Nobody else has to agree, as it can only be to the person's own loss. Boards that were read before are forgotten
 * with forgetBoards() once it is stored.
 * @returns how many attempts count no more
 */
export async function withdrawAttempts(tx: Tx, withdrawal: Withdrawal): Promise<number> {
  const { accountId, contestId, roundIds, causeId, reason, now } = withdrawal;
  // why first: figures are frozen and keys corrected by the order of instants, so nobody does either meanwhile.
  await changeCorrections(tx, contestId);
  const attempts = await findCounting(tx, accountId, roundIds);
  for (const { id: attemptId } of attempts) {
    const at = await rulingInstant(tx, contestId, now);
    const cause = { kind: 'setAside', cause: 'other', causeId, proposalId: undefined } as const;
    await storeRuling(tx, { attemptId, contestId, accountId, ...cause, reason, actorId: accountId, at });
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'attempt.set-aside',
      subject: `attempt:${attemptId}`,
      detail: { contestId, cause: 'other', causeId, isAfterwards: false },
    });
  }
  await foldPerson(tx, { contestId, accountId, now });
  await markUnits(tx, contestId, [...new Set(attempts.map(({ unitId }) => unitId))]);
  return attempts.length;
}
