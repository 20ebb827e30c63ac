import { boardName } from '#app/domain/identity/board-name.ts';
import { isMinor } from '#app/domain/identity/minor.ts';
import type { Role } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findAccount } from './account.repo.server.ts';
import { readName } from './kept-name.server.ts';

/** What a person sees about the own account: everything that is kept, but for the password's hash. */
export interface AccountView {
  readonly accountId: string;
  readonly signInName: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unit: { readonly id: string; readonly name: string };
  readonly showsFullName: boolean;
  /** May be under 16: then the full name never stands on boards. */
  readonly isMinor: boolean;
  /** As public boards show the name now. */
  readonly boardName: string;
  readonly createdAt: Instant;
  readonly roles: readonly { readonly role: Role; readonly unitName: string; readonly block: string | undefined }[];
  readonly consents: readonly { readonly purpose: string; readonly textVersion: string; readonly givenAt: Instant }[];
}

/** The account of a person, for that person. */
export async function getAccount({
  accountId,
  now,
}: {
  accountId: string;
  now: Instant;
}): Promise<Result<AccountView, 'not-found'>> {
  const row = await findAccount(accountId);
  if (!row) return refuse('not-found');
  return ok({
    accountId: row.id,
    signInName: readName(row),
    fullName: row.fullName,
    birthYear: row.birthYear,
    unit: row.unit,
    showsFullName: row.showsFullName,
    boardName: boardName(row.fullName, {
      showsFullName: row.showsFullName,
      isMinor: isMinor(row.birthYear, now),
    }),
    isMinor: isMinor(row.birthYear, now),
    createdAt: row.createdAt.getTime(),
    roles: row.grants.map((grant) => ({
      role: grant.role as Role,
      unitName: grant.unit.name,
      block: grant.block || undefined,
    })),
    consents: row.consents.map((consent) => ({ ...consent, givenAt: consent.givenAt.getTime() })),
  });
}
