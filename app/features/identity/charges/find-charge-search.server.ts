import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { findUnitHit, findUnits, getUnitIndex, type UnitHit } from '../../units/index.server.ts';
import { findCandidates, type Candidate } from './find-candidates.server.ts';

/** What the choosers of the form have found: a person, and a unit of the branch. */
export interface ChargeSearch {
  readonly people: readonly Candidate[] | undefined;
  readonly units: readonly UnitHit[] | undefined;
  /** The unit that is chosen: at first the one of the page. */
  readonly unit: UnitHit | undefined;
}

const MOST = 200;

/** Searches for what was typed into the form; nobody is looked for where nothing was typed. */
export async function findChargeSearch(query: {
  actor: Actor;
  raw: Readonly<Record<string, string>>;
  pageUnit: string;
  now: Instant;
}): Promise<Result<ChargeSearch, 'too-many-tries'>> {
  const { actor, raw, pageUnit, now } = query;
  const typed = (name: string): string => (raw[name] ?? '').slice(0, MOST).trim();
  const [text, unitText] = [typed('personQuery'), typed('unitQuery')];
  const people = text === '' ? undefined : await findCandidates({ actor, text, unitId: pageUnit, now });
  if (people && !people.ok) return people;
  const index = await getUnitIndex(now);
  const branch = index.get(pageUnit)?.path;
  const isHere = (id: string): boolean => branch !== undefined && isWithin(index.get(id)?.path ?? '', branch);
  const [units, unit] = await Promise.all([
    unitText === '' ? undefined : findUnits({ query: unitText, now, only: 'all' }),
    findUnitHit(isHere(typed('unitId')) ? typed('unitId') : pageUnit),
  ]);
  return ok({ people: people?.value, units: units?.filter((hit) => isHere(hit.id)), unit });
}
