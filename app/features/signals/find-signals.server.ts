import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import type { Found } from '#app/domain/signals/evidence.ts';
import { canBeDue, isDue } from '#app/domain/signals/look-due.ts';
import { SIGNAL_KINDS } from '#app/domain/signals/signal.ts';
import { THRESHOLDS } from '#app/domain/signals/thresholds.ts';
import { getContest, listContests, type RoundNow } from '#app/features/contests/index.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { lookAtRound } from './look-at-round.server.ts';
import {
  createSignal,
  findLastLook,
  findOfKind,
  refreshSignal,
  storeLook,
  type StoredSignal,
} from './signal.repo.server.ts';
import { countOver } from './sitting.repo.server.ts';
import { writeTraces } from './trace-memory.server.ts';

/** What a search has found in a round. */
export interface RoundSearch {
  readonly roundTitle: string;
  readonly attempts: number;
  /** Signals that are new. */
  readonly made: number;
  /** Signals that were there and still are. */
  readonly kept: number;
  /** What was found beyond the most that is kept of a kind. */
  readonly leftOut: number;
}

/** Looks for signals in every round of a contest now. @returns undefined when there is no such contest */
export async function findSignals({ slug, now }: { slug: string; now: Instant }): Promise<RoundSearch[] | undefined> {
  const contestNow = await getContest(slug, now);
  if (!contestNow) return undefined;
  await writeTraces({ now, isLast: true });
  const searches: RoundSearch[] = [];
  for (const roundNow of contestNow.rounds) {
    if (roundNow.round.kind !== 'contest') continue;
    const search = await searchRound(contestNow.contest.id, roundNow, { now });
    if (search) searches.push(search);
  }
  return searches;
}

let isSearching = false;
let askedAt = -Infinity;

/** Asking what is due counts attempts: not with every sweep. */
const ASK_EVERY = MINUTE;

/**
 * Looks for signals in one round that has grown enough since it was looked at last, or is over: called by every sweep, it does
 * nothing while a round is looked at.
 * @returns whether it looked at one
 */
export async function searchDue({ now, signal }: { now: Instant; signal?: AbortSignal }): Promise<boolean> {
  if (isSearching || now - askedAt < ASK_EVERY) return false;
  [isSearching, askedAt] = [true, now];
  try {
    for (const { contest, rounds } of await listContests(now)) {
      const roundNow = await firstDue(rounds, now);
      if (roundNow) return (await searchRound(contest.id, roundNow, { now, signal })) !== undefined;
    }
    return false;
  } finally {
    isSearching = false;
  }
}

async function firstDue(rounds: readonly RoundNow[], now: Instant): Promise<RoundNow | undefined> {
  for (const roundNow of rounds) {
    const { round, phase, settlesAt } = roundNow;
    if (round.kind !== 'contest' || phase === 'upcoming') continue;
    const when = { now, overAt: phase === 'closed' ? settlesAt : undefined };
    const last = await findLastLook(round.id);
    if (canBeDue(last, when) && isDue(last, await countOver(round.id), when)) return roundNow;
  }
  return undefined;
}

async function searchRound(
  contestId: string,
  roundNow: RoundNow,
  { now, signal }: { now: Instant; signal?: AbortSignal | undefined },
): Promise<RoundSearch | undefined> {
  const looked = await lookAtRound({ contestId, roundNow, signal });
  if (!looked) return undefined;
  const { round } = roundNow;
  let [made, kept, leftOut] = [0, 0, 0];
  for (const kind of SIGNAL_KINDS) {
    const all = looked.found
      .filter(({ evidence }) => evidence.kind === kind)
      .toSorted((a, b) => b.strength - a.strength);
    const told = all.slice(0, THRESHOLDS.mostOfKind);
    leftOut += all.length - told.length;
    const isNew = await inTransaction((tx) => storeAll(tx, contestId, told, now));
    made += isNew;
    kept += told.length - isNew;
  }
  await storeLook(round.id, { contestId, attempts: looked.attempts, found: made, leftOut }, now);
  return { roundTitle: round.title, attempts: looked.attempts, made, kept, leftOut };
}

/** @returns how many are new */
async function storeAll(tx: Tx, contestId: string, told: readonly Found[], now: Instant): Promise<number> {
  const [first] = told;
  if (!first) return 0;
  const known = await findOfKind(tx, first.roundId, contestId, first.evidence.kind);
  let made = 0;
  for (const found of told) {
    const same = known.find((each) => isSame(each, found));
    if (same) await refreshSignal(tx, same.id, found);
    else {
      await createSignal(tx, contestId, found, now);
      made += 1;
    }
  }
  return made;
}

/** The same thing; a cluster stays the same while it shares an attempt, however it grows. */
function isSame(known: StoredSignal, found: Found): boolean {
  if (known.subjectKey === found.subjectKey) return true;
  if (found.evidence.kind !== 'sameAnswers') return false;
  const ids = new Set(known.evidence.members.map(({ attemptId }) => attemptId));
  return found.evidence.members.some(({ attemptId }) => ids.has(attemptId));
}
