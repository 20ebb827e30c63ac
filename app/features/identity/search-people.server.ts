import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findUnitHit, findUnits, type UnitHit } from '../units/index.server.ts';
import { findPeople, type PersonHit } from './find-people.server.ts';

/** What a form with a chooser of a unit, and of a person within it, has found. */
export interface PeopleSearch {
  readonly units: readonly UnitHit[] | undefined;
  readonly unit: UnitHit | undefined;
  readonly people: readonly PersonHit[] | undefined;
}

const MOST = 200;

/**
 * Searches for what was typed into the choosers of a form; nothing is found where nothing was typed.
 * @param raw its fields `unitQuery`, `unitId` and `personQuery`, as they were posted
 */
export async function searchPeople(
  raw: Readonly<Record<string, string>>,
  actor: Actor,
  now: Instant,
): Promise<PeopleSearch> {
  const typed = (name: string): string => (raw[name] ?? '').slice(0, MOST);
  const [query, text] = [typed('unitQuery'), typed('personQuery')];
  const [units, unit] = await Promise.all([
    query.trim() === '' ? undefined : findUnits({ query, now, only: 'all' }),
    findUnitHit(typed('unitId')),
  ]);
  const people = text.trim() === '' ? undefined : await findPeople({ actor, text, unitId: unit?.id, now });
  return { units, unit, people };
}
