import { findNames } from './account.repo.server.ts';

/**
 * Full names by account id, whether they stand on boards or not. Only for those who may see names of the contest, and each
 * look is written down by the caller.
 */
export async function getFullNames(accountIds: readonly string[]): Promise<Map<string, string>> {
  const names = await findNames(accountIds);
  return new Map(names.map(({ id, fullName }) => [id, fullName]));
}
