import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import { checkRuling, type RulingCause, type RulingKind, type RulingRefusal } from '#app/domain/rulings/ruling.ts';
import { findRulingState, storeRuling } from '#app/features/attempts/index.server.ts';
import { changeCorrections, findContest } from '#app/features/contests/index.server.ts';
import { markUnits } from '#app/features/participation/index.server.ts';
import { findFrozenCounts, foldPerson } from '#app/features/results/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findAttemptFacts, type AttemptFacts } from './attempt-record.repo.server.ts';

/** A decision on an attempt. */
export interface Ruling {
  readonly attemptId: string;
  readonly kind: RulingKind;
  readonly cause: RulingCause;
  /** The signal, the merge, or nothing. */
  readonly causeId: string;
  /** The contestant reads it. */
  readonly reason: string;
  readonly proposalId?: string | undefined;
  readonly actorId: string;
  readonly now: Instant;
}

interface OpenAttempt {
  readonly attempt: AttemptFacts;
  readonly contest: Contest;
  readonly isPractice: boolean;
}

/** An attempt with its contest. */
export async function openAttempt(tx: Tx | undefined, attemptId: string): Promise<OpenAttempt | undefined> {
  const attempt = await findAttemptFacts(tx, attemptId);
  const contest = attempt && (await findContest({ id: attempt.contestId }, tx));
  if (!attempt || !contest) return undefined;
  const round = contest.rounds.find(({ id }) => id === attempt.roundId);
  return { attempt, contest, isPractice: round?.kind !== 'contest' };
}

/** Whether an attempt may be ruled on so, by that person. */
export function check(
  { attempt, isPractice }: OpenAttempt,
  kind: RulingKind,
  byId: string,
): Result<undefined, RulingRefusal> {
  const { accountId, isSetAside, finishedAt } = attempt;
  return checkRuling({ accountId, isSetAside, isFinished: finishedAt !== undefined, isPractice }, kind, byId);
}

/**
 * Rules on an attempt in the caller's transaction: appends the ruling, writes the person's rows in all rankings anew, and has the
 * figures of the unit counted again. Figures that were frozen before stay as they were published, and so do lots and actual numbers;
 * ranks follow. Boards that were read before are forgotten with forgetBoards() once it is stored.
 */
export async function rule(
  tx: Tx,
  ruling: Ruling,
): Promise<Result<{ readonly attempt: AttemptFacts }, RulingRefusal | 'not-found'>> {
  const found = await findAttemptFacts(tx, ruling.attemptId);
  if (!found) return refuse('not-found');
  // why: figures are frozen and keys corrected by the order of instants, so nobody does either meanwhile.
  await changeCorrections(tx, found.contestId);
  const opened = await openAttempt(tx, ruling.attemptId);
  if (!opened) return refuse('not-found');
  const checked = check(opened, ruling.kind, ruling.actorId);
  if (!checked.ok) return checked;
  const { attempt, contest } = opened;
  const { id, contestId, accountId, unitId, roundId } = attempt;
  const { kind, cause, causeId, reason, proposalId, actorId, now } = ruling;
  const at = await rulingInstant(tx, contestId, now);
  const row = { attemptId: id, contestId, accountId, kind, cause, causeId, reason, proposalId, actorId, at };
  await storeRuling(tx, row);
  await foldPerson(tx, { contestId, accountId, now });
  await markUnits(tx, contestId, [unitId]);
  const isAfterwards =
    contest.settledAt !== undefined || contest.rounds.find((each) => each.id === roundId)?.settledAt !== undefined;
  await recordAudit(tx, {
    at: now,
    actorId,
    action: kind === 'setAside' ? 'attempt.set-aside' : 'attempt.restored',
    subject: `attempt:${id}`,
    // why without the reason: words about a person have no place in the log.
    detail: { contestId, cause, causeId, isAfterwards, ...(proposalId === undefined ? {} : { proposal: proposalId }) },
  });
  return ok({ attempt });
}

/**
 * The instant of a ruling that is made now.
 * why not `now` alone: whether it came before figures were frozen, and after another one, is told by the instants.
 */
export async function rulingInstant(tx: Tx, contestId: string, now: Instant): Promise<Instant> {
  const counts = await findFrozenCounts(contestId, tx);
  const { lastAt } = await findRulingState(tx, contestId);
  return Math.max(now, lastAt + 1, ...[...counts.values()].map(({ frozenAt }) => frozenAt + 1));
}
