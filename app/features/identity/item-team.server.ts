import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { storeGrant } from './account.repo.server.ts';
import { findAccountId } from './find-account-id.server.ts';
import { listGrants, removeGrant, type GrantLine } from './grant.repo.server.ts';

/** Roles in the work on questions: all that whoever leads it may give. */
export const ITEM_ROLES = ['itemAuthor', 'itemReviewer', 'itemApprover'] as const satisfies readonly Role[];
export type ItemRole = (typeof ITEM_ROLES)[number];

/** Who works on questions at a unit, by name. */
export const listItemTeam = (unitId: string): Promise<GrantLine[]> => listGrants(unitId, ITEM_ROLES);

interface Change {
  readonly actor: Actor;
  readonly unitId: string;
  readonly role: ItemRole;
  readonly now: Instant;
}

/** Gives a role in the work on questions to whoever signs in by that name. The right to it is asked before. */
export async function giveItemRole(
  change: Change & { readonly signInName: string },
): Promise<Result<undefined, 'unknown-person'>> {
  const { actor, unitId, role, now, signInName } = change;
  const accountId = await findAccountId(signInName);
  if (accountId === undefined) return refuse('unknown-person');
  await inTransaction(async (tx) => {
    await storeGrant(tx, { accountId, role, unitId }, now);
    const detail = { role, unitId };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'role.granted',
      subject: `account:${accountId}`,
      detail,
    });
  });
  return ok(undefined);
}

/** Takes such a role away; it ends with the person's next request. */
export async function takeItemRole(
  change: Change & { readonly accountId: string },
): Promise<Result<undefined, 'unknown-person'>> {
  const { actor, unitId, role, now, accountId } = change;
  return inTransaction(async (tx) => {
    if (!(await removeGrant(tx, { accountId, unitId, role }))) return refuse('unknown-person');
    const detail = { role, unitId };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'role.revoked',
      subject: `account:${accountId}`,
      detail,
    });
    return ok(undefined);
  });
}
