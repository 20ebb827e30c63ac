import { findNames } from './unit.repo.server.ts';

/** Names of units by id; units that have ended have names too. */
export async function getUnitNames(unitIds: readonly string[]): Promise<Map<string, string>> {
  const units = await findNames([...new Set(unitIds)]);
  return new Map(units.map(({ id, name }) => [id, name]));
}
