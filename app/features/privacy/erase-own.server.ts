import type { Actor } from '#app/domain/identity/actor.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { writeRequestText } from '#app/domain/privacy/request-text.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { openRequest } from './correct-identity.server.ts';
import { forgetBoards, refreshStandings } from '../results/index.server.ts';
import { withdrawAttempts } from '../rulings/index.server.ts';
import { dropEntry, findOwnContests, type OwnContest } from './entries.repo.server.ts';
import { erasePerson, type ErasureCause } from './erase-person.server.ts';
import { findPerson, hasOtherAdministrator, hasRunningAttempt, isAdministrator } from './person.repo.server.ts';
import { closeRequestsOf, findWaitingErasures } from './request.repo.server.ts';

export type EraseRefusal =
  'not-found' | 'name-differs' | 'attempt-runs' | 'choice-missing' | 'request-open' | 'last-administrator';

const WITHDRAWN = 'Người dự thi rút khỏi cuộc thi khi xóa dữ liệu của mình.';

const unsettled = (contests: readonly OwnContest[]): OwnContest[] =>
  contests.filter(({ openRounds }) => openRounds.length > 0);

/** Contests of a person that are not settled: what must be decided before the person is erased. */
export const listUnsettledContests = async (accountId: string): Promise<OwnContest[]> =>
  unsettled(await findOwnContests(accountId));

/**
 * Erases the own data, for who typed the own name. Where a contest is not settled the person chooses: to withdraw from it, or
 * to wait until it is; waiting is a request, which is carried out by itself.
 */
export async function eraseOwnData(command: {
  actor: Actor;
  typedName: string;
  contests: 'withdraw' | 'wait' | undefined;
  now: Instant;
}): Promise<Result<'erased' | 'waiting', EraseRefusal>> {
  const { actor, typedName, now } = command;
  const { accountId } = actor;
  // why before: attempts that rankings do not know yet would come into them after the person has left.
  if (command.contests === 'withdraw') await refreshStandings();
  const done = await inTransaction(async (tx): Promise<Result<'erased' | 'waiting', EraseRefusal>> => {
    const person = await findPerson(tx, accountId);
    if (!person || person.erasedAt) return refuse('not-found');
    if (fold(typedName) !== fold(person.fullName)) return refuse('name-differs');
    if (await hasRunningAttempt(accountId, now, tx)) return refuse('attempt-runs');
    if ((await isAdministrator(tx, accountId)) && !(await hasOtherAdministrator(tx, accountId))) {
      return refuse('last-administrator');
    }
    const open = unsettled(await findOwnContests(accountId, tx));
    if (open.length > 0 && command.contests === undefined) return refuse('choice-missing');
    if (open.length > 0 && command.contests === 'wait') {
      const text = writeRequestText({ words: '' });
      const asked = await openRequest(tx, { accountId, kind: 'erase', text, now });
      return asked.ok ? ok('waiting') : asked;
    }
    for (const contest of open) await withdraw(tx, accountId, contest, now);
    await erase(tx, { accountId, cause: 'request', actorId: accountId, now });
    return ok('erased');
  });
  if (done.ok) forgetBoards();
  return done;
}

/** Takes a person out of what is not settled of a contest. What is settled stays, and with it the entry. */
async function withdraw(tx: Tx, accountId: string, contest: OwnContest, now: Instant): Promise<void> {
  const { id: contestId, openRounds: roundIds, settledRounds } = contest;
  await withdrawAttempts(tx, { accountId, contestId, roundIds, causeId: 'erasure', reason: WITHDRAWN, now });
  if (settledRounds.length === 0) await dropEntry(tx, contestId, accountId);
}

/** Erases a person and closes what they have asked. */
async function erase(
  tx: Tx,
  given: { accountId: string; cause: ErasureCause; actorId: string | undefined; now: Instant },
): Promise<void> {
  const { accountId, now } = given;
  await closeRequestsOf(tx, accountId, now);
  await erasePerson(tx, given);
}

/**
 * Erases a person if nothing is open any more: no contest that is not settled, no attempt that runs.
 * @returns whether it was done
 */
export const eraseIfSettled = (given: { accountId: string; cause: ErasureCause; now: Instant }): Promise<boolean> =>
  inTransaction(async (tx) => {
    const { accountId, now } = given;
    const person = await findPerson(tx, accountId);
    if (!person || (person.erasedAt && given.cause !== 'restored')) return false;
    if (given.cause !== 'restored') {
      if (await hasRunningAttempt(accountId, now, tx)) return false;
      if (unsettled(await findOwnContests(accountId, tx)).length > 0) return false;
    }
    await erase(tx, { ...given, actorId: undefined });
    return true;
  });

const AT_ONCE = 50;

/** Carries out what people who chose to wait have asked, once their contests are settled. @returns how many were erased */
export async function eraseWaiting({ now }: { now: Instant }): Promise<number> {
  let erased = 0;
  for (const { accountId } of await findWaitingErasures(AT_ONCE)) {
    if (await eraseIfSettled({ accountId, cause: 'request', now })) erased += 1;
  }
  return erased;
}
