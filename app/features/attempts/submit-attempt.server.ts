import type { AttemptRefusal } from '#app/domain/attempts/decide.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { announceAttempt } from './attempt-hub.server.ts';
import { ownerFor, type Writer } from './attempt-token.server.ts';
import { loadAttempt } from './attempt.repo.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';

/** Submits an attempt. Submitting again, even twenty times at once, is the success of the first time. */
export async function submitAttempt(command: {
  writer: Writer;
  attemptId: string;
  now: Instant;
}): Promise<Result<{ attemptId: string }, AttemptRefusal | 'not-found'>> {
  const { attemptId, now } = command;
  const owner = ownerFor(command.writer, attemptId);
  if (!owner) return refuse('not-found');
  const submitted = await inTransaction(async (tx) => {
    const loaded = await loadAttempt(tx, attemptId, owner.accountId);
    if (!loaded) return refuse('not-found' as const);
    return finishAttempt(tx, loaded, 'submit', now);
  });
  if (!submitted.ok) return submitted;
  announceAttempt(attemptId);
  return ok({ attemptId });
}
