import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser } from './tests/support/browser.ts';

// why in the environment: workers read this file again, and must find the same browser, port and folder.
const browser = (process.env['PLAYWRIGHT_CHROMIUM'] ||= findBrowser());
const FREE_PORT =
  "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
const port = (process.env['E2E_PORT'] ||= execFileSync(process.execPath, ['-e', FREE_PORT], {
  encoding: 'utf8',
}).trim());
const folder = (process.env['E2E_FOLDER'] ||= mkdtempSync(join(tmpdir(), 'tim-hieu-e2e-')));
const baseURL = `http://127.0.0.1:${port}`;
// why: tests make their people and papers in the database of the server that they look at.
Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: `file:${folder}/demo.db`, LOG_LEVEL: 'warn' });

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalTeardown: './tests/support/remove-folder.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // why again on a shared machine only: a test that passes at the second try is named as flaky, and stays to be mended.
  retries: process.env['CI'] ? 2 : 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL,
    // why: axe measures colours, and a colour on its way to another has none of the two contrasts.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    },
  },
  projects: [
    { name: 'phone', testIgnore: '**/*.no-scripts.spec.ts', use: phone },
    { name: 'no-scripts', testMatch: '**/*.no-scripts.spec.ts', use: { ...phone, javaScriptEnabled: false } },
  ],
  webServer: {
    command: 'npx tsx app/cli/main.ts demo',
    url: baseURL,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production',
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: port,
      DATA_DIR: folder,
      DATABASE_URL: `file:${folder}/demo.db`,
      LOG_LEVEL: 'warn',
    },
  },
});
