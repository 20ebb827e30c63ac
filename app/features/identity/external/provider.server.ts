import { readFileSync } from 'node:fs';
import * as oidc from 'openid-client';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { env } from '#app/platform/env.server.ts';

/** A provider of OpenID Connect as the settings name it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly name: string;
  /** A second factor that the provider has asked for counts as ours. */
  readonly trustsMfa: boolean;
}

/** The provider that people may sign in by; undefined where none is set. */
export function providerSettings(): ProviderSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLIENT_SECRET_FILE, OIDC_NAME, OIDC_TRUST_MFA } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return undefined;
  const clientSecret =
    OIDC_CLIENT_SECRET_FILE === undefined ? OIDC_CLIENT_SECRET : readFileSync(OIDC_CLIENT_SECRET_FILE, 'utf8').trim();
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret,
    name: OIDC_NAME,
    trustsMfa: OIDC_TRUST_MFA === '1',
  };
}

/** What the sign-in page calls the provider; undefined where there is none. */
export const providerName = (): string | undefined => providerSettings()?.name;

const KEPT_FOR = 60 * MINUTE;
const TIMEOUT_S = 10;
let known: { readonly key: string; readonly at: Instant; readonly config: oidc.Configuration } | undefined;

/**
 * What the provider says about itself, at most an hour old.
 * @throws where it does not answer, or names another issuer than the one that is set
 */
export async function discovered(settings: ProviderSettings, now: Instant): Promise<oidc.Configuration> {
  const key = JSON.stringify(settings);
  if (known?.key === key && now - known.at < KEPT_FOR) return known.config;
  const server = new URL(settings.issuer);
  const isLocal = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname);
  const config = await oidc.discovery(
    server,
    settings.clientId,
    undefined,
    settings.clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(settings.clientSecret),
    // why only on this machine: everywhere else a provider without TLS is no provider.
    { timeout: TIMEOUT_S, ...(isLocal ? { execute: [oidc.allowInsecureRequests] } : {}) },
  );
  known = { key, at: now, config };
  return config;
}
