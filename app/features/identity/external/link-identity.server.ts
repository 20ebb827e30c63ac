import type { Instant } from '#app/domain/kernel/time.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { keyedHash, unseal } from '#app/platform/sealed-field.server.ts';
import { findChallenge, findLink, findLinked, removeLink, storeLink, takeChallenge } from './external.repo.server.ts';
import { PendingSchema, type Pending } from './provider-outcome.ts';
import { providerSettings } from './provider.server.ts';

/** The key under which an account at the provider waits that opens none of ours: known to one browser. */
export const pendingId = (browserSecret: string): string => `pending:${keyedHash('challenge', browserSecret)}`;
export const pendingPlace = (id: string): string => `Challenge.body:${id}`;

/** Links an account at the provider to one of ours. One that opens another account stays with that. */
export const linkIdentity = (link: {
  issuer: string;
  subject: string;
  accountId: string;
  now: Instant;
}): Promise<Result<undefined, 'provider-taken'>> =>
  inTransaction(async (tx) => {
    const { issuer, subject, accountId, now } = link;
    const owner = await findLinked(issuer, subject, tx);
    if (owner !== undefined) return owner === accountId ? ok(undefined) : refuse('provider-taken');
    await storeLink(tx, { issuer, subject, accountId }, now);
    await recordAudit(tx, { at: now, actorId: accountId, action: 'provider.linked', subject: `account:${accountId}` });
    return ok(undefined);
  });

const opened = (id: string, body: string): Pending | undefined => {
  const text = unseal(body, pendingPlace(id));
  return text === undefined ? undefined : PendingSchema.parse(JSON.parse(text));
};

/** What waits in this browser to be linked; undefined where nothing does. */
export async function findPendingIdentity(
  browserSecret: string | undefined,
  now: Instant,
): Promise<Pick<Pending, 'name' | 'returnTo'> | undefined> {
  if (browserSecret === undefined || !providerSettings()) return undefined;
  const id = pendingId(browserSecret);
  const found = await findChallenge(id, 'providerPending', now);
  return found && opened(id, found.body);
}

/** Links what waits in this browser to the account that is signed in; the person has been asked. */
export async function linkPending(command: {
  accountId: string;
  browserSecret: string | undefined;
  now: Instant;
}): Promise<Result<{ returnTo: string }, 'provider-failed' | 'provider-taken'>> {
  const { accountId, browserSecret, now } = command;
  if (browserSecret === undefined) return refuse('provider-failed');
  const id = pendingId(browserSecret);
  const taken = await takeChallenge(id, 'providerPending', now);
  const pending = taken && opened(id, taken.body);
  if (!pending) return refuse('provider-failed');
  const { issuer, subject, returnTo } = pending;
  const linked = await linkIdentity({ issuer, subject, accountId, now });
  return linked.ok ? ok({ returnTo }) : linked;
}

/** Since when the own account is linked to the provider that is set, and what that is called. */
export async function getOwnLink(
  accountId: string,
): Promise<{ providerName: string; linkedAt: Instant | undefined } | undefined> {
  const settings = providerSettings();
  return settings && { providerName: settings.name, linkedAt: await findLink(accountId, settings.issuer) };
}

/** Takes the link away: the account at the provider opens nothing any more. Its sessions here go on. */
export async function unlinkProvider(command: { accountId: string; now: Instant }): Promise<void> {
  const { accountId, now } = command;
  const settings = providerSettings();
  if (!settings) return;
  await inTransaction(async (tx) => {
    if (!(await removeLink(tx, accountId, settings.issuer))) return;
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'provider.unlinked',
      subject: `account:${accountId}`,
    });
  });
}
