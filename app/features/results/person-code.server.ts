import { createHash } from 'node:crypto';

const CODE_LENGTH = 16;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The code of a person in what a contest publishes: the first 16 hex digits of SHA-256("<contest id>:<account id>"). Account
 * ids are random and never shown, so that nobody can go back from a code to a person; each person is told the own one.
 */
export const personCodeOf = (contestId: string, accountId: string): string =>
  sha256(`${contestId}:${accountId}`).slice(0, CODE_LENGTH);

/** The lot of a person, SHA-256 of "<seed>:<code>" in hex: the lowest is drawn first. Anybody can compute it from the seed. */
export const lotOf = (lotSeed: string, personCode: string): string => sha256(`${lotSeed}:${personCode}`);
