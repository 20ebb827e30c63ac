import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { matchPeople, type Match } from '#app/domain/rosters/match-people.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { findImports } from './roster-import.repo.server.ts';
import {
  findNamesakes,
  findPeopleOf,
  storeMatch,
  type RosterPersonRow,
  type StoredMatch,
} from './roster-person.repo.server.ts';

/** A person whose account is looked for. */
export type ToMatch = Pick<RosterPersonRow, 'id' | 'fullName' | 'birthYear' | 'match'>;

/** How each of these people is matched with the accounts of the unit and of those below it, as they are now. */
export async function matchesOf(
  tx: Tx | undefined,
  unitId: string,
  people: readonly ToMatch[],
  now: Instant,
): Promise<Map<string, StoredMatch>> {
  const index = await getUnitIndex(now);
  const branch = [...index.values()].filter(({ pathIds }) => pathIds.includes(unitId)).map(({ id }) => id);
  const names = [...new Set(people.map(({ fullName }) => fold(fullName)))];
  const accounts = await findNamesakes(tx, branch.length > 0 ? branch : [unitId], names);
  const rows = people.map(({ id, fullName, birthYear, match }) => ({
    id,
    fullName,
    birthYear,
    confirmed: match.state === 'confirmed' ? match.accountId : undefined,
    refused: match.refused,
  }));
  const matches = matchPeople(rows, accounts);
  return new Map(people.map(({ id, match }) => [id, stored(matches.get(id), match.refused)]));
}

const stored = (match: Match | undefined, refused: readonly string[]): StoredMatch => ({
  state: match?.state ?? 'none',
  accountId: match && 'accountId' in match ? match.accountId : undefined,
  candidates: match && 'candidates' in match ? match.candidates : [],
  refused,
});

const isSame = (a: StoredMatch, b: StoredMatch): boolean =>
  a.state === b.state && a.accountId === b.accountId && a.candidates.join() === b.candidates.join();

/** Pages of a roster are opened more often than people register. */
const FRESH_MS = 60_000;
const matchedAt = new Map<string, Instant>();
whenForgotten(() => matchedAt.clear());

/**
 * Matches the roster of a unit again, as people have registered or changed their unit since: on opening its page, a minute apart at
 * the least, and by the button at once. What people decided stays. @returns how many rows changed
 */
export async function matchRoster(query: { unitId: string; now: Instant; isAsked: boolean }): Promise<number> {
  const { unitId, now, isAsked } = query;
  const last = matchedAt.get(unitId);
  if (!isAsked && last !== undefined && now >= last && now - last < FRESH_MS) return 0;
  matchedAt.set(unitId, now);
  const { current } = await findImports(undefined, unitId);
  if (!current) return 0;
  // why looked at outside: mostly nothing has changed, and a transaction keeps others waiting.
  const people = await findPeopleOf(undefined, unitId, current.id);
  const changed = await changesOf(undefined, unitId, people, now);
  if (changed.size === 0) return 0;
  return inTransaction(async (tx) => {
    // why again: somebody may have decided about one of them meanwhile.
    const again = await changesOf(tx, unitId, await findPeopleOf(tx, unitId, current.id), now);
    for (const [id, match] of again) await storeMatch(tx, id, match);
    return again.size;
  });
}

async function changesOf(
  tx: Tx | undefined,
  unitId: string,
  people: readonly RosterPersonRow[],
  now: Instant,
): Promise<Map<string, StoredMatch>> {
  const matches = await matchesOf(tx, unitId, people, now);
  return new Map(
    people.flatMap(({ id, match }): [string, StoredMatch][] => {
      const next = matches.get(id);
      return next && !isSame(next, match) ? [[id, next]] : [];
    }),
  );
}
