import type { Actor } from '#app/domain/identity/actor.ts';
import { deviceNameOf } from '#app/domain/identity/device-name.ts';
import { isUseNoted, sessionEnd } from '#app/domain/identity/session-limits.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { findRow, hashOf, isOver, limitOf, luciaOn, timesOf } from './lucia.repo.server.ts';

/** Ids as Lucia makes them: 25 random bytes in base 32. Anything else is not looked up. */
const SESSION_ID = /^[a-z2-7]{40}$/;

interface Use {
  readonly now: Instant;
  /** The User-Agent of the request; the first one gives the session its name in the person's own list. */
  readonly userAgent?: string | undefined;
}

async function validate(sessionId: string, { now, userAgent }: Use): Promise<Actor | undefined> {
  const db = await database();
  const { user, session } = await luciaOn(db, now).validateSession(sessionId);
  if (!user) return undefined;
  const { times, limit, isNew } = session;
  if (times && limit && (isNew || isUseNoted(times, now))) {
    const end = sessionEnd({ ...times, lastSeenAt: now }, limit);
    const deviceName = userAgent === undefined ? {} : { deviceName: deviceNameOf(userAgent) };
    const data = { lastSeenAt: new Date(now), expiresAt: new Date(end), ...(isNew ? deviceName : {}) };
    // why in a transaction: those take turns, and a write beside one that is open would keep the whole process waiting.
    await inTransaction((tx) => tx.session.updateMany({ where: { idHash: hashOf(sessionId) }, data }));
  }
  const { id, ...attributes } = user;
  return { accountId: id, ...attributes };
}

const underWay = new Map<string, Promise<Actor | undefined>>();

/**
 * Who has this session, with the grants of now; undefined when it is unknown or over. Roles are held back until the session
 * has shown the second factor. The use of the session is written down once a minute.
 */
export function findActor(sessionId: string, use: Use): Promise<Actor | undefined> {
  if (!SESSION_ID.test(sessionId)) return Promise.resolve(undefined);
  // why: the loaders of one page run side by side, each with its own Request; together they ask once.
  let asked = underWay.get(sessionId);
  if (!asked) {
    asked = validate(sessionId, use).finally(() => underWay.delete(sessionId));
    underWay.set(sessionId, asked);
  }
  return asked;
}

/** What a session has shown already. */
export interface Proofs {
  /** When the second factor was shown. */
  readonly secondFactorAt?: Instant | undefined;
  /** When the person last proved who they are: at a sign-in that is complete, its own instant. */
  readonly steppedUpAt?: Instant | undefined;
}

const asDate = (instant: Instant | undefined): Date | null => (instant === undefined ? null : new Date(instant));

/** Opens a session under a new id, which only the person's browser will know. Sessions that are over are cleared on the way. */
export async function openSession(tx: Tx, accountId: string, now: Instant, proofs: Proofs = {}): Promise<string> {
  await tx.session.deleteMany({ where: { accountId, expiresAt: { lte: new Date(now) } } });
  const { id } = await luciaOn(tx, now).createSession(accountId, { isNew: true, times: undefined, limit: undefined });
  await tx.session.update({
    where: { idHash: hashOf(id) },
    data: { secondFactorAt: asDate(proofs.secondFactorAt), steppedUpAt: asDate(proofs.steppedUpAt) },
  });
  await tx.account.update({ where: { id: accountId }, data: { lastSeenAt: new Date(now) } });
  return id;
}

/**
 * Gives a session a new id when what it may do changes; the old id is worth nothing from then on. Neither its age nor its
 * limit begins anew.
 * @returns undefined when there is no such session any more
 */
export async function renewSession(
  tx: Tx,
  sessionId: string,
  now: Instant,
  proofs: Proofs,
): Promise<string | undefined> {
  const old = SESSION_ID.test(sessionId) ? await findRow(tx, sessionId) : null;
  if (!old || isOver(old, now)) return undefined;
  // why counted: of two requests that renew the same session at once, one gets the new id.
  const { count } = await tx.session.deleteMany({ where: { idHash: old.idHash } });
  if (count === 0) return undefined;
  const { id } = await luciaOn(tx, now).createSession(old.accountId, {
    isNew: false,
    times: undefined,
    limit: undefined,
  });
  await tx.session.update({
    where: { idHash: hashOf(id) },
    data: {
      createdAt: old.createdAt,
      endsAt: old.endsAt,
      expiresAt: new Date(sessionEnd({ ...timesOf(old), lastSeenAt: now }, limitOf(old))),
      lastSeenAt: new Date(now),
      deviceName: old.deviceName,
      secondFactorAt: asDate(proofs.secondFactorAt) ?? old.secondFactorAt,
      steppedUpAt: asDate(proofs.steppedUpAt) ?? old.steppedUpAt,
    },
  });
  return id;
}

/**
 * When the person last proved who they are in this session; undefined where that never was, where there is no such session,
 * and for people with roles who have a second factor and have not shown it.
 */
export async function findStepUp(sessionId: string): Promise<Instant | undefined> {
  if (!SESSION_ID.test(sessionId)) return undefined;
  const row = await (
    await database()
  ).session.findUnique({
    where: { idHash: hashOf(sessionId) },
    select: {
      steppedUpAt: true,
      secondFactorAt: true,
      account: {
        select: {
          totp: { select: { confirmedAt: true } },
          _count: { select: { grants: true, passkeys: true } },
        },
      },
    },
  });
  if (!row) return undefined;
  const { totp, _count } = row.account;
  const mustShowMore = _count.grants > 0 && (_count.passkeys > 0 || Boolean(totp?.confirmedAt)) && !row.secondFactorAt;
  return mustShowMore ? undefined : row.steppedUpAt?.getTime();
}

/** Closes one session; nothing happens when there is none. */
export async function closeSession(tx: Tx, sessionId: string): Promise<void> {
  await luciaOn(tx, 0).invalidateSession(sessionId);
}

/** Closes all sessions of a person, on every device. */
export async function closeAllSessions(tx: Tx, accountId: string): Promise<void> {
  await luciaOn(tx, 0).invalidateUserSessions(accountId);
}

/** Closes all sessions of a person but this one. @returns how many */
export async function closeOtherSessions(tx: Tx, accountId: string, sessionId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { accountId, idHash: { not: hashOf(sessionId) } } })).count;
}

// Cookies need no storage; Lucia wants an adapter all the same.
const cookies = () => luciaOn({} as Tx, 0);

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
