import type { Instant } from '#app/domain/kernel/time.ts';
import type { Evidence, Found } from '#app/domain/signals/evidence.ts';
import { MOST_STATEMENTS, type SignalKind, type SignalState } from '#app/domain/signals/signal.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A signal as it is stored. */
export interface StoredSignal {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly kind: SignalKind;
  readonly subjectKey: string;
  readonly unitId: string | undefined;
  readonly strength: number;
  readonly evidence: Evidence;
  readonly foundAt: Instant;
  readonly state: SignalState;
  readonly askedAt: Instant | undefined;
  readonly decidedById: string | undefined;
  readonly decidedAt: Instant | undefined;
  readonly reason: string;
}

/** What somebody wrote about a signal. */
export interface Statement {
  readonly id: string;
  readonly authorId: string;
  readonly isContestant: boolean;
  readonly text: string;
  readonly at: Instant;
}

type Row = Prisma.SignalGetPayload<object>;

const signalOf = (row: Row): StoredSignal => ({
  id: row.id,
  contestId: row.contestId,
  roundId: row.roundId,
  kind: row.kind as SignalKind,
  subjectKey: row.subjectKey,
  unitId: row.unitId ?? undefined,
  strength: row.strength,
  evidence: JSON.parse(row.evidence) as Evidence,
  foundAt: row.foundAt.getTime(),
  state: row.state as SignalState,
  askedAt: row.askedAt?.getTime(),
  decidedById: row.decidedById ?? undefined,
  decidedAt: row.decidedAt?.getTime(),
  reason: row.reason,
});

/** Signals of a round of one kind, whatever was decided. */
export async function findOfKind(
  tx: Tx,
  roundId: string,
  contestId: string,
  kind: SignalKind,
): Promise<StoredSignal[]> {
  return (await tx.signal.findMany({ where: { contestId, roundId, kind } })).map(signalOf);
}

/** Stores a signal that is new. The single attempt and person stand in columns too, so that they find what is about them. */
export async function createSignal(tx: Tx, contestId: string, found: Found, now: Instant): Promise<string> {
  const { evidence, subjectKey, roundId, unitId, strength } = found;
  const [only, ...others] = evidence.members;
  const isOne = only !== undefined && others.length === 0;
  const { id } = await tx.signal.create({
    data: {
      contestId,
      roundId,
      kind: evidence.kind,
      subjectKey,
      accountId: isOne ? only.accountId : null,
      attemptId: isOne ? only.attemptId : null,
      unitId: unitId ?? null,
      strength,
      evidence: JSON.stringify(evidence),
      foundAt: new Date(now),
      state: 'open',
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    at: now,
    actorId: undefined,
    action: 'signal.found',
    subject: `signal:${id}`,
    detail: { contestId, roundId, kind: evidence.kind, strength: Math.round(strength * 100) / 100 },
  });
  return id;
}

/** Brings a signal that nobody has dealt with up to date. */
export async function refreshSignal(tx: Tx, id: string, { strength, evidence }: Found): Promise<void> {
  await tx.signal.updateMany({ where: { id, state: 'open' }, data: { strength, evidence: JSON.stringify(evidence) } });
}

/** A signal of a contest; with a transaction as it stands inside of it. */
export async function loadSignal(id: string, tx?: Tx): Promise<StoredSignal | undefined> {
  const row = await (tx ?? (await database())).signal.findUnique({ where: { id } });
  return row ? signalOf(row) : undefined;
}

/** What was written about a signal, in order. */
export async function findStatements(signalId: string, tx?: Tx): Promise<Statement[]> {
  const rows = await (tx ?? (await database())).signalStatement.findMany({
    where: { signalId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    // why a limit: each of the people asked may write so often, and evidence names only some.
    take: MOST_STATEMENTS * 100,
  });
  return rows.map(({ id, authorId, isContestant, text, at }) => ({
    id,
    authorId,
    isContestant,
    text,
    at: at.getTime(),
  }));
}

export const createStatement = (
  tx: Tx,
  statement: { signalId: string; authorId: string; isContestant: boolean; text: string; at: Instant },
): Promise<unknown> => tx.signalStatement.create({ data: { ...statement, at: new Date(statement.at) } });

/**
 * Moves a signal to another state, if it still stands where it stood.
 * @returns whether it did
 */
export async function moveSignal(
  tx: Tx,
  { id, state: from }: Pick<StoredSignal, 'id' | 'state'>,
  to: { state: SignalState; now: Instant; actorId: string; reason: string },
): Promise<boolean> {
  const { state, now, actorId, reason } = to;
  const data =
    state === 'asked'
      ? { state, askedAt: new Date(now) }
      : { state, decidedById: actorId, decidedAt: new Date(now), reason };
  return (await tx.signal.updateMany({ where: { id, state: from }, data })).count === 1;
}

export interface SignalFilter {
  readonly kind: SignalKind | undefined;
  readonly state: SignalState | undefined;
  readonly roundId: string | undefined;
  /** Units whose signals are wanted; undefined for all. */
  readonly unitIds: readonly string[] | undefined;
}

/** Signals of a contest, strongest first, a page of them. */
export async function listSignals(
  contestId: string,
  { kind, state, roundId, unitIds }: SignalFilter,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: StoredSignal[]; count: number }> {
  const where = {
    contestId,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(roundId ? { roundId } : {}),
    ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
  };
  const client = await database();
  const [rows, count] = await Promise.all([
    client.signal.findMany({ where, orderBy: [{ strength: 'desc' }, { id: 'asc' }], skip, take }),
    client.signal.count({ where }),
  ]);
  return { rows: rows.map(signalOf), count };
}

/** How many signals of a contest there are, by kind and state. */
export async function countSignals(contestId: string): Promise<{ kind: string; state: string; count: number }[]> {
  const rows = await (
    await database()
  ).signal.groupBy({ by: ['kind', 'state'], where: { contestId }, _count: { _all: true } });
  return rows.map(({ kind, state, _count }) => ({ kind, state, count: _count._all }));
}

/** Signals that a person was asked about, the latest first: those about the person alone, and those about several. */
export async function findAskedOf(accountId: string): Promise<StoredSignal[]> {
  const client = await database();
  const contests = await client.participation.findMany({ where: { accountId }, select: { contestId: true } });
  const rows = await client.signal.findMany({
    where: {
      contestId: { in: contests.map(({ contestId }) => contestId) },
      state: { not: 'open' },
      askedAt: { not: null },
      OR: [{ accountId }, { accountId: null, evidence: { contains: `"${accountId}"` } }],
    },
    orderBy: { foundAt: 'desc' },
    take: 20,
  });
  return rows.map(signalOf);
}

/** When and over how many attempts a round was last looked at. */
export async function findLastLook(roundId: string): Promise<{ at: Instant; attempts: number } | undefined> {
  const row = await (
    await database()
  ).auditEntry.findFirst({
    where: { subject: `round:${roundId}`, action: 'signals.looked-for' },
    orderBy: { at: 'desc' },
    select: { at: true, detail: true },
  });
  if (!row) return undefined;
  const { attempts } = JSON.parse(row.detail) as { attempts?: number };
  return { at: row.at.getTime(), attempts: attempts ?? 0 };
}

/** Writes down that a round was looked at, over how many attempts, and what was found. */
export const storeLook = (
  roundId: string,
  detail: { contestId: string; attempts: number; found: number; leftOut: number },
  now: Instant,
): Promise<void> =>
  inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: undefined, action: 'signals.looked-for', subject: `round:${roundId}`, detail }),
  );
