import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { ownPublicKey, replaceSigningKey, type PublicKey } from '#app/platform/signing-key.server.ts';
import { keepPublicKey } from './log.repo.server.ts';

/**
 * Lets what is signed from now on be signed with a new key. Public keys are never dropped: what the old one signed can be checked.
 * Where the key's file is kept elsewhere (SIGNING_KEY_FILE) the file is replaced first, and this takes the new one in.
 */
export async function rotateSigningKey({ now }: { now: Instant }): Promise<PublicKey> {
  const keep = (key: PublicKey): Promise<boolean> => inTransaction((tx) => keepPublicKey(tx, key, now));
  const own = ownPublicKey();
  if (await keep(own)) return own;
  const fresh = replaceSigningKey(now);
  await keep(fresh);
  return fresh;
}
