import type { Actor } from '#app/domain/identity/actor.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isOpen, nextDue, type DataRequestState } from '#app/domain/privacy/data-request.ts';
import { readRequestText, type RequestText } from '#app/domain/privacy/request-text.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { getPeople } from '../identity/index.server.ts';
import { storeIdentity } from './person.repo.server.ts';
import { findRequest, findRequestsOf, moveRequest, pageRequests, type StoredRequest } from './request.repo.server.ts';

export type AnswerRefusal = 'not-found' | 'request-over' | 'answer-missing' | 'own-request' | 'waits-for-contest';

/** A request as its owner sees it. */
export interface RequestView extends Omit<StoredRequest, 'text' | 'accountId' | 'decidedById'> {
  readonly asked: RequestText;
  /** By when the next thing must happen; undefined when it is at its end. */
  readonly due: Instant | undefined;
}

/** A request as organizers see it. */
export interface RequestForOrganizers extends RequestView {
  readonly person:
    | { readonly accountId: string; readonly fullName: string; readonly birthYear: number; readonly unitName: string }
    | undefined;
  readonly decidedBy: string | undefined;
}

function viewOf({ text, accountId: _, decidedById: __, ...request }: StoredRequest): RequestView {
  return { ...request, asked: readRequestText(text), due: nextDue(request) };
}

/** What a person has asked, the newest first. */
export const listOwnRequests = async (accountId: string): Promise<RequestView[]> =>
  (await findRequestsOf(accountId)).map(viewOf);

export const REQUESTS_PER_PAGE = 30;

/** Requests of all people, page by page. Only for who may answer them; the look is recorded by the caller. */
export async function listRequests(
  which: 'open' | 'closed',
  { page, now }: { page: number; now: Instant },
): Promise<{ total: number; rows: RequestForOrganizers[] }> {
  const { total, rows } = await pageRequests(which, { page, perPage: REQUESTS_PER_PAGE });
  const ids = rows.flatMap(({ accountId, decidedById }) => [accountId, ...(decidedById ? [decidedById] : [])]);
  const people = await getPeople([...new Set(ids)], now);
  return {
    total,
    rows: rows.map((row) => {
      const person = people.get(row.accountId);
      return {
        ...viewOf(row),
        person: person && {
          accountId: person.accountId,
          fullName: person.fullName,
          birthYear: person.birthYear,
          unitName: person.unitName,
        },
        decidedBy: row.decidedById === row.accountId ? undefined : people.get(row.decidedById ?? '')?.fullName,
      };
    }),
  };
}

const NEXT: Readonly<Record<'answer' | 'carryOut' | 'refuse', DataRequestState>> = {
  answer: 'answered',
  carryOut: 'done',
  refuse: 'refused',
};

/**
 * Answers a request, carries it out or refuses it with a reason; the person reads the words. Carrying out a correction changes
 * name and year of birth; entries keep what they were made with, as results rest on it. Nobody answers their own request.
 */
export async function answerRequest(command: {
  actor: Actor;
  requestId: string;
  act: 'answer' | 'carryOut' | 'refuse';
  answer: string;
  now: Instant;
}): Promise<Result<undefined, AnswerRefusal>> {
  const { actor, requestId, act, answer, now } = command;
  if (answer.length < 5) return refuse('answer-missing');
  return inTransaction(async (tx) => {
    const request = await findRequest(tx, requestId);
    if (!request) return refuse('not-found');
    const { accountId, kind } = request;
    if (accountId === actor.accountId) return refuse('own-request');
    if (!isOpen(request.state)) return refuse('request-over');
    // why: it is carried out by itself once nothing is open, and there is no reason to refuse it.
    if (kind === 'erase' && act !== 'answer') return refuse('waits-for-contest');
    const move = { id: requestId, from: ['waiting', 'answered'], to: NEXT[act], actorId: actor.accountId } as const;
    if (!(await moveRequest(tx, { ...move, answer, at: now }))) return refuse('request-over');
    const { fullName, birthYear } = readRequestText(request.text);
    if (kind === 'correct' && act === 'carryOut' && fullName !== undefined && birthYear !== undefined) {
      await storeIdentity(tx, accountId, { fullName, foldedName: fold(fullName), birthYear });
    }
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: `dataRequest.${NEXT[act]}`,
      subject: `account:${accountId}`,
      detail: { kind },
    });
    return ok(undefined);
  });
}
