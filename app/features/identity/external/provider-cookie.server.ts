import { randomBytes } from 'node:crypto';
import { isSecure } from '#app/platform/env.server.ts';

const nameOf = (): string => (isSecure() ? '__Host-cong' : 'cong');
const VALUE = /^[\w-]{43}$/u;
const LASTS_S = 60 * 60;

/** A secret that only this browser has: what it began at the provider, it alone can end. */
export const newBrowserSecret = (): string => randomBytes(32).toString('base64url');

/** The secret in a Cookie header. */
export function readBrowserSecret(header: string | null): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${nameOf()}=`))?.slice(nameOf().length + 1);
  return value !== undefined && VALUE.test(value) ? value : undefined;
}

const cookie = (value: string, seconds: number): string =>
  // why Lax: the provider leads back by a link, and a Strict cookie would not come with it.
  `${nameOf()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure() ? '; Secure' : ''}`;

/** The Set-Cookie header that keeps it for an hour. */
export const browserSecretCookie = (secret: string): string => cookie(secret, LASTS_S);

/** The Set-Cookie header that forgets it. */
export const blankBrowserSecretCookie = (): string => cookie('', 0);
