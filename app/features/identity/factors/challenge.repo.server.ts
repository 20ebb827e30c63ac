import { randomBytes } from 'node:crypto';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

export type CeremonyKind = 'passkeyRegistration' | 'passkeySignIn' | 'totpEnrolment';

/** A value that must come back once and soon. */
export interface Ceremony {
  readonly accountId: string | undefined;
  /** For a passkey the random value that the device signs; for an authenticator app its sealed secret. */
  readonly body: string;
}

const LASTS: Record<CeremonyKind, number> = {
  passkeyRegistration: 5 * MINUTE,
  passkeySignIn: 5 * MINUTE,
  // why longer: somebody may have to find and install an app first.
  totpEnrolment: 20 * MINUTE,
};

/** Keeps a ceremony until it comes back; those that are over are cleared on the way. @returns its id, which nobody can guess */
export async function storeCeremony(tx: Tx, kind: CeremonyKind, ceremony: Ceremony, now: Instant): Promise<string> {
  await tx.challenge.deleteMany({ where: { expiresAt: { lte: new Date(now) }, kind: { in: Object.keys(LASTS) } } });
  const id = randomBytes(20).toString('base64url');
  const { accountId, body } = ceremony;
  const expiresAt = new Date(now + LASTS[kind]);
  await tx.challenge.create({ data: { id, kind, accountId: accountId ?? null, body, expiresAt } });
  return id;
}

/** A ceremony that is under way; undefined where it is unknown, of another kind or over. */
export async function findCeremony(
  id: string,
  kind: CeremonyKind,
  now: Instant,
  tx?: Tx,
): Promise<Ceremony | undefined> {
  const row = await (tx ?? (await database())).challenge.findUnique({ where: { id } });
  if (row?.kind !== kind || row.expiresAt.getTime() <= now) return undefined;
  return { accountId: row.accountId ?? undefined, body: row.body };
}

/** Takes a ceremony: of several that bring the same one back, one gets it. */
export async function takeCeremony(
  tx: Tx,
  id: string,
  kind: CeremonyKind,
  now: Instant,
): Promise<Ceremony | undefined> {
  const found = await findCeremony(id, kind, now, tx);
  if (!found) return undefined;
  return (await tx.challenge.deleteMany({ where: { id } })).count > 0 ? found : undefined;
}
