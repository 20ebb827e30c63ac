import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import styles from './ui/app.css?url';
import { getActor } from './features/identity/guard.server.ts';
import { can } from './domain/identity/permissions.ts';
import { env } from './platform/env.server.ts';
import { readPreferences } from './platform/http/preferences.server.ts';
import { LocaleProvider } from './ui/locale.tsx';
import { useNonce } from './ui/nonce.tsx';
import { PageShell } from './ui/page-shell.tsx';
import { StatusPage } from './ui/status-page.tsx';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** What every page needs and nothing personal: who is signed in is told by the pages that show it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [preferences, actor] = await Promise.all([readPreferences(request), getActor(request)]);
  return {
    ...preferences,
    isDemo: env().DEMO === '1',
    isSignedIn: actor !== undefined,
    isHeldBack: actor?.isHeldBack ?? false,
    seesDashboard: actor?.grants.some((grant) => can(actor, 'see-contest-dashboard', grant.unitPath)) ?? false,
    readsItems: actor?.grants.some((grant) => can(actor, 'read-items', grant.unitPath)) ?? false,
    unitId: actor?.unitId,
  };
}

/** The frame of every document, also of error pages. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const locale = root?.locale ?? 'vi';
  return (
    <html lang={locale} data-theme={root?.theme ?? 'auto'} data-text-size={root?.textSize ?? '100'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4f4c" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider value={locale}>
          <PageShell
            isDemo={root?.isDemo ?? false}
            isSignedIn={root?.isSignedIn ?? false}
            isHeldBack={root?.isHeldBack ?? false}
            seesDashboard={root?.seesDashboard ?? false}
            readsItems={root?.readsItems ?? false}
            theme={root?.theme ?? 'auto'}
            textSize={root?.textSize ?? '100'}
          >
            {children}
          </PageShell>
        </LocaleProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <StatusPage />;
}
