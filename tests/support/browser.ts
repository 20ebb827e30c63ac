import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright/test';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** Debian's chromium, where we may install packages. */
function installChromium(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
  } catch {
    return false;
  }
  return existsSync(SYSTEM_CHROMIUM);
}

/**
 * The browser of the tests: PLAYWRIGHT_CHROMIUM, else the system's chromium, else one that apt-get can install, else the one
 * that Playwright itself has downloaded.
 * @throws with a sentence that says how to get one; browser tests are never skipped
 */
export function findBrowser(): string {
  const asked = process.env['PLAYWRIGHT_CHROMIUM'];
  if (asked !== undefined && asked !== '') {
    if (existsSync(asked)) return asked;
    throw new Error(`PLAYWRIGHT_CHROMIUM names ${asked}, and there is no such file.`);
  }
  if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return downloaded;
  if (installChromium()) return SYSTEM_CHROMIUM;
  throw new Error(
    'The browser tests need Chromium and found none. Install it with "apt-get install chromium", ' +
      'or with "npx playwright install chromium", or name one in PLAYWRIGHT_CHROMIUM=/path/to/chromium.',
  );
}
