import type { AttemptRefusal } from '#app/domain/attempts/decide.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { loadAttempt } from './attempt.repo.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';

/** Submits an attempt. Submitting again, even twenty times at once, is the success of the first time. */
export async function submitAttempt(command: {
  actor: Actor;
  attemptId: string;
  now: Instant;
}): Promise<Result<{ attemptId: string }, AttemptRefusal | 'not-found'>> {
  return inTransaction(async (tx) => {
    const loaded = await loadAttempt(tx, command.attemptId, command.actor.accountId);
    if (!loaded) return refuse('not-found');
    const decision = await finishAttempt(tx, loaded, 'submit', command.now);
    return decision.ok ? ok({ attemptId: command.attemptId }) : decision;
  });
}
