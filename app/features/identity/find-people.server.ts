import type { Actor } from '#app/domain/identity/actor.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { fold, tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { storeLook } from '#app/platform/db/look.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { getUnitIndex } from '../units/index.server.ts';
import { findPeople as findRows, findPeopleNamed } from './account.repo.server.ts';

/** A person as an organizer finds them. Only for who may see people; every look is to be recorded. */
export interface PersonHit {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
  readonly unitName: string;
}

const MOST = 20;

/**
 * People by their name to sign in with, or by their exact full name, with or without marks, within a unit and the units
 * below it. A name without a unit finds nobody: the whole province cannot be searched by name. Whom the actor finds is
 * written into the audit log, so that everybody may ask who has looked at them.
 */
export async function findPeople(query: {
  actor: Actor;
  text: string;
  unitId: string | undefined;
  now: Instant;
}): Promise<PersonHit[]> {
  const { actor, text, unitId, now } = query;
  const index = await getUnitIndex(now);
  const signInName = signInNameOf(text);
  const bySignIn = signInName === undefined ? [] : await findRows({ signInName });
  const place = unitId === undefined ? undefined : index.get(unitId);
  const name = fold(tidy(text));
  const byName = place && name !== '' ? await findPeopleNamed(name, place.path, MOST) : [];
  const found = new Map([...bySignIn, ...byName].map((row) => [row.id, row]));
  await inTransaction(async (tx) => {
    for (const id of found.keys()) {
      await storeLook(tx, { at: now, actorId: actor.accountId, what: 'person', accountId: id, people: 1 });
    }
  });
  return [...found.values()].map((row) => hitOf(row, index.get(row.unitId)?.name));
}

/** These people by account id, as far as there are accounts. */
export async function getPeople(accountIds: readonly string[], now: Instant): Promise<Map<string, PersonHit>> {
  const [rows, index] = await Promise.all([findRows({ id: { in: [...new Set(accountIds)] } }), getUnitIndex(now)]);
  return new Map(rows.map((row) => [row.id, hitOf(row, index.get(row.unitId)?.name)]));
}

const hitOf = (
  row: { id: string; fullName: string; birthYear: number; unitId: string },
  unitName: string | undefined,
): PersonHit => ({
  accountId: row.id,
  fullName: row.fullName,
  birthYear: row.birthYear,
  unitId: row.unitId,
  unitName: unitName ?? row.unitId,
});
