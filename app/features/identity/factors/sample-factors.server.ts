import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { env } from '#app/platform/env.server.ts';
import { findTotp, storeTotp } from './factor.repo.server.ts';
import { sealTotp, unsealTotp } from './seal-totp.server.ts';
import { newTotpSecret, totpCode, totpStep } from './totp.server.ts';

const isDemo = (): boolean => env().DEMO === '1';

/** For the demonstration only: gives a made-up person an authenticator app, unless there is one that can still be read. */
export async function giveSampleTotp(accountId: string, now: Instant): Promise<void> {
  if (!isDemo()) return;
  const kept = await findTotp(accountId);
  if (kept && unsealTotp(kept.secret, accountId) !== undefined) return;
  const secret = sealTotp(newTotpSecret(), accountId);
  await inTransaction((tx) => storeTotp(tx, { accountId, secret, lastStep: 0 }, now));
}

/** What the page of the second step shows in the demonstration, so that nobody needs an app. */
export interface SampleCode {
  /** Undefined while every code of now has been taken. */
  readonly code: string | undefined;
  /** Seconds until the next one. */
  readonly nextIn: number;
}

/** A code of the person's app that is good now and was not taken yet. Undefined outside of the demonstration. */
export async function getSampleCode(accountId: string, now: Instant): Promise<SampleCode | undefined> {
  const kept = isDemo() ? await findTotp(accountId) : undefined;
  const secret = kept && unsealTotp(kept.secret, accountId);
  if (!kept || secret === undefined) return undefined;
  const [step, nextIn] = [totpStep(now), 30 - (Math.floor(now / 1_000) % 30)];
  // why one more: the code after this one is good already, so that two people may follow each other.
  const free = [step, step + 1].find((each) => each > kept.lastStep);
  return { code: free === undefined ? undefined : totpCode(secret, free), nextIn };
}
