import { decide } from '#app/domain/attempts/decide.ts';
import { durationOf } from '#app/domain/attempts/duration.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import { shortMac } from '#app/domain/audit/mentions.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { scoreAttempt } from '#app/domain/scoring/score-attempt.ts';
import { holdCorrections } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { frameOf } from './attempt-frame.server.ts';
import { appendSteps, storeFinished, type LoadedAttempt } from './attempt.repo.server.ts';

/**
 * The one way in which attempts end, for submissions and for the sweeper: the last step, outcomes, score and audit row in the
 * caller's transaction. Finishing a finished attempt changes nothing.
 */
export async function finishAttempt(
  tx: Tx,
  { attempt, steps, lastMac }: LoadedAttempt,
  kind: 'submit' | 'expire',
  now: Instant,
): Promise<ReturnType<typeof decide>> {
  const { frame, contest, clock } = await frameOf(attempt, now, { isExact: true });
  const replayed = replay(steps);
  const decision = decide(frame, replayed, { kind }, now);
  const last = decision.ok ? decision.value[0] : undefined;
  if (!last || (last.kind !== 'submitted' && last.kind !== 'expired')) return decision;
  const mac = await appendSteps(tx, attempt.id, [last], lastMac);
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const responses = new Map([...replayed.saved].map(([slot, saved]) => [slot, saved.response]));
  const { marking, mustAnswerAll } = contest.rules;
  const { prediction, late } = replayed;
  const completeness = { mustAnswerAll, asksPrediction: frame.asksPrediction, prediction };
  const corrections = await holdCorrections(tx, attempt.contestId);
  const result = scoreAttempt(attempt.form, bodies, responses, marking, completeness, corrections);
  await storeFinished(tx, attempt, {
    state: last.kind,
    finishedAt: last.receivedAt,
    deadlineAt: frame.deadlineAt,
    duration: durationOf(clock, attempt.startedAt, last.receivedAt),
    result,
    isValid: result.isValid,
    prediction,
    late,
  });
  await recordAudit(tx, {
    at: now,
    actorId: kind === 'submit' ? attempt.accountId : undefined,
    action: `attempt.${last.kind}`,
    subject: `attempt:${attempt.id}`,
    // why: a step that is taken away from the end leaves no gap; this tells how many there were, and which was the last.
    detail: { steps: last.sequence, last: shortMac(mac) },
  });
  return decision;
}
