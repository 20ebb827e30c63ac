import type { Role } from '#app/domain/identity/actor.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { readMaskedName } from './kept-name.server.ts';
import { closeAllSessions } from './session.repo.server.ts';

/** Who has a role at a unit. */
export interface GrantLine {
  readonly accountId: string;
  readonly fullName: string;
  /** A phone number with its middle hidden. */
  readonly signInName: string;
  readonly role: Role;
}

/** Everybody who has one of these roles at a unit, by name. */
export async function listGrants(unitId: string, roles: readonly Role[]): Promise<GrantLine[]> {
  const rows = await (
    await database()
  ).grant.findMany({
    where: { unitId, role: { in: [...roles] } },
    select: { role: true, account: { select: { id: true, fullName: true, signInName: true, phoneSealed: true } } },
  });
  return rows
    .map(({ role, account }) => ({
      accountId: account.id,
      fullName: account.fullName,
      signInName: readMaskedName(account),
      role: role as Role,
    }))
    .toSorted((a, b) => a.fullName.localeCompare(b.fullName, 'vi') || a.role.localeCompare(b.role));
}

/** Takes a role at a unit away, and ends all sessions of the person. @returns whether the person had it */
export async function removeGrant(
  tx: Tx,
  grant: { readonly accountId: string; readonly unitId: string; readonly role: Role },
): Promise<boolean> {
  const { count } = await tx.grant.deleteMany({ where: grant });
  if (count > 0) await closeAllSessions(tx, grant.accountId);
  return count > 0;
}

/** Whether a person holds any role. */
export const hasAnyGrant = async (accountId: string): Promise<boolean> =>
  (await (await database()).grant.findFirst({ where: { accountId }, select: { role: true } })) !== null;
