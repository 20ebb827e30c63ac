import { noCodeBecause, type NoCodeBecause } from '#app/domain/identity/account-reach.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { unitPagesOf, type UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getUnit, type UnitPlace } from '../../units/index.server.ts';
import { findInReach, type PersonInReach } from '../people/managed-person.server.ts';
import { searchAccounts } from '../people/search-accounts.server.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A person who may get a code, or why not. */
export interface RecoverablePerson {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitName: string;
  readonly because: NoCodeBecause | 'account-off' | undefined;
}

/** The page where a unit gives codes: where it stands, and whom the search has found. */
export interface RecoveryPage {
  readonly unit: Named;
  readonly ancestors: readonly Named[];
  readonly pages: readonly UnitPageName[];
  readonly search: {
    readonly people: readonly RecoverablePerson[];
    readonly count: number;
    readonly isCut: boolean;
    readonly isTooShort: boolean;
    readonly page: number;
    readonly pages: number;
  };
  /** The person of the second step. */
  readonly chosen: RecoverablePerson | undefined;
}

/** @param question.place the unit of the page, for which the actor's right was asked already */
export async function getRecoveryPage(question: {
  actor: Actor;
  place: UnitPlace;
  text: string;
  page: number;
  who: string | undefined;
  now: Instant;
}): Promise<Result<RecoveryPage, 'not-found'>> {
  const { actor, place, text, page, who, now } = question;
  const isMine = (person: PersonInReach['person']): boolean => can(actor, 'issue-recovery-code', person.home);
  const [found, search, asked] = await Promise.all([
    getUnit({ unitId: place.id, now }),
    searchAccounts({ text: who === undefined ? text : '', unitPath: place.path, page, isMine, now }),
    who === undefined ? undefined : findInReach(who, now),
  ]);
  if (!found.ok) return refuse('not-found');
  const named = ({ id, name }: Named): Named => ({ id, name });
  const isHere =
    asked !== undefined && isWithin(asked.person.home.path, place.path) && isMine(asked.person) && !asked.row.isGone;
  return ok({
    unit: named(found.value.unit),
    ancestors: found.value.ancestors.map(named),
    pages: unitPagesOf(actor, place),
    search: { ...search, people: search.found.map((each) => shown(actor, each)) },
    chosen: isHere ? shown(actor, asked) : undefined,
  });
}

const shown = (actor: Actor, { row, person, unitName }: PersonInReach): RecoverablePerson => ({
  accountId: row.id,
  fullName: row.fullName,
  birthYear: row.birthYear,
  unitName,
  because: noCodeBecause(actor, person) ?? (row.disabledAt === undefined ? undefined : 'account-off'),
});
