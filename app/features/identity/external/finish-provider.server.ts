import * as oidc from 'openid-client';
import { hasShownSecondFactor } from '#app/domain/identity/provider-claims.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import { HOUR, type Instant } from '#app/domain/kernel/time.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { sameHash, seal } from '#app/platform/sealed-field.server.ts';
import { findPerson } from '../people/person.repo.server.ts';
import { closeSession, openSession } from '../session.repo.server.ts';
import { browserHash, callbackAddress } from './begin-provider.server.ts';
import { findLinked, storeChallenge, storeSeen, takeChallenge } from './external.repo.server.ts';
import { linkIdentity, pendingId, pendingPlace } from './link-identity.server.ts';
import { BegunSchema, type Begun, type Pending, type ProviderOutcome } from './provider-outcome.ts';
import { discovered, providerSettings, type ProviderSettings } from './provider.server.ts';

/** Somebody at the provider, proved by its signature. */
interface Proved {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly hasMfa: boolean;
}

interface Finish {
  /** The query that the browser came back with. */
  readonly search: string;
  readonly browserSecret: string | undefined;
  /** Who is signed in to this browser now. */
  readonly accountId: string | undefined;
  readonly previousSessionId?: string | undefined;
  readonly origin: string;
  readonly now: Instant;
}

/**
 * Ends what was begun at the provider: in the browser that began it, once, within ten minutes, with an answer that is signed by
 * that very provider for this very question. An account is opened by a link that its owner made, never by an equal address.
 */
export async function finishProvider(
  command: Finish,
): Promise<Result<ProviderOutcome, 'not-found' | 'provider-failed' | 'provider-taken'>> {
  const { search, browserSecret, now } = command;
  const settings = providerSettings();
  if (!settings) return refuse('not-found');
  const state = new URLSearchParams(search).get('state') ?? '';
  // why taken first: whatever comes of it, the same answer is good for nothing a second time.
  const challenge = await takeChallenge(state, 'provider', now);
  if (!challenge || browserSecret === undefined) return refuse('provider-failed');
  const begun = BegunSchema.parse(JSON.parse(challenge.body));
  if (!sameHash(begun.browser, browserHash(browserSecret)) || begun.issuer !== settings.issuer) {
    return refuse('provider-failed');
  }
  const proved = await prove(command, settings, begun, state);
  if (!proved) return refuse('provider-failed');
  if (challenge.accountId === undefined) return enter(command, settings, begun, proved);
  // why again: somebody else may have signed in to this browser meanwhile.
  if (command.accountId !== challenge.accountId) return refuse('provider-failed');
  const linked = await linkIdentity({ ...proved, accountId: challenge.accountId, now });
  return linked.ok ? ok({ kind: 'linked', returnTo: begun.returnTo }) : linked;
}

async function prove(
  { search, origin, now }: Finish,
  settings: ProviderSettings,
  begun: Begun,
  expectedState: string,
): Promise<Proved | undefined> {
  try {
    const config = await discovered(settings, now);
    const url = new URL(callbackAddress(origin));
    url.search = search;
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: begun.verifier,
      expectedState,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return undefined;
    const name = typeof claims['name'] === 'string' ? tidy(claims['name']).slice(0, 80) : '';
    return { issuer: claims.iss, subject: claims.sub, name, hasMfa: hasShownSecondFactor(claims) };
  } catch (error) {
    // why only the code: what a provider writes may name the person.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    logger.warn({ code }, 'an answer of the identity provider was not taken');
    return undefined;
  }
}

async function enter(
  { browserSecret, previousSessionId, now }: Finish,
  settings: ProviderSettings,
  { returnTo }: Begun,
  { issuer, subject, name, hasMfa }: Proved,
): Promise<Result<ProviderOutcome, 'provider-failed'>> {
  const accountId = await findLinked(issuer, subject);
  if (accountId === undefined) {
    const id = pendingId(browserSecret ?? '');
    const pending: Pending = { issuer, subject, name, returnTo };
    const body = seal(JSON.stringify(pending), pendingPlace(id));
    await storeChallenge({ id, kind: 'providerPending', body, expiresAt: now + HOUR });
    return ok({ kind: 'unknown' });
  }
  return inTransaction(async (tx) => {
    const person = await findPerson(accountId, tx);
    if (!person || person.isGone || person.disabledAt !== undefined) return refuse('provider-failed');
    if (previousSessionId !== undefined) await closeSession(tx, previousSessionId);
    const isTrusted = settings.trustsMfa && hasMfa;
    const proofs = { steppedUpAt: now, secondFactorAt: isTrusted ? now : undefined };
    const sessionId = await openSession(tx, accountId, now, proofs);
    await storeSeen(tx, accountId, now);
    const subjectOf = `account:${accountId}`;
    const detail = { by: 'provider', hasMfa: isTrusted };
    await recordAudit(tx, { at: now, actorId: accountId, action: 'session.opened', subject: subjectOf, detail });
    return ok({ kind: 'signedIn', sessionId, isHeldBack: person.grants.length > 0 && !isTrusted, returnTo });
  });
}
