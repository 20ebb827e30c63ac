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

export default defineConfig({
  plugins: process.env['VITEST'] ? [] : [remix(remixConfig), serviceWorker()],
  publicDir: 'app/public',
  build: { target: 'es2020', sourcemap: false, cssMinify: true },
  server: { port: 3000 },
});
