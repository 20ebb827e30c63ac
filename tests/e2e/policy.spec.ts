// The Content Security Policy and Trusted Types on every kind of page that somebody can reach by links: nothing is refused.
import { paths } from '#app/paths.ts';
import { crawl } from '#tests/support/crawl.ts';
import { attemptIdOf, CONTEST, registerNewcomer, startAttempt } from '#tests/support/people.ts';
import { expect, test, type Duty } from '#tests/support/playwright.ts';

test.describe.configure({ mode: 'parallel' });

const START = [paths.home(), paths.topics(), paths.contests(), paths.units(), paths.account()];

const WAYS: readonly (readonly [Duty, readonly string[], number])[] = [
  ['contestant', START, 20],
  ['unitManager', [paths.account(), paths.manage(), paths.units()], 20],
  ['organizer', [paths.manage(), paths.manageContest(CONTEST), paths.keys(CONTEST), paths.conduct(CONTEST)], 45],
  ['itemApprover', [paths.manage(), '/manage/items'], 15],
];

for (const [duty, starts, atLeast] of WAYS) {
  test(`no page that a ${duty} reaches by links breaks the policy`, async ({ page, signInAs }) => {
    test.setTimeout(240_000);
    await signInAs(duty);
    const { visited, violations, failed } = await crawl(page, starts, { perKind: 2, limit: 110 });
    expect(violations).toEqual([]);
    expect(failed).toEqual([]);
    expect(visited.length).toBeGreaterThanOrEqual(atLeast);
  });
}

test('moving between pages by scripts breaks no policy: lessons and questions are written into the page', async ({
  page,
}) => {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/u.test(message.text())) said.push(message.text());
  });
  await page.goto(paths.topics());
  await page.locator('main a[href^="/topics/"]').first().click();
  await page.waitForURL(/\/topics\/[^/]+$/u);
  await page.locator('main a[href^="/topics/"]').last().click();
  await page.waitForURL(/\/topics\/[^/]+\/[^/]+$/u);
  await expect(page.locator('.prose p').first()).toBeVisible();
  // why: only what scripts of the page have drawn comes through Trusted Types.
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
  await registerNewcomer(page);
  await startAttempt(page);
  await expect(page.locator('fieldset.question:not([hidden])')).toHaveCount(1);
  expect(attemptIdOf(page)).not.toBe('');
  expect(said).toEqual([]);
});

test('a page that something else has changed before it came alive still works, under Trusted Types', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // As extensions do: an element of their own in the body, before the scripts of the page run.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      const foreign = document.createElement('div');
      foreign.id = 'foreign';
      document.body.prepend(foreign);
    }).observe(document, { childList: true, subtree: true });
  });
  const errors: string[] = [];
  // why: React says that it draws the page anew, which is what is asked for here.
  page.removeAllListeners('pageerror');
  page.on('pageerror', (error) => {
    if (/TrustedHTML|TrustedScript/u.test(error.message)) errors.push(error.message);
  });
  page.removeAllListeners('console');
  await page.goto(paths.home());
  await expect(page.locator('h1')).toBeVisible();
  await page.getByRole('link', { name: 'Chuyên đề' }).first().click();
  await page.waitForURL(/\/topics$/u);
  await expect(page.locator('h1')).toBeVisible();
  expect(errors).toEqual([]);
});

test('what the browser would refuse, it does refuse: the policy is no decoration', async ({ page }) => {
  page.removeAllListeners('console');
  page.removeAllListeners('pageerror');
  await page.goto(paths.home());
  const tried = await page.evaluate(async () => {
    // why: what a debugger runs may evaluate texts, and only until it first waits.
    await new Promise((done) => setTimeout(done, 50));
    const attempt = (work: () => unknown): string => {
      try {
        work();
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const element = document.createElement('div');
    const inline = document.createElement('script');
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const html = attempt(() => (element.innerHTML = '<img src=x onerror=alert(1)>'));
    // oxlint-disable-next-line typescript/no-implied-eval -- that the browser refuses it is what is asked here
    const evaluated = attempt(() => new Function('return 1')());
    const policy = attempt(() =>
      (
        globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } }
      ).trustedTypes.createPolicy('mine', {}),
    );
    const worker = attempt(() => new Worker('data:text/javascript,1'));
    inline.append('window.ran = true');
    attempt(() => document.body.append(inline));
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    await fetch('https://example.org/').catch(() => undefined);
    await new Promise((done) => setTimeout(done, 300));
    return { html, evaluated, policy, worker, ran: 'ran' in globalThis, violations };
  });
  expect(tried).toMatchObject({ html: 'TypeError', evaluated: 'EvalError', policy: 'TypeError', ran: false });
  expect(tried.worker).not.toBe('allowed');
  expect(tried.violations).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'require-trusted-types-for']));
});
