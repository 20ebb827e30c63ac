import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { Actor, Grant } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { isSecure } from '#app/platform/env.server.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, Omit<Actor, 'accountId'>>;
    DatabaseUserAttributes: Omit<Actor, 'accountId'>;
  }
}

/** Ids as Lucia makes them: 25 random bytes in base 32. Anything else is not looked up. */
const SESSION_ID = /^[a-z2-7]{40}$/;

/** The table knows only this: who steals the table cannot open a session with it. */
const hashOf = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex');

const whoActs = {
  include: {
    account: {
      select: {
        unitId: true,
        birthYear: true,
        unit: { select: { path: true } },
        grants: { select: { role: true, unitId: true, block: true, unit: { select: { path: true } } } },
      },
    },
  },
} as const;

/** Lucia's storage on our tables. Session ids are hashed on the way in; a session read back carries the id it was asked by. */
class HashedSessions implements Adapter {
  readonly #db: Tx;

  constructor(db: Tx) {
    this.#db = db;
  }

  async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await this.#db.session.findUnique({ where: { idHash: hashOf(sessionId) }, ...whoActs });
    if (!row) return [null, null];
    const { unitId, birthYear, unit, grants } = row.account;
    const held = grants.map((grant) => ({
      role: grant.role as Grant['role'],
      unitId: grant.unitId,
      unitPath: grant.unit.path,
      block: grant.block || undefined,
    }));
    return [
      { id: sessionId, userId: row.accountId, expiresAt: row.expiresAt, attributes: {} },
      { id: row.accountId, attributes: { unitId, unitPath: unit.path, birthYear, grants: held } },
    ];
  }

  /** The ids of other sessions are known to nobody but their browsers, so these carry the hash in place of the id. */
  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    const rows = await this.#db.session.findMany({ where: { accountId: userId } });
    return rows.map((row) => ({ id: row.idHash, userId, expiresAt: row.expiresAt, attributes: {} }));
  }

  async setSession({ id, userId, expiresAt }: DatabaseSession): Promise<void> {
    await this.#db.session.create({ data: { idHash: hashOf(id), accountId: userId, expiresAt } });
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
    await this.#db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  }
}

const luciaOn = (db: Tx) =>
  new Lucia(new HashedSessions(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      name: isSecure() ? '__Host-tim_hieu' : 'tim_hieu',
      // The table decides when a session ends and moves that day on half-way; a long cookie needs no renewal by pages.
      expires: false,
      attributes: { secure: isSecure(), sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
  });

async function validate(sessionId: string): Promise<Actor | undefined> {
  const { user } = await luciaOn(await database()).validateSession(sessionId);
  if (!user) return undefined;
  const { id, unitId, unitPath, birthYear, grants } = user;
  return { accountId: id, unitId, unitPath, birthYear, grants };
}

const underWay = new Map<string, Promise<Actor | undefined>>();

/** Who has this session, with the grants of now; undefined when it is unknown or over. */
export function findActor(sessionId: string): Promise<Actor | undefined> {
  if (!SESSION_ID.test(sessionId)) return Promise.resolve(undefined);
  // why: the loaders of one page run side by side, each with its own Request; together they ask once.
  let asked = underWay.get(sessionId);
  if (!asked) {
    asked = validate(sessionId).finally(() => underWay.delete(sessionId));
    underWay.set(sessionId, asked);
  }
  return asked;
}

/** What a new session has shown already. */
export interface Proofs {
  /** When the second factor was shown. */
  readonly secondFactorAt?: Instant | undefined;
  /** When the person last proved who they are: at a sign-in that is complete, its own instant. */
  readonly steppedUpAt?: Instant | undefined;
}

/** Opens a session under a new id, which only the person's browser will know. Sessions that are over are cleared on the way. */
export async function openSession(tx: Tx, accountId: string, now: Instant, proofs: Proofs = {}): Promise<string> {
  await tx.session.deleteMany({ where: { accountId, expiresAt: { lte: new Date(now) } } });
  const { id } = await luciaOn(tx).createSession(accountId, {});
  const asDate = (instant: Instant | undefined) => (instant === undefined ? null : new Date(instant));
  await tx.session.update({
    where: { idHash: hashOf(id) },
    data: { secondFactorAt: asDate(proofs.secondFactorAt), steppedUpAt: asDate(proofs.steppedUpAt) },
  });
  return id;
}

/** When the person last proved who they are in this session; undefined where that never was, or there is no such session. */
export async function findStepUp(sessionId: string): Promise<Instant | undefined> {
  if (!SESSION_ID.test(sessionId)) return undefined;
  const row = await (
    await database()
  ).session.findUnique({ where: { idHash: hashOf(sessionId) }, select: { steppedUpAt: true } });
  return row?.steppedUpAt?.getTime();
}

/** Closes one session; nothing happens when there is none. */
export async function closeSession(tx: Tx, sessionId: string): Promise<void> {
  await luciaOn(tx).invalidateSession(sessionId);
}

/** Closes all sessions of a person, on every device. */
export async function closeAllSessions(tx: Tx, accountId: string): Promise<void> {
  await luciaOn(tx).invalidateUserSessions(accountId);
}

// Cookies need no storage; Lucia wants an adapter all the same.
const cookies = () => luciaOn({} as Tx);

/**
 * The session id in a Cookie header.
 * why not by Lucia: it decodes every cookie of the header, and throws at one that another program has left there.
 */
export function readSessionCookie(header: string | null): string | undefined {
  const { sessionCookieName: name } = cookies();
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}

/** The Set-Cookie header that keeps a session. */
export const sessionCookie = (sessionId: string): string => cookies().createSessionCookie(sessionId).serialize();

/** The Set-Cookie header that forgets the session. */
export const blankSessionCookie = (): string => cookies().createBlankSessionCookie().serialize();
