import type { Round } from '../contests/contest.ts';
import { isUnderWay, type RoundPhase } from '../contests/phase.ts';
import type { Window } from '../contests/timeline.ts';
import type { Instant } from '../kernel/time.ts';

/** As much of a round as boards look at. */
interface RoundAt {
  readonly round: Pick<Round, 'id' | 'number' | 'title' | 'kind' | 'settledAt'>;
  readonly window: Window;
  readonly phase: RoundPhase;
}

/** What a board ranks over: one round, or all rounds of the contest. */
export interface BoardScope {
  /** What an address says: the number of the round, or "all". */
  readonly key: string;
  /** The id under which standings and frozen figures of the scope are kept: that of the round or of the contest. */
  readonly id: string;
  /** Undefined for all rounds. */
  readonly title: string | undefined;
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
  /** When the scope's last round closes. */
  readonly closesAt: Instant;
}

const ALL = 'all';

/**
 * The scopes of a contest's boards: its contest rounds by number, and all of them together where asked for and where there
 * is more than one. Practice rounds have no boards.
 */
export function boardScopes(contestId: string, rounds: readonly RoundAt[], hasAll: boolean): BoardScope[] {
  const counted = rounds
    .filter(({ round }) => round.kind === 'contest')
    .toSorted((a, b) => a.round.number - b.round.number);
  const scopes = counted.map(({ round, window, phase }): BoardScope => {
    const { opensAt, closesAt } = window;
    return { key: String(round.number), id: round.id, title: round.title, phase, opensAt, closesAt };
  });
  if (!hasAll || counted.length < 2) return scopes;
  const all: BoardScope = {
    key: ALL,
    id: contestId,
    title: undefined,
    phase: phaseOfAll(counted.map(({ phase }) => phase)),
    opensAt: Math.min(...scopes.map(({ opensAt }) => opensAt)),
    closesAt: Math.max(...scopes.map(({ closesAt }) => closesAt)),
  };
  return [...scopes, all];
}

/** Between two rounds a contest goes on. */
function phaseOfAll(phases: readonly RoundPhase[]): RoundPhase {
  if (phases.every((phase) => phase === 'upcoming')) return 'upcoming';
  return phases.every((phase) => phase === 'closed') ? 'closed' : (phases.find(isUnderWay) ?? 'open');
}

/**
 * The scope that an address asks for; else the one that people look for now: the round under way, else all rounds, else
 * the round that closed last, else the first to come. Undefined for a contest without contest rounds.
 */
export function scopeOf(scopes: readonly BoardScope[], key: string | null): BoardScope | undefined {
  const rounds = scopes.filter((scope) => scope.key !== ALL);
  const begun = rounds.filter(({ phase }) => phase !== 'upcoming').toSorted((a, b) => b.closesAt - a.closesAt);
  return (
    scopes.find((scope) => scope.key === key) ??
    rounds.find(({ phase }) => isUnderWay(phase)) ??
    (begun.length > 0 ? scopes.find((scope) => scope.key === ALL) : undefined) ??
    begun[0] ??
    rounds[0]
  );
}
