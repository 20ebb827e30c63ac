import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { RelyingParty } from '#app/platform/http/relying-party.server.ts';
import { closeSession, openSession, renewSession } from '../session.repo.server.ts';
import { triesByAddress } from '../throttles.server.ts';
import { storeCeremony, takeCeremony } from './challenge.repo.server.ts';
import type { BegunCeremony } from './enrol-passkey.server.ts';
import { findFactors } from './factor.repo.server.ts';
import { findPasskey, findPasskeysOf, notePasskeyUse, type StoredPasskey } from './passkey.repo.server.ts';

interface BeginPasskeyUse {
  /** Who is signed in already; left out, the device says who it is. */
  readonly actor: Actor | undefined;
  readonly clientAddress: string;
  readonly party: RelyingParty;
  readonly now: Instant;
}

/** Begins to ask for a passkey: to sign in, as the second step of that, or to prove again who it is. */
export async function beginPasskeyUse({
  actor,
  clientAddress,
  party,
  now,
}: BeginPasskeyUse): Promise<Result<BegunCeremony<PublicKeyCredentialRequestOptionsJSON>, 'too-many-tries'>> {
  if (!(await triesByAddress.take(clientAddress))) return refuse('too-many-tries');
  const own = actor ? await findPasskeysOf(actor.accountId) : [];
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    allowCredentials: own.map(({ id, transports }) => ({ id, transports: [...transports] })),
    userVerification: 'required',
  });
  const ceremony = { accountId: actor?.accountId, body: options.challenge };
  const id = await inTransaction((tx) => storeCeremony(tx, 'passkeySignIn', ceremony, now));
  return ok({ id, options });
}

interface UsePasskey {
  readonly actor: Actor | undefined;
  /** The session of the browser; where somebody is signed in it goes on under a new id, else it ends. */
  readonly sessionId: string | undefined;
  readonly ceremonyId: string;
  readonly response: AuthenticationResponseJSON;
  readonly party: RelyingParty;
  readonly now: Instant;
}

async function newCounter({ response, party }: UsePasskey, passkey: StoredPasskey, expectedChallenge: string) {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // why: whatever is wrong with what a browser sent, a counter that went back among it, proves nobody.
    return undefined;
  }
}

/**
 * Takes the answer of a passkey, which knows the person by finger, face or code: it is both steps of signing in at once, and
 * proves again who somebody is.
 */
export async function usePasskey(
  use: UsePasskey,
): Promise<Result<{ accountId: string; sessionId: string }, 'passkey-failed'>> {
  const { actor, sessionId, ceremonyId, response, now } = use;
  const begun = await inTransaction((tx) => takeCeremony(tx, ceremonyId, 'passkeySignIn', now));
  const passkey = begun && (await findPasskey(response.id));
  if (!begun || !passkey) return refuse('passkey-failed');
  // why both: a ceremony that somebody began is theirs alone, and one that nobody began signs nobody in over another.
  if (begun.accountId !== actor?.accountId || (actor && passkey.accountId !== actor.accountId)) {
    return refuse('passkey-failed');
  }
  const counter = await newCounter(use, passkey, begun.body);
  const { accountId } = passkey;
  if (counter === undefined) return refuse('passkey-failed');
  return inTransaction(async (tx) => {
    const state = await findFactors(accountId, tx);
    if (!state || state.isClosed || !(await notePasskeyUse(tx, passkey, counter, now))) return refuse('passkey-failed');
    const proofs = { secondFactorAt: now, steppedUpAt: now };
    const subject = `account:${accountId}`;
    if (actor && sessionId !== undefined) {
      const renewed = await renewSession(tx, sessionId, now, proofs);
      if (renewed === undefined) return refuse('passkey-failed');
      const detail = { kind: 'passkey' };
      await recordAudit(tx, { at: now, actorId: accountId, action: 'second-factor.shown', subject, detail });
      return ok({ accountId, sessionId: renewed });
    }
    if (sessionId !== undefined) await closeSession(tx, sessionId);
    const opened = await openSession(tx, accountId, now, proofs);
    const detail = { by: 'passkey' };
    await recordAudit(tx, { at: now, actorId: accountId, action: 'session.opened', subject, detail });
    return ok({ accountId, sessionId: opened });
  });
}
