import { boardName } from '#app/domain/identity/board-name.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { fold, tidy } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { storeLook } from '#app/platform/db/look.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { createKeptThrottle } from '#app/platform/rate-limit.server.ts';
import { getUnitIndex } from '../../units/index.server.ts';
import { findPeople, findPeopleNamed } from '../account.repo.server.ts';

/** Somebody who may be put in charge. Of people outside of the actor's branch no more is told than boards tell. */
export interface Candidate {
  readonly accountId: string;
  readonly name: string;
  readonly birthYear: number | undefined;
  readonly unitName: string | undefined;
}

const MOST = 20;
/** Phone numbers are sign-in names: nobody shall try them out one by one. */
const searches = createKeptThrottle({ name: 'candidates', tries: 60, seconds: 15 * 60 });

/**
 * People who may be put in charge: by their exact sign-in name wherever they are, by their exact full name among the people
 * of a branch whom the actor may see. Whom the actor finds is written down.
 */
export async function findCandidates(query: {
  actor: Actor;
  text: string;
  unitId: string;
  now: Instant;
}): Promise<Result<Candidate[], 'too-many-tries'>> {
  const { actor, text, unitId, now } = query;
  if (!(await searches.take(actor.accountId))) return refuse('too-many-tries');
  const index = await getUnitIndex(now);
  const seesPeopleAt = (id: string): boolean => {
    const at = index.get(id);
    return at !== undefined && can(actor, 'see-people-of-unit', at);
  };
  const signInName = signInNameOf(text);
  const name = fold(tidy(text));
  const place = index.get(unitId);
  const [exact, named] = await Promise.all([
    signInName === undefined ? [] : findPeople({ signInName }),
    place && name !== '' ? findPeopleNamed(name, place.path, MOST) : [],
  ]);
  const found = new Map(
    [...exact, ...named.filter((row) => seesPeopleAt(row.unitId))].map((row) => [row.id, row] as const),
  );
  await inTransaction(async (tx) => {
    for (const id of found.keys()) {
      await storeLook(tx, { at: now, actorId: actor.accountId, what: 'person', accountId: id, people: 1 });
    }
  });
  return ok(
    [...found.values()].map((row) =>
      seesPeopleAt(row.unitId)
        ? { accountId: row.id, name: row.fullName, birthYear: row.birthYear, unitName: index.get(row.unitId)?.name }
        : {
            accountId: row.id,
            name: boardName(row.fullName, { showsFullName: false, isMinor: false }),
            birthYear: undefined,
            unitName: undefined,
          },
    ),
  );
}
