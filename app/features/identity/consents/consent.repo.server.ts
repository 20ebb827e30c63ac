import type { ConsentPurpose, GivenConsent } from '#app/domain/privacy/consents.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A consent that somebody gives now. */
export interface NewConsent {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly textHash: string;
  readonly channel: 'web' | 'roster' | 'commandLine';
  /** Sealed. */
  readonly guardian?: string;
}

export interface StoredConsent extends GivenConsent {
  readonly textHash: string;
  readonly channel: string;
  readonly guardian: string;
}

/** Everything that a person agreed to, the newest first, and the year of birth; undefined when there is no such person. */
export async function findConsents(
  accountId: string,
): Promise<{ birthYear: number; showsFullName: boolean; hasEmail: boolean; consents: StoredConsent[] } | undefined> {
  const row = await (
    await database()
  ).account.findUnique({
    where: { id: accountId },
    select: {
      birthYear: true,
      showsFullName: true,
      emailSealed: true,
      consents: { omit: { accountId: true }, orderBy: { givenAt: 'desc' } },
    },
  });
  return (
    (row && {
      birthYear: row.birthYear,
      showsFullName: row.showsFullName,
      hasEmail: row.emailSealed !== null,
      consents: row.consents.map((consent) => ({
        ...consent,
        givenAt: consent.givenAt.getTime(),
        withdrawnAt: consent.withdrawnAt?.getTime(),
      })),
    }) ??
    undefined
  );
}

/** Keeps a consent; one to the same wording that was withdrawn holds again, from now on. The audit log has both acts. */
export async function keepConsent(tx: Tx, accountId: string, consent: NewConsent, at: Instant): Promise<void> {
  const { purpose, textVersion, textHash, channel, guardian = '' } = consent;
  const given = { textHash, channel, guardian, givenAt: new Date(at), withdrawnAt: null };
  await tx.consent.upsert({
    where: { accountId_purpose_textVersion: { accountId, purpose, textVersion } },
    create: { accountId, purpose, textVersion, ...given },
    update: given,
  });
}

/** Marks every consent to a purpose as withdrawn. @returns how many held */
export async function withdrawConsents(tx: Tx, accountId: string, purpose: string, at: Instant): Promise<number> {
  const { count } = await tx.consent.updateMany({
    where: { accountId, purpose, withdrawnAt: null },
    data: { withdrawnAt: new Date(at) },
  });
  return count;
}

/** Takes the address for recovery away. */
export async function dropEmail(tx: Tx, accountId: string): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: { emailSealed: null, emailIndex: null, emailVerifiedAt: null },
  });
}
