import type { Role } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { staysOf } from '#app/domain/privacy/looks.ts';
import { getUnitNames } from '../units/index.server.ts';
import { findDuties, findWhereabouts, pageLooksAt } from './look.repo.server.ts';
import { findOwnContests } from './entries.repo.server.ts';

/** One look, as the person sees it who was looked at. */
export interface LookView {
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
  readonly isFile: boolean;
  readonly people: number;
  readonly reason: string;
  /** About the person alone, or a list on which they may stand. */
  readonly isPersonal: boolean;
  /** The unit or the contest whose list it was. */
  readonly of: string | undefined;
  /** Name and duties of the official as they are now; undefined when the account is gone. */
  readonly by:
    | { readonly fullName: string; readonly duties: readonly { readonly role: Role; readonly unitName: string }[] }
    | undefined;
}

export const LOOKS_PER_PAGE = 30;

/** Who has looked at a person's data, and at lists of the units and contests while the person stood on them. */
export async function getLooks(
  accountId: string,
  { page }: { page: number },
): Promise<{ total: number; rows: LookView[] }> {
  const { account, moves, entries } = await findWhereabouts(accountId);
  if (!account) return { total: 0, rows: [] };
  const person = { accountId, stays: staysOf(account, moves), entries };
  const { total, rows } = await pageLooksAt(person, { page, perPage: LOOKS_PER_PAGE });
  const [duties, units, contests] = await Promise.all([
    findDuties([...new Set(rows.map(({ actorId }) => actorId))]),
    getUnitNames(rows.flatMap(({ unitId }) => (unitId ? [unitId] : []))),
    findOwnContests(accountId),
  ]);
  const titles = new Map(contests.map(({ id, title }) => [id, title]));
  return {
    total,
    rows: rows.map(({ id, at, what, isFile, people, reason, actorId, unitId, contestId, ...row }) => {
      const official = duties.get(actorId);
      return {
        id,
        at,
        what,
        isFile,
        people,
        reason,
        isPersonal: row.accountId === accountId,
        of: unitId ? units.get(unitId) : contestId ? titles.get(contestId) : undefined,
        by: official && {
          fullName: official.fullName,
          duties: official.duties.map(({ role, unitName }) => ({ role: role as Role, unitName })),
        },
      };
    }),
  };
}
