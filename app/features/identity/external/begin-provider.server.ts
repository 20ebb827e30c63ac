import * as oidc from 'openid-client';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { logger } from '#app/platform/logger.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { storeChallenge } from './external.repo.server.ts';
import type { Begun } from './provider-outcome.ts';
import { discovered, providerSettings } from './provider.server.ts';

const LASTS = 10 * MINUTE;

/** Where the provider leads back to. */
export const callbackAddress = (origin: string): string => `${origin}${paths.providerCallback()}`;

/** What the table knows of the browser that began. */
export const browserHash = (secret: string): string => keyedHash('challenge', `provider:${secret}`);

/**
 * Begins a sign-in at the provider, or the linking of the own account to one there.
 * @param command.accountId who is signed in and wants to link; left out, somebody signs in
 * @param command.browserSecret what the browser keeps in a cookie: without it nothing comes of the answer
 * @returns the address at the provider
 */
export async function beginProvider(command: {
  accountId?: string | undefined;
  browserSecret: string;
  returnTo: string;
  origin: string;
  now: Instant;
}): Promise<Result<{ address: string; providerName: string }, 'not-found' | 'provider-failed'>> {
  const { accountId, browserSecret, returnTo, origin, now } = command;
  const settings = providerSettings();
  if (!settings) return refuse('not-found');
  const config = await discovered(settings, now).catch((error: unknown) => {
    logger.warn({ err: error }, 'the identity provider does not answer');
    return undefined;
  });
  if (!config) return refuse('provider-failed');
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const begun: Begun = { nonce, verifier, returnTo, browser: browserHash(browserSecret), issuer: settings.issuer };
  await storeChallenge({ id: state, kind: 'provider', accountId, body: JSON.stringify(begun), expiresAt: now + LASTS });
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callbackAddress(origin),
    scope: 'openid profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return ok({ address: address.href, providerName: settings.name });
}
