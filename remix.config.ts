import type { VitePluginConfig } from '@remix-run/dev';

/**
 * Options of the Remix compiler. With Vite, Remix 2 reads no remix.config by itself: vite.config.ts imports this one
 * (app/decisions/0004-remix-config-and-routes.md).
 */
const remixConfig = {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*.test.*', '**/*.css'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: false,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
} satisfies VitePluginConfig;

export default remixConfig;
