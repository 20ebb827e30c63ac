import { mayManageAccount, maySeeAccount } from '#app/domain/identity/account-reach.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { dropCodes } from '../recovery/one-time-code.repo.server.ts';
import { closeAllSessions } from '../session.repo.server.ts';
import { findInReach } from './managed-person.server.ts';
import { countAdministrators, removeFactors, storeDisabled, type PersonRow } from './person.repo.server.ts';
import type { AccountAct } from './person.schema.ts';

type WhyNot = 'unknown-person' | 'beyond-own-reach' | 'own-account' | 'last-administrator' | 'nothing-there';

const NOTED: Record<AccountAct, string> = {
  disable: 'account.disabled',
  enable: 'account.enabled',
  'end-sessions': 'sessions.ended',
  'remove-factors': 'second-factor.removed',
};

/**
 * Switches an account off or on, ends its sessions, or takes its second factor away after it was lost. Only for who may do so
 * where the person belongs and wherever the person has a role; never for the own account.
 */
export const doAccountAct = (command: {
  actor: Actor;
  accountId: string;
  act: AccountAct;
  reason: string;
  now: Instant;
}): Promise<Result<undefined, WhyNot>> =>
  inTransaction(async (tx) => {
    const { actor, accountId, act, reason, now } = command;
    await holdAlone(tx, 'administrators');
    const found = await findInReach(accountId, now, tx);
    if (!found || found.row.isGone || !maySeeAccount(actor, found.person)) return refuse('unknown-person');
    if (accountId === actor.accountId) return refuse('own-account');
    if (!mayManageAccount(actor, found.person)) return refuse('beyond-own-reach');
    const done = await carryOut(tx, found.row, act, now);
    if (!done.ok) return done;
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: NOTED[act],
      subject: `account:${accountId}`,
      detail: { reason },
    });
    return ok(undefined);
  });

async function carryOut(
  tx: Tx,
  row: PersonRow,
  act: AccountAct,
  now: Instant,
): Promise<Result<undefined, 'last-administrator' | 'nothing-there'>> {
  const isOff = row.disabledAt !== undefined;
  if (act === 'enable') {
    if (!isOff) return refuse('nothing-there');
    await storeDisabled(tx, row.id, undefined);
    return ok(undefined);
  }
  if (act === 'remove-factors' && (await removeFactors(tx, row.id)) === 0) return refuse('nothing-there');
  if (act === 'disable') {
    if (isOff) return refuse('nothing-there');
    await storeDisabled(tx, row.id, now);
    const isAdministrator = row.grants.some((grant) => grant.role === 'administrator');
    if (isAdministrator && (await countAdministrators(tx)) === 0) {
      await storeDisabled(tx, row.id, undefined);
      return refuse('last-administrator');
    }
    await dropCodes(tx, row.id, 'recovery');
  }
  await closeAllSessions(tx, row.id);
  return ok(undefined);
}
