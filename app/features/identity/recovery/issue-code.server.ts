import { noCodeBecause, type NoCodeBecause } from '#app/domain/identity/account-reach.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { groupedRecoveryCode, RECOVERY_CODE_LASTS } from '#app/domain/identity/recovery-code.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { getUnitIndex } from '../../units/index.server.ts';
import { findInReach } from '../people/managed-person.server.ts';
import { makeCode } from './make-code.server.ts';
import { storeCode } from './one-time-code.repo.server.ts';
import { codesByIssuer } from './recovery-throttles.server.ts';
import type { HowChecked } from './recovery.schema.ts';

/** A code that was given. It is shown once: nothing else knows it any more. */
export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: Instant;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitName: string;
}

type WhyNot = NoCodeBecause | 'unknown-person' | 'account-off' | 'too-many-tries';

/**
 * Gives a code by which a person whom the actor has checked gets back into the account. Any earlier code is good no more.
 * @param command.unitId the unit of the page: the person belongs to it or to a unit below
 */
export async function issueRecoveryCode(command: {
  actor: Actor;
  accountId: string;
  unitId: string;
  checkedBy: HowChecked;
  now: Instant;
}): Promise<Result<IssuedCode, WhyNot>> {
  const { actor, accountId, unitId, checkedBy, now } = command;
  if (!(await codesByIssuer.take(actor.accountId))) return refuse('too-many-tries');
  const index = await getUnitIndex(now);
  const branch = index.get(unitId)?.path;
  return inTransaction(async (tx) => {
    // why within: what was right when the page was loaded may not be any more.
    const found = await findInReach(accountId, now, tx);
    if (!found || branch === undefined || !isWithin(found.person.home.path, branch)) return refuse('unknown-person');
    const because = noCodeBecause(actor, found.person);
    // why unknown: who may not give the person a code is not told that there is one with that id.
    if (because) return refuse(because === 'forbidden' ? 'unknown-person' : because);
    const { row, unitName } = found;
    if (row.isGone) return refuse('unknown-person');
    if (row.disabledAt !== undefined) return refuse('account-off');
    const { code, codeHash } = makeCode(accountId, 'recovery');
    const expiresAt = now + RECOVERY_CODE_LASTS;
    const issuedById = actor.accountId;
    await storeCode(tx, { accountId, purpose: 'recovery', codeHash, channel: 'manager', issuedById, expiresAt }, now);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'recovery-code.issued',
      subject: `account:${accountId}`,
      detail: { unitId: row.unitId, checkedBy },
    });
    const { fullName, birthYear } = row;
    return ok({ code: groupedRecoveryCode(code), expiresAt, fullName, birthYear, unitName });
  });
}
