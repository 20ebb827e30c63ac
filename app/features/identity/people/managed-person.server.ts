import type { ManagedPerson } from '#app/domain/identity/account-reach.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { getUnitIndex, type UnitIndex } from '../../units/index.server.ts';
import { findPerson, type PersonRow } from './person.repo.server.ts';

/** A person with what rights ask about. */
export interface PersonInReach {
  readonly row: PersonRow;
  readonly person: ManagedPerson;
  readonly unitName: string;
}

/** The same of a row that was read already. */
export function inReach(row: PersonRow, index: UnitIndex): PersonInReach {
  const place = index.get(row.unitId);
  return {
    row,
    // why an impossible path: a person whose unit is not known is in nobody's part.
    person: {
      accountId: row.id,
      home: { path: place?.path ?? '?', block: place?.block },
      grants: row.grants.map(({ role, unitPath, block }) => ({ role, unitPath, block })),
    },
    unitName: place?.name ?? row.unitId,
  };
}

/** A person by account id, as rights look at people. */
export async function findInReach(accountId: string, now: Instant, tx?: Tx): Promise<PersonInReach | undefined> {
  const [row, index] = await Promise.all([findPerson(accountId, tx), getUnitIndex(now)]);
  return row && inReach(row, index);
}
