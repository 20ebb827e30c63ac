import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.ts';

/** Builds the service worker to /sw.js: its address must be the same in every build. */
function serviceWorker(): Plugin {
  let isClient = false;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      isClient = !config.build.ssr;
    },
    buildStart() {
      if (isClient) this.emitFile({ type: 'chunk', id: 'app/worker/sw.ts', fileName: 'sw.js' });
    },
  };
}

/**
 * Small pieces that travel together on the way of a contestant, as one file each: on a thin line a file of two hundred bytes costs
 * twice its size in headers.
 */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  frame: [
    'text/define-text.ts',
    'text/shell.ts',
    'text/contestant-refusals.ts',
    'paths.ts',
    'ui/page-shell.tsx',
    'ui/trusted-types.ts',
  ],
  'item-parts': ['ui/item-text.tsx', 'ui/safe-html.tsx', 'ui/item-styles.tsx', 'domain/items/item.ts'],
  'sheet-parts': [
    'features/attempts/use-rested.ts',
    'features/attempts/prediction-number.ts',
    'features/attempts/names-of.ts',
    'features/attempts/sheet-form.ts',
    'features/attempts/prediction-question.tsx',
    'features/attempts/item-saving.tsx',
    'features/attempts/device/outbox.ts',
    'text/attempts.ts',
    'text/sheet.ts',
  ],
};

const chunkOf = (id: string): string | undefined =>
  Object.entries(TOGETHER).find(([, files]) => files.some((file) => id.endsWith(`/app/${file}`)))?.[0];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env['VITEST'] ? [] : [remix(remixConfig), serviceWorker()],
  publicDir: 'app/public',
  build: {
    target: 'es2020',
    sourcemap: false,
    cssMinify: true,
    ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks: chunkOf, onlyExplicitManualChunks: true } } }),
  },
  server: { port: 3000 },
}));
