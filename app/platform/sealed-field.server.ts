import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keyFor, newestKey, secretIds, type KeyPurpose } from './secrets.server.ts';

const VERSION = 'v1';

/**
 * A text that only the installation can read again: AES-256-GCM, "v1.<secret>.<nonce>.<text and tag>".
 * @param place where it is kept, such as "Account.phoneSealed:<id>": a sealed text that was copied elsewhere does not open
 */
export function seal(text: string, place: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', newestKey('sealed-field'), nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, secretIds()[0], nonce.toString('base64url'), body.toString('base64url')].join('.');
}

/** The text that was sealed for that place; undefined where it was changed, sealed for another place, or the secret is not held. */
export function unseal(sealed: string, place: string): string | undefined {
  const [version, secretId, nonce, body] = sealed.split('.');
  const key = version === VERSION ? keyFor('sealed-field', secretId) : undefined;
  if (!key || !nonce || !body) return undefined;
  try {
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** What a text begins with that was sealed with the newest secret. */
export const newestPrefix = (): string => `${VERSION}.${secretIds()[0]}.`;

/** Keyed hash of a text (HMAC-SHA-256, hex): equal for equal texts, and of no use to who does not hold the secret. */
export const keyedHash = (purpose: KeyPurpose, text: string, secretId?: string): string =>
  createHmac('sha256', keyFor(purpose, secretId) ?? newestKey(purpose))
    .update(text, 'utf8')
    .digest('hex');

/** Whether two keyed hashes are equal, in a time that does not tell where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8')];
  return a.length === b.length && timingSafeEqual(a, b);
}
