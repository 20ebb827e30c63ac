import { randomUUID } from 'node:crypto';
import { attemptsLeft } from '#app/domain/contests/attempts-left.ts';
import { drawForm, type PoolItem } from '#app/domain/contests/draw-form.ts';
import type { EntryRefusal } from '#app/domain/contests/entry.ts';
import { isUnderWay, type RoundPhase } from '#app/domain/contests/phase.ts';
import { deadlineOf } from '#app/domain/contests/timeline.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Category } from '#app/domain/units/category.ts';
import { maxScoreOf } from '#app/domain/scoring/score-attempt.ts';
import {
  enterContest,
  findAdjustments,
  getContestSoon,
  type ContestNow,
  type RoundNow,
} from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { createThrottle } from '#app/platform/rate-limit.server.ts';
import { createAttempt, findOwnAttempts, loadAttempt, type StoredAttempt } from './attempt.repo.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';
import { giveBack, takePaper } from './paper-stock.server.ts';
import { poolNow } from './pool-now.server.ts';
import { newSeed, snapshotPool, sourceOf, type PaperSource, type PreparedPaper } from './prepared-form.repo.server.ts';

/** Codes are short and shared by many: nobody shall find one by trying. */
const codeTries = createThrottle({ tries: 10, seconds: 15 * 60 });

export type StartRefusal =
  | 'too-many-tries'
  | 'not-found'
  | 'not-open-yet'
  | 'round-closed'
  | 'entry-over'
  | 'round-paused'
  | 'no-attempts-left'
  | 'pool-too-small'
  | EntryRefusal;

interface StartAttempt {
  readonly actor: Actor;
  readonly contestSlug: string;
  /** Left out, the round that matters now. */
  readonly roundId?: string | undefined;
  readonly accessCode?: string | undefined;
  readonly agrees?: boolean | undefined;
  /** What the person says to be, where the contest asks, and whether it may be kept. */
  readonly categories?: readonly Category[] | undefined;
  readonly agreesToCategories?: boolean | undefined;
  readonly now: Instant;
}

interface Started {
  readonly attemptId: string;
  readonly isNew: boolean;
}

/**
 * Starts an attempt in a round that is open, or gives back the one that runs: pressing twice, or on two devices, starts one.
 * The paper was drawn ahead, or is drawn here, from a seed that is kept with what it was drawn from, so that it can be drawn
 * again by anyone.
 */
export async function startAttempt(command: StartAttempt): Promise<Result<string, StartRefusal>> {
  const { now } = command;
  const contestNow = await getContestSoon(command.contestSlug, now);
  const roundNow = contestNow && roundOf(contestNow, command.roundId);
  if (!contestNow || !roundNow) return refuse('not-found');
  const tryOf = `${contestNow.contest.id} ${command.actor.accountId}`;
  const triesCode = contestNow.contest.rules.entry.accessCode !== undefined && command.accessCode !== undefined;
  if (triesCode && !(await codeTries.take(tryOf))) return refuse('too-many-tries');
  const pool = await poolNow(now);
  const source = sourceOf(roundNow.round, pool);
  const isPrepared = roundNow.round.kind === 'contest' && roundNow.phase === 'open';
  const prepared = isPrepared ? await takePaper(source, now) : undefined;
  const started = await decideAndStore(command, { contestNow, roundNow, pool, source, prepared });
  // why not after an error: the paper may have been stored all the same.
  if (prepared && !(started.ok && started.value.isNew)) giveBack(source, prepared);
  if (!started.ok) return started;
  if (triesCode) await codeTries.forgive(tryOf);
  return ok(started.value.attemptId);
}

interface Sources {
  readonly contestNow: ContestNow;
  readonly roundNow: RoundNow;
  readonly pool: readonly PoolItem[];
  readonly source: PaperSource;
  /** A paper that was drawn ahead, if there is one. */
  readonly prepared: PreparedPaper | undefined;
}

function decideAndStore(command: StartAttempt, sources: Sources): Promise<Result<Started, StartRefusal>> {
  const { actor, now } = command;
  const { contestNow, roundNow } = sources;
  const { contest } = contestNow;
  const { round } = roundNow;
  return inTransaction(async (tx) => {
    const own = await findOwnAttempts(tx, actor.accountId, { contestId: contest.id });
    const inRound = own.filter((attempt) => attempt.roundId === round.id);
    const running = await stillRunning(tx, inRound, now);
    if (running) return ok({ attemptId: running.id, isNew: false });
    const closed = refusalOf(roundNow.phase);
    if (closed) return refuse(closed);
    const kinds = new Map(contest.rounds.map((each) => [each.id, each.kind]));
    const counting = own.filter((attempt) => kinds.get(attempt.roundId) === 'contest');
    const isCounted = round.kind === 'contest';
    if (isCounted && attemptsLeft(contest.rules.attempts.limits, counting, round.id, now).left === 0) {
      return refuse('no-attempts-left');
    }
    const { kind } = round;
    const entry = await enterContest(tx, { contest, kind, actor, papers: command, now });
    if (!entry.ok) return entry;
    const paper = await paperOf(tx, sources, now);
    if (!paper.ok) return paper;
    const number = Math.max(0, ...inRound.map((attempt) => attempt.number)) + 1;
    const { unitId } = await entry.value();
    const attemptId = await begin(tx, { actor, contestNow, roundNow, unitId, number, now, ...paper.value });
    return ok({ attemptId, isNew: true });
  });
}

/** The round that was asked for; else the one that matters, or practice where nothing else can be started. */
function roundOf(contestNow: ContestNow, roundId: string | undefined): RoundNow | undefined {
  if (roundId !== undefined) return contestNow.rounds.find(({ round }) => round.id === roundId);
  if (isUnderWay(contestNow.phase)) return contestNow.current;
  return contestNow.rounds.find(({ phase }) => phase === 'open') ?? contestNow.current;
}

function refusalOf(phase: RoundPhase): StartRefusal | undefined {
  switch (phase) {
    case 'upcoming':
      return 'not-open-yet';
    case 'paused':
      return 'round-paused';
    case 'entryOver':
      return 'entry-over';
    case 'closed':
      return 'round-closed';
    case 'open':
      return undefined;
  }
}

/** The attempt that can still be answered; one whose time is over is finished on the way. */
async function stillRunning(
  tx: Tx,
  attempts: readonly StoredAttempt[],
  now: Instant,
): Promise<StoredAttempt | undefined> {
  const running = attempts.find((attempt) => attempt.state === 'inProgress');
  const loaded = running && (await loadAttempt(tx, running.id, running.accountId));
  if (!loaded) return undefined;
  const finished = await finishAttempt(tx, loaded, 'expire', now);
  return finished.ok ? undefined : running;
}

/** The paper that was drawn ahead, else one that is drawn now. */
async function paperOf(
  tx: Tx,
  { roundNow: { round }, pool, source, prepared }: Sources,
  now: Instant,
): Promise<Result<PreparedPaper, 'pool-too-small'>> {
  if (prepared) return ok(prepared);
  const seed = newSeed(source);
  const drawn = drawForm(round.blueprint, pool, seed, round.kind);
  if (!drawn.ok) return refuse(drawn.error.code);
  return ok({ seed, poolHash: await snapshotPool(tx, pool, now), form: drawn.value });
}

async function begin(
  tx: Tx,
  start: PreparedPaper & {
    actor: Actor;
    contestNow: ContestNow;
    roundNow: RoundNow;
    unitId: string;
    number: number;
    now: Instant;
  },
): Promise<string> {
  const { actor, contestNow, roundNow, unitId, number, now, seed, poolHash, form } = start;
  const { contest } = contestNow;
  const { round } = roundNow;
  const { accountId } = actor;
  const adjustments = (await findAdjustments(contest.id, tx)).get(round.id) ?? [];
  const id = randomUUID();
  await createAttempt(tx, {
    id,
    roundId: round.id,
    contestId: contest.id,
    accountId,
    unitId,
    number,
    seed,
    poolHash,
    form,
    startedAt: now,
    deadlineAt: deadlineOf({ timing: round, adjustments, now }, { accountId, unitId }, now),
    grace: contest.rules.grace,
    maxScore: maxScoreOf(form, contest.rules.marking),
  });
  await recordAudit(tx, { at: now, actorId: accountId, action: 'attempt.started', subject: `attempt:${id}` });
  return id;
}
