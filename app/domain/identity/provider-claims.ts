const MULTI = new Set(['mfa', 'phr', 'phrh', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor']);

/**
 * Whether a provider says that the person has shown a second factor: "mfa" among the means (RFC 8176), or as the class of the
 * sign-in. One means alone, such as a code without a password, is no second factor.
 */
export function hasShownSecondFactor(claims: Readonly<Record<string, unknown>>): boolean {
  const means = Array.isArray(claims['amr']) ? claims['amr'] : [];
  return means.includes('mfa') || (typeof claims['acr'] === 'string' && MULTI.has(claims['acr']));
}
