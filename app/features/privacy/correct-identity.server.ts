import type { Actor } from '#app/domain/identity/actor.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { dueDates, isOpen, type DataRequestKind } from '#app/domain/privacy/data-request.ts';
import { writeRequestText } from '#app/domain/privacy/request-text.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { readIdentity, type IdentityFault } from '../identity/index.server.ts';
import { findOwnContests } from './entries.repo.server.ts';
import { findPerson, storeIdentity } from './person.repo.server.ts';
import { findRequest, findRequestsOf, moveRequest, storeRequest } from './request.repo.server.ts';

export type RequestRefusal = 'request-open' | 'request-over' | 'nothing-to-correct' | 'not-found' | IdentityFault;

interface Ask {
  readonly actor: Actor;
  readonly words: string;
  readonly now: Instant;
}

/** Keeps a request with its due dates, unless one of that kind is still open. */
export async function openRequest(
  tx: Tx,
  request: { accountId: string; kind: DataRequestKind; text: string; now: Instant },
): Promise<Result<string, 'request-open'>> {
  const { accountId, kind, text, now } = request;
  const open = (await findRequestsOf(accountId, tx)).some((each) => each.kind === kind && isOpen(each.state));
  if (open) return refuse('request-open');
  const id = await storeRequest(tx, { accountId, kind, text, ...dueDates(kind, now), at: now });
  const subject = `account:${accountId}`;
  await recordAudit(tx, { at: now, actorId: accountId, action: 'dataRequest.made', subject, detail: { kind } });
  return ok(id);
}

/**
 * Corrects the own name and year of birth: at once for who has entered no contest, as nothing rests on them then; otherwise by
 * a request, which the organizers answer after looking at a paper.
 */
export async function correctIdentity(
  command: Ask & { fullName: string; birthYear: string },
): Promise<Result<'corrected' | 'requested', RequestRefusal>> {
  const { actor, words, now } = command;
  const { accountId } = actor;
  const read = readIdentity(command, now);
  if (!read.ok) return read;
  const { fullName, birthYear } = read.value;
  return inTransaction(async (tx) => {
    const person = await findPerson(tx, accountId);
    if (!person) return refuse('not-found');
    if (person.fullName === fullName && person.birthYear === birthYear) return refuse('nothing-to-correct');
    if ((await findOwnContests(accountId, tx)).length > 0) {
      const text = writeRequestText({ fullName, birthYear, words });
      const asked = await openRequest(tx, { accountId, kind: 'correct', text, now });
      return asked.ok ? ok('requested') : asked;
    }
    await storeIdentity(tx, accountId, { fullName, foldedName: fold(fullName), birthYear });
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'account.corrected',
      subject: `account:${accountId}`,
    });
    return ok('corrected');
  });
}

/** Asks that the own data are used for less, or objects to a use of them. */
export const askAboutData = (
  command: Ask & { kind: 'restrict' | 'object' },
): Promise<Result<string, 'request-open' | 'words-missing'>> =>
  command.words.length < 5
    ? Promise.resolve(refuse('words-missing'))
    : inTransaction((tx) => {
        const { actor, kind, words, now } = command;
        return openRequest(tx, { accountId: actor.accountId, kind, text: writeRequestText({ words }), now });
      });

/** Takes an own request back. */
export async function withdrawRequest(command: {
  actor: Actor;
  requestId: string;
  now: Instant;
}): Promise<Result<undefined, 'not-found' | 'request-over'>> {
  const { actor, requestId, now } = command;
  const { accountId } = actor;
  return inTransaction(async (tx) => {
    const request = await findRequest(tx, requestId);
    if (request?.accountId !== accountId) return refuse('not-found');
    const move = {
      id: requestId,
      from: ['waiting', 'answered'],
      to: 'withdrawn',
      actorId: accountId,
      at: now,
    } as const;
    if (!(await moveRequest(tx, move))) return refuse('request-over');
    const detail = { kind: request.kind };
    const subject = `account:${accountId}`;
    await recordAudit(tx, { at: now, actorId: accountId, action: 'dataRequest.withdrawn', subject, detail });
    return ok(undefined);
  });
}
