import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { attemptSecret } from '#app/platform/secrets.server.ts';

// why a version: should tokens have to change their shape, those of before are told apart.
const VERSION = 'v1';

/**
 * The write token of an attempt: it lets a device save and submit this attempt and nothing else, outlives the session, and
 * keeps the people of a shared phone apart.
 */
export const tokenOf = (attemptId: string): string =>
  `${VERSION}.${createHmac('sha256', attemptSecret()).update(`${VERSION}:${attemptId}`).digest('base64url')}`;

/** Whether a token is that of this attempt; compared in constant time. */
export function isTokenOf(attemptId: string, token: string): boolean {
  const expected = Buffer.from(tokenOf(attemptId));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Who writes to an attempt: its owner by a session, or whoever holds its token. */
export interface Writer {
  readonly accountId: string | undefined;
  readonly token: string | undefined;
}

/** A person who is signed in, as a writer. */
export const writerOf = (actor: Pick<Actor, 'accountId'> | undefined, token?: string): Writer => ({
  accountId: actor?.accountId,
  token,
});

/**
 * Whose attempt this writer may load: undefined for a token that is good (whoever owns it), else the account.
 * `false`: nobody's.
 */
export function ownerFor(writer: Writer, attemptId: string): { accountId: string | undefined } | false {
  if (writer.token !== undefined && isTokenOf(attemptId, writer.token)) return { accountId: undefined };
  // why not the session either: a token that is wrong was meant for another attempt than that of who is signed in now.
  if (writer.token !== undefined || writer.accountId === undefined) return false;
  return { accountId: writer.accountId };
}
