// A provider of OpenID Connect on this machine, as strict as they come, and a person at it who says yes to everything.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';

export interface LocalProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next, and by which means. */
  next: { sub: string; name: string; amr?: string[]; acr?: string };
  close(): Promise<void>;
}

/** The library tells the console that this is no provider for production, while tests are to be silent. */
async function silently(...given: ConstructorParameters<typeof Provider>): Promise<Provider> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    const { default: Library } = await import('oidc-provider');
    return new Library(...given);
  } finally {
    Object.assign(console, { warn, info });
  }
}

/** Starts one on a free port. @param redirectUri where our callback is */
export async function startProvider(redirectUris: string[], port = 0): Promise<LocalProvider> {
  const server: Server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['tim-hieu', 'mot bi mat dai cua khach'];
  const local: LocalProvider = {
    issuer,
    clientId,
    clientSecret,
    next: { sub: 'nguoi-1', name: 'Lý Thị Ước' },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  const provider = await silently(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'] },
    conformIdTokenClaims: false,
    acrValues: ['mfa'],
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['khoa cua nha cung cap'] },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: local.next.name }),
    }),
  });
  provider.on('server_error', () => undefined);
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    void (async () => {
      const details = await provider.interactionDetails(request, response);
      if (details.prompt.name === 'login') {
        const { sub, amr, acr } = local.next;
        const login = { accountId: sub, ...(amr ? { amr } : {}), ...(acr ? { acr } : {}), remember: false };
        return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
      }
      const grant = new provider.Grant({
        accountId: details.session?.accountId ?? '',
        clientId: String(details.params['client_id']),
      });
      grant.addOIDCScope('openid profile');
      const consent = { grantId: await grant.save() };
      return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
    })().catch(() => response.writeHead(500).end());
  });
  return local;
}

/** What a browser would do: follows the provider's redirects with its cookies, until one leads to another host. */
export async function walk(address: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(address);
  const { host } = url;
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { Cookie: cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('Location');
    await answer.body?.cancel();
    if (location === null) throw new Error(`the provider stopped with ${answer.status} at ${url.pathname}`);
    url = new URL(location, url);
    if (url.host !== host) return url;
  }
  throw new Error('the provider leads nowhere');
}
