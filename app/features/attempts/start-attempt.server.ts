import { randomUUID } from 'node:crypto';
import { deadlineOf } from '#app/domain/attempts/deadline.ts';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { drawForm } from '#app/domain/contests/draw-form.ts';
import { phaseAt } from '#app/domain/contests/phase.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { maxScoreOf } from '#app/domain/scoring/score-attempt.ts';
import { ensureParticipation, getContest } from '#app/features/contests/index.server.ts';
import { getPool } from '#app/features/items/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { createAttempt, findOwnAttempts, loadAttempt, type StoredAttempt } from './attempt.repo.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';

export type StartRefusal = 'not-found' | 'not-open-yet' | 'round-closed' | 'no-attempts-left' | 'pool-too-small';

interface StartAttempt {
  readonly actor: Actor;
  readonly contestSlug: string;
  readonly now: Instant;
}

/**
 * Starts an attempt in the round that is open, or gives back the one that runs: pressing twice, or on two devices, starts one.
 * The paper is drawn here once, from a seed that is kept, so that it can be drawn again by anyone.
 */
export async function startAttempt({ actor, contestSlug, now }: StartAttempt): Promise<Result<string, StartRefusal>> {
  const found = await getContest(contestSlug, now);
  if (!found) return refuse('not-found');
  const { contest, round } = found;
  const pool = await getPool();
  return inTransaction(async (tx) => {
    const before = await findOwnAttempts(tx, actor.accountId, { roundId: round.id });
    const running = await stillRunning(tx, before, now);
    if (running) return ok(running.id);
    const { phase } = phaseAt(round, now);
    if (phase !== 'open') return refuse(phase === 'upcoming' ? 'not-open-yet' : 'round-closed');
    if (before.length >= contest.rules.attempts.limit) return refuse('no-attempts-left');
    const seed = randomUUID();
    const drawn = drawForm(round.blueprint, pool, seed);
    if (!drawn.ok) return refuse(drawn.error.code);
    return ok(await begin(tx, { actor, contest, round, seed, form: drawn.value, number: before.length + 1, now }));
  });
}

/** The attempt that can still be answered; one whose time is over is finished on the way. */
async function stillRunning(
  tx: Tx,
  attempts: readonly StoredAttempt[],
  now: Instant,
): Promise<StoredAttempt | undefined> {
  const running = attempts.find((attempt) => attempt.state === 'inProgress');
  if (!running || now < running.deadlineAt + running.grace) return running;
  const loaded = await loadAttempt(tx, running.id, running.accountId);
  if (loaded) await finishAttempt(tx, loaded, 'expire', now);
  return undefined;
}

async function begin(
  tx: Tx,
  start: {
    actor: Actor;
    contest: Contest;
    round: Round;
    seed: string;
    form: StoredAttempt['form'];
    number: number;
    now: Instant;
  },
): Promise<string> {
  const { actor, contest, round, seed, form, number, now } = start;
  const { accountId } = actor;
  const participation = await ensureParticipation(tx, { contestId: contest.id, accountId }, actor.unitId, now);
  const id = randomUUID();
  await createAttempt(tx, {
    id,
    roundId: round.id,
    contestId: contest.id,
    accountId,
    unitId: participation.unitId,
    number,
    seed,
    form,
    startedAt: now,
    deadlineAt: deadlineOf(round, now, participation.extraTimeMs),
    grace: contest.rules.grace,
    maxScore: maxScoreOf(form, contest.rules.marking),
  });
  await recordAudit(tx, { at: now, actorId: accountId, action: 'attempt.started', subject: `attempt:${id}` });
  return id;
}
