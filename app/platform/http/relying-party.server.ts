import { env } from '#app/platform/env.server.ts';

/** Who passkeys are made for: a name of the web, and the origin whose pages may ask for them. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** The installation as browsers know it: by APP_ORIGIN, else by the address that was asked. */
export function relyingPartyOf(request: Request): RelyingParty {
  const { hostname, origin } = new URL(env().APP_ORIGIN ?? request.url);
  return { id: hostname, origin };
}
