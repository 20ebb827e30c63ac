import { createHash } from 'node:crypto';
import { linkText, NO_HASH, sealText } from '#app/domain/audit/canonical.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { ownPublicKey, signText } from '#app/platform/signing-key.server.ts';
import { keepHead } from './kept-head.server.ts';
import {
  findHead,
  findLastSigned,
  findUnsealed,
  holdChain,
  keepPublicKey,
  storeLinks,
  storeSeal,
} from './log.repo.server.ts';

/** Acts of one transaction: others wait no longer than a moment for it. */
const BATCH = 400;

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Gives one batch of acts their places, and signs the last. @returns how many there were */
const sealBatch = (
  now: Instant,
): Promise<{ sealed: number; isAll: boolean; head: { sequence: number; hash: string } | undefined }> =>
  inTransaction(async (tx) => {
    await holdChain(tx);
    const acts = await findUnsealed(tx, BATCH);
    let head = await findHead(tx);
    if (acts.length === 0) return { sealed: 0, isAll: true, head };
    const links = acts.map((act) => {
      const sequence = (head?.sequence ?? 0) + 1;
      head = { sequence, hash: sha256(linkText(head?.hash ?? NO_HASH, sequence, act)) };
      return { id: act.id, ...head };
    });
    await storeLinks(tx, links);
    const at = new Date(now);
    let hasNewKey = false;
    if (head) {
      hasNewKey = await keepPublicKey(tx, ownPublicKey(), now);
      await storeSeal(tx, { ...head, at, ...signText(sealText({ ...head, at }, await findLastSigned(tx))) });
    }
    // why: the act that names a new key waits for its own place.
    return { sealed: acts.length, isAll: acts.length < BATCH && !hasNewKey, head };
  });

/**
 * Gives every act that has none its place in the chain, and signs the head. why not in the act's own transaction: all acts of
 * everybody would wait for one row. Until then an act is covered by its keyed hash. Several processes may do it at once.
 * @returns how many acts were given a place
 */
export async function sealLog({ now, signal }: { now: Instant; signal?: AbortSignal | undefined }): Promise<number> {
  let all = 0;
  for (;;) {
    const { sealed, isAll, head } = await sealBatch(now);
    if (head) keepHead(head);
    all += sealed;
    if (isAll || signal?.aborted) return all;
  }
}
