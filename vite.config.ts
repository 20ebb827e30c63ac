import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.ts';

export default defineConfig({
  plugins: [process.env['VITEST'] ? undefined : remix(remixConfig)],
  publicDir: 'app/public',
  build: { target: 'es2020', sourcemap: false, cssMinify: true },
  server: { port: 3000 },
});
