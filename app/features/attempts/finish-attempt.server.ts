import { decide } from '#app/domain/attempts/decide.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { scoreAttempt } from '#app/domain/scoring/score-attempt.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { appendSteps, storeFinished, type StoredAttempt } from './attempt.repo.server.ts';

/**
 * The one way in which attempts end, for submissions and for the sweeper: the last step, outcomes, score and audit row in the
 * caller's transaction. Finishing a finished attempt changes nothing.
 */
export async function finishAttempt(
  tx: Tx,
  { attempt, steps }: { attempt: StoredAttempt; steps: readonly Step[] },
  kind: 'submit' | 'expire',
  now: Instant,
): Promise<ReturnType<typeof decide>> {
  const decision = decide(attempt, replay(steps), { kind }, now);
  const last = decision.ok ? decision.value[0] : undefined;
  if (!last || (last.kind !== 'submitted' && last.kind !== 'expired')) return decision;
  await appendSteps(tx, attempt.id, [last]);
  const contest = await findContest({ roundId: attempt.roundId }, tx);
  if (!contest) throw new Error(`the round of attempt ${attempt.id} is gone`);
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const responses = new Map([...replay(steps).saved].map(([slot, saved]) => [slot, saved.response]));
  const result = scoreAttempt(attempt.form, bodies, responses, contest.rules.marking);
  const duration = last.receivedAt - attempt.startedAt;
  await storeFinished(tx, attempt, { state: last.kind, finishedAt: last.receivedAt, duration, result });
  await recordAudit(tx, {
    at: now,
    actorId: kind === 'submit' ? attempt.accountId : undefined,
    action: `attempt.${last.kind}`,
    subject: `attempt:${attempt.id}`,
  });
  return decision;
}
