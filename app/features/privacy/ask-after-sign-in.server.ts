import type { Instant } from '#app/domain/kernel/time.ts';
import { getOpenQuestions } from '#app/features/identity/index.server.ts';
import { paths, withReturn } from '#app/paths.ts';
import { hasRunningAttempt } from './person.repo.server.ts';

/**
 * Where somebody goes who has just signed in: to the page of consents where something is to be asked, which leads on to where
 * they wanted to go. Never away from an attempt that runs.
 */
export async function askAfterSignIn({
  accountId,
  returnTo,
  now,
}: {
  accountId: string;
  returnTo: string;
  now: Instant;
}): Promise<string> {
  const questions = await getOpenQuestions(accountId, now);
  if (questions.length === 0 || (await hasRunningAttempt(accountId, now))) return returnTo;
  return withReturn(paths.ownConsents(), returnTo);
}
