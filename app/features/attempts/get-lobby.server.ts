import { attemptsLeft, type AttemptsLeft } from '#app/domain/contests/attempts-left.ts';
import { itemCount } from '#app/domain/contests/contest.ts';
import { firstStep, type FirstStep, type LobbyRound, type OwnAttempt } from '#app/domain/contests/lobby.ts';
import { deadlineOf, type RoundClock } from '#app/domain/contests/timeline.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  getClock,
  getEntry,
  type ContestNow,
  type EntryView,
  type RoundNow,
} from '#app/features/contests/index.server.ts';
import { findOwnHeads, type AttemptHead } from './own-attempt.repo.server.ts';

/** More than this many attempts of a round are not listed: the page is read on phones. */
const MOST_LISTED = 10;

/** What the contest's page says of a person: own attempts by round, the first thing to do, and what entry asks for. */
export interface Lobby {
  readonly rounds: readonly LobbyRound[];
  readonly practice: readonly LobbyRound[];
  readonly first: FirstStep;
  readonly entry: EntryView;
}

/** @param actor undefined for a visitor, who is told what signing in would lead to */
export async function getLobby(contestNow: ContestNow, actor: Actor | undefined, now: Instant): Promise<Lobby> {
  const { contest } = contestNow;
  const [heads, entry] = await Promise.all([
    actor ? findOwnHeads(actor.accountId, contest.id) : [],
    getEntry(contest, actor, now),
  ]);
  const practiceIds = new Set(contest.rounds.flatMap(({ id, kind }) => (kind === 'practice' ? [id] : [])));
  const counting = heads.filter((head) => !practiceIds.has(head.roundId));
  const { limits } = contest.rules.attempts;
  const all = await Promise.all(
    contestNow.rounds.map(async (roundNow) => {
      const { round, window } = roundNow;
      // why at the opening: a limit by day or week will have begun anew by then.
      const at = Math.max(now, window.opensAt);
      const left = practiceIds.has(round.id) ? UNLIMITED : attemptsLeft(limits, counting, round.id, at);
      const own = heads.filter((head) => head.roundId === round.id);
      return lobbyRound(roundNow, { own, left, actor, now });
    }),
  );
  const ofKind = (kind: LobbyRound['kind']): LobbyRound[] => all.filter((round) => round.kind === kind);
  const rounds = ofKind('contest');
  return { rounds, practice: ofKind('practice'), first: firstStep(rounds, entry.refusal), entry };
}

const UNLIMITED: AttemptsLeft = { left: undefined, limit: undefined, nextAt: undefined };

interface Person {
  readonly own: readonly AttemptHead[];
  readonly left: AttemptsLeft;
  readonly actor: Actor | undefined;
  readonly now: Instant;
}

async function lobbyRound({ round, window, phase }: RoundNow, person: Person): Promise<LobbyRound> {
  const { own, left, actor, now } = person;
  const needsClock = phase === 'open' || own.some((head) => head.state === 'inProgress');
  const found = needsClock ? await getClock(round.id, now) : undefined;
  const clock: RoundClock | undefined = found && { timing: found.round, adjustments: found.adjustments, now };
  const sitter = { accountId: actor?.accountId ?? '', unitId: actor?.unitId ?? '' };
  return {
    id: round.id,
    title: round.title,
    kind: round.kind,
    phase,
    ...window,
    questions: itemCount(round.blueprint),
    duration: round.duration,
    isFixed: round.window === 'fixed',
    endsIfStartedNow: phase === 'open' && clock ? deadlineOf(clock, sitter, now) : undefined,
    own: own.slice(0, MOST_LISTED).map((head) => ownAttempt(head, clock, now)),
    attempts: own.length,
    left,
  };
}

/** An attempt with the deadline of now: what is stored may be from before an adjustment. */
function ownAttempt(head: AttemptHead, clock: RoundClock | undefined, now: Instant): OwnAttempt {
  const { id, number, state, score, maxScore, isValid, isSetAside, startedAt, grace } = head;
  const isOpen = state === 'inProgress' && clock !== undefined;
  const deadlineAt = isOpen ? deadlineOf(clock, head, startedAt) : head.deadlineAt;
  const isRunning = isOpen && now < deadlineAt + grace;
  return { id, number, isRunning, deadlineAt, score, maxScore, isValid, isSetAside };
}
