import { isOwnLastAdministration, mayGiveRole, maySeeAccount } from '#app/domain/identity/account-reach.ts';
import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { getUnitIndex, type UnitPlace } from '../../units/index.server.ts';
import { storeGrant } from '../account.repo.server.ts';
import { branchBlocks } from '../charges/branch-blocks.ts';
import { closeAllSessions } from '../session.repo.server.ts';
import { findInReach } from './managed-person.server.ts';
import { countAdministrators, removeRole } from './person.repo.server.ts';

/** A role of a person that is given or taken. */
export interface RoleCommand {
  readonly actor: Actor;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string;
  /** Left out, the whole branch. */
  readonly block?: string | undefined;
  readonly reason: string;
  readonly now: Instant;
}

type Reach = 'forbidden' | 'beyond-own-reach' | 'unknown-unit';

async function placeOf({ actor, role, unitId, block, now }: RoleCommand): Promise<Result<UnitPlace, Reach>> {
  const place = (await getUnitIndex(now)).get(unitId);
  if (place && mayGiveRole(actor, { role, unitPath: place.path, block })) return ok(place);
  if (!actor.grants.some((own) => mayGiveRole(actor, own))) return refuse('forbidden');
  return refuse(place ? 'beyond-own-reach' : 'unknown-unit');
}

const detailOf = ({ role, unitId, block, reason }: RoleCommand) => ({
  role,
  unitId,
  reason,
  ...(block === undefined ? {} : { block }),
});

/** Gives a person a role at a unit and all below it, or in one block there. Nobody gives what reaches beyond the own right. */
export async function givePersonRole(
  command: RoleCommand,
): Promise<Result<undefined, Reach | 'unknown-person' | 'account-off' | 'block-not-here'>> {
  const placed = await placeOf(command);
  if (!placed.ok) return placed;
  const { actor, accountId, role, unitId, block, now } = command;
  if (block !== undefined && !branchBlocks(await getUnitIndex(now), placed.value.path).has(block)) {
    return refuse('block-not-here');
  }
  return inTransaction(async (tx) => {
    const found = await findInReach(accountId, now, tx);
    if (!found || found.row.isGone || !maySeeAccount(actor, found.person)) return refuse('unknown-person');
    if (found.row.disabledAt !== undefined) return refuse('account-off');
    const isHeld = found.row.grants.some(
      (grant) => grant.role === role && grant.unitId === unitId && grant.block === block,
    );
    if (isHeld) return ok(undefined);
    const key = { accountId, role, unitId, ...(block === undefined ? {} : { block }), grantedById: actor.accountId };
    await storeGrant(tx, key, now);
    const by = { at: now, actorId: actor.accountId, subject: `account:${accountId}` };
    await recordAudit(tx, { ...by, action: 'role.granted', detail: detailOf(command) });
    return ok(undefined);
  });
}

/** Takes a role away, from the person's next request on. Never the own last, nor the last administration of all. */
export async function takePersonRole(
  command: RoleCommand,
): Promise<Result<undefined, Reach | 'unknown-person' | 'last-administrator' | 'nothing-there'>> {
  const placed = await placeOf(command);
  if (!placed.ok) return placed;
  const { actor, accountId, role, unitId, block, now } = command;
  if (isOwnLastAdministration(actor, accountId, role)) return refuse('last-administrator');
  return inTransaction(async (tx) => {
    // why alone: two administrators who take each other's role at once must not both succeed.
    await holdAlone(tx, 'administrators');
    const found = await findInReach(accountId, now, tx);
    if (!found) return refuse('unknown-person');
    if (role === 'administrator' && isAll(found.row.grants, command) && (await countAdministrators(tx)) <= 1) {
      return refuse('last-administrator');
    }
    if (!(await removeRole(tx, { accountId, role, unitId, block: block ?? '' }))) return refuse('nothing-there');
    // why: a session never outlives the rights that it was opened with.
    await closeAllSessions(tx, accountId);
    const by = { at: now, actorId: actor.accountId, subject: `account:${accountId}` };
    await recordAudit(tx, { ...by, action: 'role.revoked', detail: detailOf(command) });
    return ok(undefined);
  });
}

/** Whether the role is one over the whole tree: the top's path has one step. */
const isAll = (
  grants: readonly { role: Role; unitId: string; unitPath: string; block: string | undefined }[],
  { role, unitId, block }: RoleCommand,
): boolean =>
  block === undefined &&
  grants.some(
    (grant) =>
      grant.role === role &&
      grant.unitId === unitId &&
      grant.block === undefined &&
      grant.unitPath.split('/').filter(Boolean).length === 1,
  );
