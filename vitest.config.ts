import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const EVERYWHERE = ['./tests/support/fail-on-console.ts', './tests/support/property-seed.ts'];

/** Tests on a real database, a copy of a migrated base: tests/support/database.ts. */
const onDatabase = (
  name: string,
  include: string[],
  engine: 'sqlite' | 'postgresql',
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    env: { TEST_ENGINE: engine },
    globalSetup: ['./tests/support/global-setup.ts'],
    setupFiles: ['./tests/support/setup-env.ts', ...EVERYWHERE],
  },
});

const without = (name: string, include: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include, setupFiles: EVERYWHERE },
});

const USE_CASES = ['tests/use-cases/**/*.test.{ts,tsx}'];
const ROUTES = ['tests/routes/**/*.test.{ts,tsx}'];

// why not in vite.config.ts: the Remix plugin has no part in these tests.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    pool: 'forks',
    maxWorkers: process.env['CI'] ? '50%' : 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      without('unit', ['tests/unit/**/*.test.{ts,tsx}']),
      onDatabase('database', USE_CASES, 'sqlite'),
      onDatabase('routes', ROUTES, 'sqlite'),
      onDatabase('contracts', ['tests/contracts/**/*.test.ts'], 'sqlite'),
      // The same tests on the other engine, wherever there is one to try them on.
      ...(process.env['POSTGRES_URL']
        ? [onDatabase('database-postgresql', [...USE_CASES, ...ROUTES], 'postgresql')]
        : []),
    ],
  },
});
