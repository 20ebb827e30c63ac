import type { Instant } from '#app/domain/kernel/time.ts';
import { getOwnLink } from '../external/link-identity.server.ts';
import { getRecoveryNotices } from './get-recovery-notices.server.ts';

/** What a person is told about the ways into the own account: what others did, and the link to the identity provider. */
export async function getAccountSafety(accountId: string, now: Instant) {
  const [recoveries, link] = await Promise.all([getRecoveryNotices(accountId, now), getOwnLink(accountId)]);
  return { recoveries, link };
}
