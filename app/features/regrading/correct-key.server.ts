import { createHash } from 'node:crypto';
import type { Contest } from '#app/domain/contests/contest.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { announceRound } from '#app/features/attempts/index.server.ts';
import {
  changeCorrections,
  dropNotices,
  findCorrection,
  findCorrections,
  storeCorrection,
  storeNotice,
} from '#app/features/contests/index.server.ts';
import { findFrozenCounts } from '#app/features/results/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { markChangesText } from '#app/text/mark-changes.ts';
import { storeKeyEvent } from './mark-change.repo.server.ts';
import {
  decideCorrection,
  openItem,
  reasonOf,
  type Correcting,
  type CorrectingRefusal,
} from './open-correcting.server.ts';

export interface KeyCorrecting extends Correcting {
  readonly reason: string;
  /** Stands for one sending of the form: the same key makes the same correction once. */
  readonly key: string;
  /** How many corrections the contest had when this one was looked at; left out where nobody looked. */
  readonly seen?: number | undefined;
  /** The proposal that a second person carries out, and who made it; left out at the command line, where one alone corrects. */
  readonly proposal?: { readonly id: string; readonly byId: string } | undefined;
}

export type Corrected = Result<{ readonly correctionId: string; readonly isNew: boolean }, CorrectingRefusal>;

/**
 * Makes a correction: appended with its reason, recorded in the audit log and in the life of the item, and told to everybody
 * in the contest. From its commit on every attempt that ends is marked by it; grading those that are over again is
 * regrade()'s, and goes on whatever happens to this process. On screen it takes two people, see propose-correction.server.ts; this is
 * the direct way of who operates the installation.
 */
export async function correctKey(command: KeyCorrecting): Promise<Corrected> {
  const reason = reasonOf(command.reason);
  if (reason === undefined) return refuse('reason-missing');
  const opened = await openItem(command.contestSlug, command.itemVersionId);
  if (!opened.ok) return opened;
  const { contest } = opened.value;
  const made = await inTransaction((tx) => makeCorrection(tx, command, { ...opened.value, reason }));
  if (made.ok && made.value.isNew) announceCorrection(contest);
  return made;
}

/** Tells open sheets and pages of a correction, once it is stored. */
export function announceCorrection(contest: Contest): void {
  dropNotices();
  for (const round of contest.rounds) announceRound(round.id);
}

type Opened = Extract<Awaited<ReturnType<typeof openItem>>, { ok: true }>['value'];

/** Makes a correction in the caller's transaction; what it refuses it has not begun to write. */
export async function makeCorrection(
  tx: Tx,
  command: KeyCorrecting,
  { contest, body, reason }: Opened & { readonly reason: string },
): Promise<Corrected> {
  const { actor, itemVersionId, now } = command;
  const id = idOf(command, contest.id);
  await changeCorrections(tx, contest.id);
  if (await findCorrection(id, tx)) return ok({ correctionId: id, isNew: false });
  const all = await findCorrections(contest.id, tx);
  if (command.seen !== undefined && command.seen !== all.length) return refuse('correction-changed');
  const decided = decideCorrection(all, command, body);
  if (!decided.ok) return decided;
  const { correction } = decided.value;
  const counts = await findFrozenCounts(contest.id, tx);
  // why not `now` alone: whether a correction came before figures were frozen, and after another one, is told by the instants.
  const past = [...all.map(({ at }) => at), ...[...counts.values()].map(({ frozenAt }) => frozenAt)];
  const at = Math.max(now, ...past.map((each) => each + 1));
  const { kind } = correction;
  await storeCorrection(tx, {
    id,
    contestId: contest.id,
    itemVersionId,
    ...correction,
    reason,
    actorId: actor.accountId,
    at,
  });
  await storeKeyEvent(tx, { itemVersionId, actorId: actor.accountId, contestId: contest.id, kind, reason, at });
  const { noticeOf, kindNotice } = markChangesText.vi;
  const text = noticeOf(kindNotice[kind], reason);
  await storeNotice(tx, { id, contestId: contest.id, text, actorId: actor.accountId, at: now });
  await recordAudit(tx, {
    at: now,
    actorId: actor.accountId,
    action: 'key.corrected',
    subject: `correction:${id}`,
    // why without the key: what is right has no place in the log.
    detail: {
      contestId: contest.id,
      itemVersionId,
      kind,
      reason,
      ...(command.proposal ? { proposal: command.proposal.id, proposedBy: command.proposal.byId } : {}),
    },
  });
  return ok({ correctionId: id, isNew: true });
}

const idOf = ({ actor, key }: Pick<KeyCorrecting, 'actor' | 'key'>, contestId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([actor.accountId, key, contestId]))
    .digest('hex')
    .slice(0, 32);
