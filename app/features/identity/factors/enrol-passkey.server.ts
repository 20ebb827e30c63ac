import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { RelyingParty } from '#app/platform/http/relying-party.server.ts';
import { renewSession } from '../session.repo.server.ts';
import { storeCeremony, takeCeremony } from './challenge.repo.server.ts';
import { findFactors } from './factor.repo.server.ts';
import { findPasskeysOf, storePasskey } from './passkey.repo.server.ts';

/** What a browser needs for a ceremony, and the id to bring its answer back with. */
export interface BegunCeremony<Options> {
  readonly id: string;
  readonly options: Options;
}

/** More than this nobody needs; an account is no store of keys. */
const MOST_PASSKEYS = 20;

/** Begins to make a passkey on the person's device. */
export async function beginPasskey({
  actor: { accountId },
  party,
  site,
  now,
}: {
  readonly actor: Actor;
  readonly party: RelyingParty;
  readonly site: string;
  readonly now: Instant;
}): Promise<Result<BegunCeremony<PublicKeyCredentialCreationOptionsJSON>, 'too-many-passkeys'>> {
  const [state, kept] = await Promise.all([findFactors(accountId), findPasskeysOf(accountId)]);
  if (kept.length >= MOST_PASSKEYS) return refuse('too-many-passkeys');
  const options = await generateRegistrationOptions({
    rpName: site,
    rpID: party.id,
    userName: state?.fullName ?? '',
    userDisplayName: state?.fullName ?? '',
    userID: new TextEncoder().encode(accountId),
    attestationType: 'none',
    excludeCredentials: kept.map(({ id, transports }) => ({ id, transports: [...transports] })),
    // why required: the device must know the person by finger, face or code, so that the passkey alone is two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const body = options.challenge;
  const id = await inTransaction((tx) => storeCeremony(tx, 'passkeyRegistration', { accountId, body }, now));
  return ok({ id, options });
}

interface FinishPasskey {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly ceremonyId: string;
  readonly response: RegistrationResponseJSON;
  readonly name: string;
  readonly party: RelyingParty;
  readonly now: Instant;
}

async function verified({ response, party }: FinishPasskey, expectedChallenge: string) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    return registrationInfo?.credential;
  } catch {
    // why: whatever is wrong with what a browser sent, it is no passkey that can be kept.
    return undefined;
  }
}

/** Keeps the passkey that the device has made. It counts as the second step of this session, which gets a new id. */
export async function finishPasskey(
  finish: FinishPasskey,
): Promise<Result<{ sessionId: string }, 'passkey-failed' | 'signed-out'>> {
  const { actor, sessionId, ceremonyId, response, name, now } = finish;
  const { accountId } = actor;
  const begun = await inTransaction((tx) => takeCeremony(tx, ceremonyId, 'passkeyRegistration', now));
  const credential = begun?.accountId === accountId ? await verified(finish, begun.body) : undefined;
  if (!credential) return refuse('passkey-failed');
  return inTransaction(async (tx) => {
    const { id, publicKey, counter } = credential;
    const transports = response.response.transports ?? [];
    const passkey = { id, accountId, publicKey: Uint8Array.from(publicKey), counter, transports, name };
    if (!(await storePasskey(tx, passkey, now))) return refuse('passkey-failed');
    const renewed = await renewSession(tx, sessionId, now, { secondFactorAt: now });
    if (renewed === undefined) throw new Error('the session ended while a passkey was made');
    const subject = `account:${accountId}`;
    await recordAudit(tx, { at: now, actorId: accountId, action: 'passkey.enrolled', subject });
    return ok({ sessionId: renewed });
  });
}
