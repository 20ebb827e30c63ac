import { createHash } from 'node:crypto';
import { Lucia, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { Actor, Grant } from '#app/domain/identity/actor.ts';
import {
  isSessionOver,
  sessionEnd,
  sessionLimit,
  type SessionLimit,
  type SessionTimes,
} from '#app/domain/identity/session-limits.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { isSecure } from '#app/platform/env.server.ts';

/** What is known of a session while one request is answered. */
interface SessionState {
  /** Nobody has used it yet. */
  readonly isNew: boolean;
  readonly times: SessionTimes | undefined;
  readonly limit: SessionLimit | undefined;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionState, Omit<Actor, 'accountId'>>;
    DatabaseUserAttributes: Omit<Actor, 'accountId'>;
    DatabaseSessionAttributes: SessionState;
  }
}

/** The table knows only this: who steals the table cannot open a session with it. */
export const hashOf = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex');

const whoActs = {
  include: {
    account: {
      select: {
        unitId: true,
        birthYear: true,
        disabledAt: true,
        mergedIntoId: true,
        erasedAt: true,
        unit: { select: { path: true } },
        grants: { select: { role: true, unitId: true, block: true, unit: { select: { path: true } } } },
      },
    },
  },
} as const;

export const findRow = (db: Tx, sessionId: string) =>
  db.session.findUnique({ where: { idHash: hashOf(sessionId) }, ...whoActs });
type SessionRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

export const timesOf = ({ createdAt, lastSeenAt, endsAt }: SessionRow): SessionTimes => ({
  createdAt: createdAt.getTime(),
  lastSeenAt: (lastSeenAt ?? createdAt).getTime(),
  endsAt: endsAt?.getTime(),
});

export const limitOf = ({ account }: SessionRow): SessionLimit => sessionLimit(account.grants.length > 0);

/** Nobody acts by it any more: its time is over, or nobody signs in to the account. */
export const isOver = (row: SessionRow, now: Instant): boolean =>
  row.account.disabledAt !== null ||
  row.account.mergedIntoId !== null ||
  row.account.erasedAt !== null ||
  isSessionOver(timesOf(row), limitOf(row), now);

function actorOf({ account, secondFactorAt }: SessionRow): Omit<Actor, 'accountId'> {
  const { unitId, birthYear, unit } = account;
  const grants = account.grants.map((grant) => ({
    role: grant.role as Grant['role'],
    unitId: grant.unitId,
    unitPath: grant.unit.path,
    block: grant.block || undefined,
  }));
  const person = { unitId, unitPath: unit.path, birthYear };
  if (grants.length === 0 || secondFactorAt) return { ...person, grants };
  return {
    ...person,
    grants: [],
    isHeldBack: true,
    heldRoles: [...new Set(grants.map((grant) => grant.role))].toSorted(),
  };
}

/** When a session ends is decided by session-limits.ts, before Lucia sees it: it is given none that is over. */
const DECIDED_ALREADY = new Date(8.64e15);

/** Lucia's storage on our tables. Session ids are hashed on the way in; a session read back carries the id it was asked by. */
class HashedSessions implements Adapter {
  readonly #db: Tx;
  readonly #now: Instant;

  constructor(db: Tx, now: Instant) {
    this.#db = db;
    this.#now = now;
  }

  async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await findRow(this.#db, sessionId);
    if (!row) return [null, null];
    if (isOver(row, this.#now)) {
      // why in a transaction of its own: this is asked beside transactions, on the connection that reads.
      await inTransaction((tx) => tx.session.deleteMany({ where: { idHash: hashOf(sessionId) } }));
      return [null, null];
    }
    const { lastSeenAt, deviceName } = row;
    const attributes = { isNew: !lastSeenAt || deviceName === '', times: timesOf(row), limit: limitOf(row) };
    return [
      { id: sessionId, userId: row.accountId, expiresAt: DECIDED_ALREADY, attributes },
      { id: row.accountId, attributes: actorOf(row) },
    ];
  }

  /** The ids of other sessions are known to nobody but their browsers, so these carry the hash in place of the id. */
  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    const rows = await this.#db.session.findMany({ where: { accountId: userId } });
    const attributes = { isNew: false, times: undefined, limit: undefined };
    return rows.map((row) => ({ id: row.idHash, userId, expiresAt: row.expiresAt, attributes }));
  }

  async setSession({ id, userId }: DatabaseSession): Promise<void> {
    const roles = await this.#db.grant.count({ where: { accountId: userId } });
    const limit = sessionLimit(roles > 0);
    const now = this.#now;
    const times = { createdAt: now, lastSeenAt: now, endsAt: now + limit.longest };
    await this.#db.session.create({
      data: {
        idHash: hashOf(id),
        accountId: userId,
        createdAt: new Date(now),
        expiresAt: new Date(sessionEnd(times, limit)),
        endsAt: new Date(times.endsAt),
      },
    });
  }

  // why updateMany and deleteMany: the session may have been closed by another request meanwhile; that is no failure.
  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    await this.#db.session.updateMany({ where: { idHash: hashOf(sessionId) }, data: { expiresAt } });
  }

  async deleteSession(sessionId: string): Promise<void> {
    await this.#db.session.deleteMany({ where: { idHash: hashOf(sessionId) } });
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.#db.session.deleteMany({ where: { accountId: userId } });
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#db.session.deleteMany({ where: { expiresAt: { lte: new Date(this.#now) } } });
  }
}

export const luciaOn = (db: Tx, now: Instant) =>
  new Lucia(new HashedSessions(db, now), {
    sessionCookie: {
      name: isSecure() ? '__Host-tim_hieu' : 'tim_hieu',
      // The table decides when a session ends; a long cookie needs no renewal by pages.
      expires: false,
      attributes: { secure: isSecure(), sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  });
