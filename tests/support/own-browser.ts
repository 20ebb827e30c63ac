// A browser with a profile of its own, which can be killed as a phone's system kills one, and started again on the same profile.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright/test';

export class OwnBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'tim-hieu-profile-'));
  #context: BrowserContext | undefined;

  async start(): Promise<BrowserContext> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: process.env['PLAYWRIGHT_CHROMIUM'] ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      viewport: { width: 360, height: 740 },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    return this.#context;
  }

  /** Kills it at once: nothing can be written any more. */
  async kill(): Promise<void> {
    const gone = new Promise<void>((done) => this.#context?.once('close', () => done()));
    for (const pid of this.#processes()) process.kill(pid, 'SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The processes of this browser, by the profile that only they were started with. */
  #processes(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .filter((name) => {
        try {
          return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--user-data-dir=${this.#profile}`);
        } catch {
          return false;
        }
      })
      .map(Number);
  }
}
