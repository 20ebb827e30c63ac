import type { DataRequestKind, DataRequestState } from '#app/domain/privacy/data-request.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A request of a person about the own data. */
export interface StoredRequest {
  readonly id: string;
  readonly accountId: string;
  readonly kind: DataRequestKind;
  /** As JSON, see request-text.ts. */
  readonly text: string;
  readonly requestedAt: Instant;
  readonly answerBy: Instant;
  readonly doneBy: Instant;
  readonly state: DataRequestState;
  readonly decidedAt: Instant | undefined;
  readonly decidedById: string | undefined;
  readonly answer: string;
}

interface Row extends Omit<
  StoredRequest,
  'kind' | 'state' | 'requestedAt' | 'answerBy' | 'doneBy' | 'decidedAt' | 'decidedById'
> {
  readonly kind: string;
  readonly state: string;
  readonly requestedAt: Date;
  readonly answerBy: Date;
  readonly doneBy: Date;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
}

const requestOf = ({ id, accountId, text, answer, ...row }: Row): StoredRequest => ({
  id,
  accountId,
  text,
  answer,
  kind: row.kind as DataRequestKind,
  state: row.state as DataRequestState,
  requestedAt: row.requestedAt.getTime(),
  answerBy: row.answerBy.getTime(),
  doneBy: row.doneBy.getTime(),
  decidedAt: row.decidedAt?.getTime(),
  decidedById: row.decidedById ?? undefined,
});

const OPEN = { in: ['waiting', 'answered'] };

/** The requests of a person, the newest first. */
export async function findRequestsOf(accountId: string, tx?: Tx): Promise<StoredRequest[]> {
  const query = { where: { accountId }, orderBy: { requestedAt: 'desc' }, take: 50 } as const;
  return (await (tx ?? (await database())).dataRequest.findMany(query)).map(requestOf);
}

/** A request; undefined when there is none. */
export async function findRequest(tx: Tx, id: string): Promise<StoredRequest | undefined> {
  const row = await tx.dataRequest.findUnique({ where: { id } });
  return row ? requestOf(row) : undefined;
}

/** Requests that wait for something, what is due first on top; or those at their end, the newest first. */
export async function pageRequests(
  which: 'open' | 'closed',
  { page, perPage }: { page: number; perPage: number },
): Promise<{ total: number; rows: StoredRequest[] }> {
  const db = await database();
  const where = { state: which === 'open' ? OPEN : { notIn: OPEN.in } };
  const orderBy =
    which === 'open'
      ? [{ answerBy: 'asc' as const }, { id: 'asc' as const }]
      : [{ decidedAt: 'desc' as const }, { id: 'asc' as const }];
  const [total, rows] = await Promise.all([
    db.dataRequest.count({ where }),
    db.dataRequest.findMany({ where, orderBy, skip: (page - 1) * perPage, take: perPage }),
  ]);
  return { total, rows: rows.map(requestOf) };
}

/** Erasures that wait until the contests of the person are settled, the oldest first. */
export async function findWaitingErasures(take: number): Promise<StoredRequest[]> {
  const where = { kind: 'erase', state: OPEN };
  const query = { where, orderBy: { requestedAt: 'asc' }, take } as const;
  return (await (await database()).dataRequest.findMany(query)).map(requestOf);
}

/** Keeps a new request. */
export async function storeRequest(
  tx: Tx,
  request: { accountId: string; kind: DataRequestKind; text: string; answerBy: Instant; doneBy: Instant; at: Instant },
): Promise<string> {
  const { at, answerBy, doneBy, ...rest } = request;
  const row = await tx.dataRequest.create({
    data: {
      ...rest,
      requestedAt: new Date(at),
      answerBy: new Date(answerBy),
      doneBy: new Date(doneBy),
      state: 'waiting',
    },
    select: { id: true },
  });
  return row.id;
}

/** Moves a request on, if it is still in one of those states. @returns whether it was */
export async function moveRequest(
  tx: Tx,
  move: {
    id: string;
    from: readonly DataRequestState[];
    to: DataRequestState;
    actorId: string;
    answer?: string;
    at: Instant;
  },
): Promise<boolean> {
  const { id, from, to, actorId, answer, at } = move;
  const { count } = await tx.dataRequest.updateMany({
    where: { id, state: { in: [...from] } },
    data: { state: to, decidedById: actorId, decidedAt: new Date(at), ...(answer === undefined ? {} : { answer }) },
  });
  return count === 1;
}

/** Everything that a person has asked is at its end: the person is erased. */
export async function closeRequestsOf(tx: Tx, accountId: string, at: Instant): Promise<void> {
  await tx.dataRequest.updateMany({
    where: { accountId, state: OPEN },
    data: { state: 'done', decidedAt: new Date(at) },
  });
}
