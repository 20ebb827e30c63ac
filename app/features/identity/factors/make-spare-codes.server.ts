import { randomBytes } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import {
  hasFactor,
  shownSpareCode,
  SPARE_CODE_LENGTH,
  SPARE_CODES,
  spareCodeFrom,
} from '#app/domain/identity/second-factor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findFactors, storeSpareCodes } from './factor.repo.server.ts';
import { spareHash } from './spare-hash.server.ts';

/**
 * Makes new spare codes; those from before are good for nothing from then on. They are told here and nowhere again.
 * @returns the codes as they are shown, or no-factor: spare codes stand in for a second factor, which there is none of
 */
export async function makeSpareCodes({
  actor: { accountId },
  now,
}: {
  actor: Actor;
  now: Instant;
}): Promise<Result<string[], 'no-factor'>> {
  const codes = Array.from({ length: SPARE_CODES }, () => spareCodeFrom([...randomBytes(SPARE_CODE_LENGTH)]));
  return inTransaction(async (tx) => {
    const state = await findFactors(accountId, tx);
    if (!state || !hasFactor(state.factors)) return refuse('no-factor');
    const hashes = codes.map((code) => spareHash(accountId, code));
    await storeSpareCodes(tx, accountId, hashes, now);
    const subject = `account:${accountId}`;
    await recordAudit(tx, { at: now, actorId: accountId, action: 'spare-codes.made', subject });
    return ok(codes.map(shownSpareCode));
  });
}
