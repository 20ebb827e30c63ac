// Prints how many tests passed and failed, from the reports that the runners leave in test-results/: the last line of .ci/run.
import { existsSync, readFileSync } from 'node:fs';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A runner that left no report did not run to its end: that counts as one failure. */
function total(): { passed: number; failed: number } {
  const vitest = read('test-results/vitest.json') as VitestReport | undefined;
  const playwright = read('test-results/browser.json') as PlaywrightReport | undefined;
  const counts = [
    vitest === undefined
      ? { passed: 0, failed: 1 }
      : {
          passed: vitest.numPassedTests,
          // why: a file that cannot be loaded has no test that failed.
          failed: vitest.numFailedTests || (vitest.numFailedTestSuites > 0 ? 1 : 0),
        },
    playwright === undefined
      ? { passed: 0, failed: 1 }
      : {
          passed: playwright.stats.expected + playwright.stats.flaky,
          failed: playwright.stats.unexpected || (playwright.errors.length > 0 ? 1 : 0),
        },
  ];
  return counts.reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }));
}

const { passed, failed } = total();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
