import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';
import type { Instant } from '#app/domain/kernel/time.ts';

// Six digits, thirty seconds and SHA-1: what every authenticator app takes (RFC 6238).
const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

const seconds = (now: Instant): number => Math.floor(now / 1_000);

/** A new secret of 160 bits, in base 32. */
export const newTotpSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** Which time step an instant is in. */
export const totpStep = (now: Instant): number => Math.floor(seconds(now) / STEP_SECONDS);

/** The code of a time step. */
export const totpCode = (secret: string, step: number): string => generateSync({ secret, epoch: step * STEP_SECONDS });

/** The time step that a code belongs to: this one, the one before or the one after; undefined where it is none of theirs. */
export function matchingStep(secret: string, code: string, now: Instant): number | undefined {
  const found = verifySync({ secret, token: code, epoch: seconds(now), epochTolerance: STEP_SECONDS });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}

/** What an authenticator app reads from the picture. */
export const totpAddress = (secret: string, { site, person }: { site: string; person: string }): string =>
  generateURI({ issuer: site, label: person, secret });
