import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { getUnit, getUnitIndex } from '../units/index.server.ts';
import { findCredentials, storeGrant } from './account.repo.server.ts';
import { branchBlocks } from './charges/branch-blocks.ts';

interface GrantRole {
  readonly actor: Actor;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string;
  /** Only for the units of this block in the branch; left out, for all of it. */
  readonly block?: string | undefined;
  readonly now: Instant;
}

/** Gives a person a role at a unit and all below it. Only who may grant roles at that unit can; giving it twice is fine. */
export async function grantRole({
  actor,
  accountId,
  role,
  unitId,
  block,
  now,
}: GrantRole): Promise<Result<undefined, 'forbidden' | 'not-found' | 'unknown-unit' | 'block-not-here'>> {
  const found = await getUnit({ unitId, now });
  // why forbidden before unknown: who may not grant roles learns nothing about which units or people exist.
  if (!can(actor, 'grant-role', found.ok ? found.value.unit.path : '')) {
    return refuse(
      actor.grants.some((grant) => grant.role === 'administrator') && !found.ok ? 'unknown-unit' : 'forbidden',
    );
  }
  if (block !== undefined && !(await hasBlock(unitId, block, now))) return refuse('block-not-here');
  return inTransaction(async (tx) => {
    if (!(await findCredentials({ id: accountId }, tx))) return refuse('not-found');
    await storeGrant(tx, { accountId, role, unitId, ...(block === undefined ? {} : { block }) }, now);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'role.granted',
      subject: `account:${accountId}`,
      detail: { role, unitId, ...(block === undefined ? {} : { block }) },
    });
    return ok(undefined);
  });
}

/** Whether any unit of the branch is of the block: a grant for one that nothing is of would hold nowhere. */
async function hasBlock(unitId: string, block: string, now: Instant): Promise<boolean> {
  const index = await getUnitIndex(now);
  return branchBlocks(index, index.get(unitId)?.path ?? '').has(block);
}
