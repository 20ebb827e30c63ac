import { randomBytes } from 'node:crypto';
import { codeFromBytes, groupedCode } from '#app/domain/confirmations/confirmation-code.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findTakingPart, getContest } from '#app/features/contests/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findConfirmation, findOwnName, storeConfirmation, type Confirmation } from './confirmation.repo.server.ts';
import { unitText } from './unit-text.server.ts';

/** The confirmation as the person shows it. */
export interface ConfirmationView {
  /** As it is kept; it is the last part of the address where anybody checks it. */
  readonly code: string;
  readonly shownCode: string;
  readonly fullName: string;
  readonly unit: string;
  readonly contest: { readonly slug: string; readonly title: string };
  /** When the person took part for the first time. */
  readonly since: Instant;
}

/**
 * A person's own confirmation of having taken part; made when it is first asked for, and the same ever after.
 * @returns 'not-taken-part' to somebody who has begun no attempt that counts: practice proves nothing
 */
export async function getConfirmation(question: {
  actor: Actor;
  contestSlug: string;
  now: Instant;
}): Promise<Result<ConfirmationView, 'not-found' | 'not-taken-part'>> {
  const { actor, contestSlug, now } = question;
  const { accountId } = actor;
  const found = await getContest(contestSlug, now);
  if (!found) return refuse('not-found');
  const { id: contestId, slug, title } = found.contest;
  const [part, fullName, index] = await Promise.all([
    findTakingPart(contestId, accountId),
    findOwnName(accountId),
    getUnitIndex(now),
  ]);
  if (!part || fullName === undefined) return refuse('not-taken-part');
  const { code } = (await findConfirmation(undefined, contestId, accountId)) ?? (await make(contestId, accountId, now));
  return ok({
    code,
    shownCode: groupedCode(code),
    fullName,
    unit: unitText(index, part.unitId),
    contest: { slug, title },
    since: part.since,
  });
}

function make(contestId: string, accountId: string, now: Instant): Promise<Confirmation> {
  return inTransaction(async (tx) => {
    const made = { code: newCode(), contestId, accountId, issuedAt: now };
    const stored = await storeConfirmation(tx, made);
    if (stored.code === made.code) {
      const subject = `account:${accountId}`;
      await recordAudit(tx, {
        at: now,
        actorId: accountId,
        action: 'confirmation.made',
        subject,
        detail: { contestId },
      });
    }
    return stored;
  });
}

function newCode(): string {
  for (;;) {
    const code = codeFromBytes(randomBytes(32));
    if (code !== undefined) return code;
  }
}
