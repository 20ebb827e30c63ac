import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { boardScopes } from '#app/domain/results/board-scope.ts';
import { getContestOfRound } from '#app/features/contests/index.server.ts';
import { viewOf } from './board-view.server.ts';
import { ownRow, type OwnRow } from './get-leaderboard.server.ts';
import { personCodeOf } from './person-code.server.ts';
import { sharedRead } from './shared-reads.server.ts';
import { countStandings, findStanding } from './standing.repo.server.ts';

/** Where a person stands in a round, for the page of a result. */
export interface OwnPlace {
  /** The person's code in what the contest publishes. */
  readonly personCode: string;
  /** Undefined for somebody who is not ranked there, as after an attempt that is not valid, or in practice. */
  readonly place:
    | {
        readonly row: Omit<OwnRow, 'accountId' | 'unitId'>;
        /** How many are ranked. */
        readonly of: number;
        readonly isFinal: boolean;
        /** The attempt that counts for the person. */
        readonly attemptId: string;
        /** What the address of the board says for this round. */
        readonly scopeKey: string;
      }
    | undefined;
}

/** The own place in a round, with why it is there. @throws for a round that does not exist */
export async function getPlace({
  actor,
  roundId,
  now,
}: {
  actor: Pick<Actor, 'accountId'>;
  roundId: string;
  now: Instant;
}): Promise<OwnPlace> {
  const contestNow = await getContestOfRound(roundId, now);
  if (!contestNow) throw new Error(`there is no round ${roundId}`);
  const { contest, rounds } = contestNow;
  const personCode = personCodeOf(contest.id, actor.accountId);
  const scope = boardScopes(contest.id, rounds, false).find(({ id }) => id === roundId);
  const standing = scope && (await findStanding(scope.id, actor.accountId));
  if (!standing) return { personCode, place: undefined };
  const view = viewOf(contestNow, scope, now);
  const [row, of] = await Promise.all([
    ownRow(view, actor.accountId),
    sharedRead(`place of ${scope.id}`, now, () => countStandings(scope.id)),
  ]);
  if (!row) return { personCode, place: undefined };
  const { accountId: _, unitId: __, ...told } = row;
  const isFinal = contest.rounds.find(({ id }) => id === roundId)?.settledAt !== undefined;
  return { personCode, place: { row: told, of, isFinal, attemptId: standing.attemptId, scopeKey: scope.key } };
}
