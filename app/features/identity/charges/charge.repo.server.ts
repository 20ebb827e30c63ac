import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { closeAllSessions } from '../session.repo.server.ts';

const ROLE = 'unitManager';

/** Who is in charge of what, without names. */
export interface ChargeKey {
  readonly accountId: string;
  readonly unitId: string;
  /** Empty for the whole branch. */
  readonly block: string;
}

/** A charge with who has it and who gave it. */
export interface ChargeRow extends ChargeKey {
  readonly fullName: string;
  readonly grantedAt: Instant;
  readonly grantedById: string | undefined;
}

/** Every charge in a branch, by keys alone: there are about as many as units, and names are looked up for one page of them. */
export async function findChargeKeys(unitPath: string): Promise<ChargeKey[]> {
  return (await database()).grant.findMany({
    where: { role: ROLE, unit: { path: { startsWith: unitPath } } },
    select: { accountId: true, unitId: true, block: true },
  });
}

/** These charges in full, in the order of the keys. */
export async function findCharges(keys: readonly ChargeKey[]): Promise<ChargeRow[]> {
  const textOf = ({ accountId, unitId, block }: ChargeKey): string => [accountId, unitId, block].join('\n');
  const rows = await (
    await database()
  ).grant.findMany({
    where: { role: ROLE, accountId: { in: keys.map((key) => key.accountId) } },
    select: {
      accountId: true,
      unitId: true,
      block: true,
      grantedAt: true,
      grantedById: true,
      account: { select: { fullName: true } },
    },
  });
  const byKey = new Map(rows.map((row) => [textOf(row), row]));
  return keys.flatMap((key) => {
    const row = byKey.get(textOf(key));
    if (!row) return [];
    const { account, grantedAt, grantedById, ...rest } = row;
    return [
      { ...rest, fullName: account.fullName, grantedAt: grantedAt.getTime(), grantedById: grantedById ?? undefined },
    ];
  });
}

/** Whether somebody is in charge of exactly this already. */
export const hasCharge = async (tx: Tx, key: ChargeKey): Promise<boolean> =>
  (await tx.grant.count({ where: { ...key, role: ROLE } })) > 0;

/** Takes a charge away, and ends all sessions of the person. @returns whether the person had it */
export async function removeCharge(tx: Tx, key: ChargeKey): Promise<boolean> {
  const { count } = await tx.grant.deleteMany({ where: { ...key, role: ROLE } });
  if (count > 0) await closeAllSessions(tx, key.accountId);
  return count > 0;
}
