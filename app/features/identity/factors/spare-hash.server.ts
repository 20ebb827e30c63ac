import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { secretIds } from '#app/platform/secrets.server.ts';

const textOf = (accountId: string, code: string): string => `spare:${accountId}:${code}`;

/** The keyed hash of a spare code as it is kept. */
export const spareHash = (accountId: string, code: string): string =>
  keyedHash('one-time-code', textOf(accountId, code));

/** What it may be kept as: by each secret of the installation that is held. */
export const spareHashes = (accountId: string, code: string): string[] =>
  secretIds().map((id) => keyedHash('one-time-code', textOf(accountId, code), id));
