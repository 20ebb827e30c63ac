import { randomBytes } from 'node:crypto';
import { RECOVERY_CODE_LENGTH, recoveryCodeFrom } from '#app/domain/identity/recovery-code.ts';
import { keyedHash, sameHash } from '#app/platform/sealed-field.server.ts';
import { secretIds } from '#app/platform/secrets.server.ts';
import type { CodePurpose } from './one-time-code.repo.server.ts';

const textOf = (accountId: string, purpose: CodePurpose, code: string): string => `${purpose}:${accountId}:${code}`;

/** A new code for an account, and the keyed hash by which alone it is kept. */
export function makeCode(accountId: string, purpose: CodePurpose): { code: string; codeHash: string } {
  const code = recoveryCodeFrom(randomBytes(RECOVERY_CODE_LENGTH));
  return { code, codeHash: keyedHash('one-time-code', textOf(accountId, purpose, code)) };
}

/** Whether a code is the one that is kept as that hash. Also while the installation's secret is being changed. */
export const isThatCode = (accountId: string, purpose: CodePurpose, code: string, codeHash: string): boolean =>
  secretIds().some((id) => sameHash(keyedHash('one-time-code', textOf(accountId, purpose, code), id), codeHash));
