import { setImmediate } from 'node:timers/promises';
import type { Instant } from '#app/domain/kernel/time.ts';
import { pageParticipations } from '#app/features/contests/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { foldPeople, scopesOf } from './fold-people.server.ts';
import { readBasis } from './ranking-basis.server.ts';
import { forgetBoards } from './shared-reads.server.ts';
import { deleteOtherScopes } from './standing.repo.server.ts';
import { markAllUnits } from './tally-mark.repo.server.ts';

/** People whose rows are written in one transaction: few enough that nobody who saves an answer waits long for it. */
const BATCH = 150;
const MOST_DELETED = 5_000;

interface Rebuild {
  readonly contestId: string;
  /** Only these rounds, and over all rounds; all of them where it is left out. */
  readonly roundIds?: readonly string[] | undefined;
  readonly now: Instant;
  /** Stops between two batches; what is left undone is done by the next rebuild. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes all rows of a contest anew from its attempts, bit for bit as folding them in one by one gives them. Wanted where
 * what rows rest on has changed: after the time of a contest with frozen boards was adjusted, after its rules were, and when
 * it is settled. People are gone through in batches; boards can be read meanwhile.
 * @returns how many people were gone through, and whether it came to the end
 */
export async function rebuildStandings(rebuild: Rebuild): Promise<{ people: number; isDone: boolean }> {
  let people = 0;
  let after: string | undefined = '';
  if (rebuild.roundIds === undefined) await dropOtherScopes(rebuild);
  while (after !== undefined) {
    if (rebuild.signal?.aborted === true) return { people, isDone: false };
    const batch = await rebuildBatch(rebuild, after);
    people += batch.people;
    after = batch.last;
    // why: requests that came in meanwhile are answered before the next batch.
    await setImmediate();
  }
  forgetBoards();
  return { people, isDone: true };
}

async function rebuildBatch(
  { contestId, roundIds, now }: Rebuild,
  after: string,
): Promise<{ people: number; last: string | undefined }> {
  return inTransaction(async (tx) => {
    const basis = await readBasis(tx, contestId, now);
    if (!basis) return { people: 0, last: undefined };
    // why in every batch: figures may be counted between two of them, and a rebuild may die after any.
    await markAllUnits(tx, contestId);
    const accountIds = await pageParticipations(tx, contestId, after, BATCH);
    const upTo = accountIds.length < BATCH ? undefined : accountIds.at(-1);
    await foldPeople(tx, basis, {
      accountIds,
      roundIds: roundIds ?? basis.rounds.map(({ id }) => id),
      // why all between: also rows of people who are no longer in the contest go.
      whose: { after, upTo },
    });
    return { people: accountIds.length, last: upTo };
  });
}

/** Rules that changed may have left rows of scopes that there are no more. */
async function dropOtherScopes({ contestId, now }: Rebuild): Promise<void> {
  let dropped: number;
  do {
    dropped = await inTransaction(async (tx) => {
      const basis = await readBasis(tx, contestId, now);
      const rounds = basis?.rounds.map(({ id }) => id) ?? [];
      return basis ? deleteOtherScopes(tx, contestId, scopesOf(basis, rounds), MOST_DELETED) : 0;
    });
  } while (dropped === MOST_DELETED);
}
