// Two hundred texts that would run as code, put wherever somebody's words are shown to somebody else, and looked at in a browser.
import type BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { DEMO_PASSWORD } from '#app/cli/demo-people.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { paths } from '#app/paths.ts';
import { renderItemText } from '#app/platform/item-markdown.server.ts';
import { renderMarkdown } from '#app/platform/markdown.server.ts';
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts';
import { ownServer } from '#tests/support/own-server.ts';
import { CONTEST } from '#tests/support/people.ts';
import { expect, test } from '#tests/support/playwright.ts';

type Row = Record<string, unknown>;
const PER_TEXT = 10;
const ITEMS = HOSTILE_TEXTS.length / PER_TEXT;
const part = (index: number): string[] => HOSTILE_TEXTS.slice(index * PER_TEXT, (index + 1) * PER_TEXT);

function insert(db: BetterSqlite3.Database, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  ).run(...Object.values(row));
}

/** Puts the texts into names of people, units, guidance, notices, reasons and questions. @returns the unit of the manager */
function plant(db: BetterSqlite3.Database): void {
  const one = (sql: string, ...values: unknown[]): Row => db.prepare(sql).get(...values) as Row;
  const manager = one('SELECT * FROM "Account" WHERE "signInName" = ?', 'phutrach');
  const organizer = one('SELECT * FROM "Account" WHERE "signInName" = ?', 'bantochuc');
  const contest = one('SELECT * FROM "Contest" WHERE "slug" = ?', CONTEST);
  const round = one('SELECT * FROM "Round" WHERE "contestId" = ?', contest['id']);
  const item = one(`SELECT * FROM "Item" WHERE "interaction" = 'choice' AND "currentVersionId" IS NOT NULL`);
  const version = one('SELECT * FROM "ItemVersion" WHERE "id" = ?', item['currentVersionId']);
  const now = String(manager['createdAt']);
  // A roster of its own, newer than what the demonstration has: the newest of a unit is the one that is shown.
  insert(db, 'RosterImport', {
    id: 'xau',
    unitId: manager['unitId'],
    actorId: manager['id'],
    fileName: HOSTILE_TEXTS[0],
    fileHash: 'xau',
    people: HOSTILE_TEXTS.length,
    at: new Date().toISOString().replace('Z', '+00:00'),
  });
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    const person = { fullName: text, foldedName: fold(text) };
    insert(db, 'Account', { ...manager, ...person, id: `xau-${index}`, signInName: `xau-${index}` });
    insert(db, 'RosterPerson', {
      ...person,
      id: `xau-${index}`,
      unitId: manager['unitId'],
      number: index + 1,
      position: text,
      importId: 'xau',
      createdAt: now,
      updatedAt: now,
    });
  }
  for (let index = 0; index < ITEMS; index += 1) {
    const texts = part(index);
    const joined = texts.join(' ');
    insert(db, 'Notice', {
      id: `xau-${index}`,
      contestId: contest['id'],
      text: joined,
      actorId: organizer['id'],
      at: now,
    });
    insert(db, 'Adjustment', {
      id: `xau-${index}`,
      contestId: contest['id'],
      roundId: round['id'],
      kind: 'extension',
      ms: 1,
      reason: joined,
      actorId: organizer['id'],
      at: now,
    });
    const body = JSON.parse(String(version['body'])) as { options: { text: string }[]; source: object };
    const hostile = {
      ...body,
      prompt: texts.join('\n\n'),
      rationale: texts.toReversed().join('\n\n'),
      source: { ...body.source, title: joined },
      options: body.options.map((option, at) => ({ ...option, text: texts[at] ?? 'x' })),
    };
    const ids = { item: `xau-${index}`, version: `xau-${index}-v1` };
    insert(db, 'Item', {
      ...item,
      id: ids.item,
      currentVersionId: ids.version,
      isEdited: 1,
      searchText: joined,
      tags: `|${texts[0] ?? ''}|`,
    });
    insert(db, 'ItemVersion', {
      ...version,
      id: ids.version,
      itemId: ids.item,
      contentHash: `xau-${index}`,
      body: JSON.stringify(hostile),
    });
  }
  const units = db.prepare(`SELECT * FROM "Unit" WHERE "id" LIKE 'xa-%' ORDER BY "id" LIMIT 20`).all() as Row[];
  for (const [index, unit] of units.entries()) {
    const name = part(index % ITEMS)
      .join(' ')
      .slice(0, 300);
    db.prepare('UPDATE "UnitVersion" SET "name" = ? WHERE "unitId" = ?').run(name, unit['id']);
    db.prepare('UPDATE "Unit" SET "name" = ?, "guidance" = ?, "isEdited" = 1 WHERE "id" = ?').run(
      name,
      HOSTILE_TEXTS.join('\n'),
      unit['id'],
    );
  }
  db.prepare('UPDATE "Unit" SET "guidance" = ?, "isEdited" = 1 WHERE "id" = ?').run(
    HOSTILE_TEXTS.join('\n'),
    manager['unitId'],
  );
}

/** Watches for what must never happen: a dialog, a refusal by the policy, an element that only one of the texts can have made. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog on ${page.url()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('tellHostile', (what: string) => void seen.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { tellHostile(what: string): void }).tellHostile(
        `${event.effectiveDirective} on ${location.pathname}: ${event.blockedURI}`,
      );
    });
  });
  return seen;
}

const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          /^(?:marquee|iframe|object|embed|base|math|audio|video)$/iu.test(element.localName) ||
          [...element.attributes].some(
            ({ name, value }) =>
              /^on/iu.test(name) ||
              (/^\s*(?:javascript|vbscript|data:text)/iu.test(value.replaceAll(/[\t\n\r]/gu, '')) &&
                /^(?:href|src|action|formaction|xlink:href|data)$/iu.test(name)),
          ),
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );

async function signIn(page: Page, origin: string, signInName: string): Promise<void> {
  await page.goto(`${origin}${paths.signIn()}`);
  await page.locator('input[name="signInName"]').fill(signInName);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('main form button').last().click();
  await page.waitForURL((url) => url.pathname !== paths.signIn());
  // People with a duty: the demonstration shows the code of now, or says how long it is until the next one.
  await expect(async () => {
    if (new URL(page.url()).pathname !== paths.signInSecond()) return;
    await page.reload();
    await page.getByRole('button', { name: 'Dùng mã này' }).click({ timeout: 2_000 });
    await page.waitForURL((url) => url.pathname !== paths.signInSecond(), { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

test('what the server makes of Markdown runs nothing, also where no policy holds', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  const pieces = HOSTILE_TEXTS.flatMap((text) => [
    renderMarkdown(text),
    renderMarkdown(`# ${text}\n\n- ${text}\n\n> ${text}`),
    renderItemText(text, { inline: true }),
    renderItemText(text, { inline: false }),
  ]);
  expect(new Set(HOSTILE_TEXTS).size).toBe(200);
  await page.setContent(
    `<!doctype html><html><body>${pieces.map((piece) => `<div>${piece}</div>`).join('\n')}</body></html>`,
  );
  // As the scripts of a page write it.
  await page.evaluate((texts) => {
    for (const text of texts) document.body.append(Object.assign(document.createElement('div'), { innerHTML: text }));
  }, pieces);
  for (const link of await page.locator('a').all()) await link.focus().catch(() => undefined);
  expect(await strangers(page)).toEqual([]);
  expect(await page.locator('script, style, form, button, input:not([type=checkbox])').count()).toBe(0);
  expect(seen).toEqual([]);
  await page.context().close();
});

test('names, units, notices, reasons and questions with such texts in them run nothing on any page that shows them', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const { origin, close } = await ownServer(plant);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const seen = await watch(page);
    const shown = new Set<string>();
    const look = async (path: string): Promise<void> => {
      const answer = await page.goto(`${origin}${path}`, { waitUntil: 'load' });
      expect(answer?.status(), path).toBeLessThan(500);
      if ((await page.locator('body').textContent())?.includes('alert(1)')) shown.add(path.split('?')[0] ?? '');
      expect([path, await strangers(page)]).toEqual([path, []]);
      expect([path, seen]).toEqual([path, []]);
    };
    const query = (path: string, name: string, value: string): string =>
      `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;

    // Visitors: units, what is told to everybody, and whatever an address says.
    await look(paths.units());
    await look(paths.contest(CONTEST));
    await look(paths.unitBoard(CONTEST));
    await look(paths.leaderboard(CONTEST));
    for (const text of HOSTILE_TEXTS.filter((_, index) => index % 20 === 0)) {
      await look(query(paths.units(), 'q', text));
      await look(query(paths.signIn(), 'returnTo', text));
      await look(query(paths.register(), 'unitQuery', text));
      await look(`/khong-co/${encodeURIComponent(text)}`);
      await look(query(paths.leaderboard(CONTEST), 'q', text));
    }

    await signIn(page, origin, 'phutrach');
    await page.goto(`${origin}${paths.account()}`);
    const unitPath = (await page.locator('a[href^="/units/"]').first().getAttribute('href')) ?? '';
    await look(unitPath);
    for (let number = 1; number <= 5; number += 1) {
      await look(`${unitPath}/missing?contest=${CONTEST}&page=${number}`);
      await look(`${unitPath}/roster?page=${number}`);
    }
    await context.clearCookies();

    await signIn(page, origin, 'bantochuc');
    await look(paths.conduct(CONTEST));
    await look(paths.conductAct(CONTEST, 'notices'));
    await look(query(paths.conductAct(CONTEST, 'extra-time'), 'q', 'xau'));
    await look(paths.manageUnits());
    await look('/manage/items?q=alert');
    for (let index = 0; index < ITEMS; index += 1) {
      await look(`/manage/items/xau-${index}`);
      await look(`/manage/items/xau-${index}/review`);
    }
    await look('/manage/items/xau-0/history');
    await look(query('/manage/items', 'q', HOSTILE_TEXTS[0] ?? ''));
    // Nothing was looked at where nothing of it was shown.
    expect([...shown]).toEqual(expect.arrayContaining([paths.units(), `${unitPath}/missing`, `${unitPath}/roster`]));
    expect(shown.size).toBeGreaterThan(25);
    await context.close();
  } finally {
    await close();
  }
});

test('what an address says comes back in the source of a page as words alone', async ({ request }) => {
  for (const text of HOSTILE_TEXTS.filter((_, index) => index % 4 === 0)) {
    // why one that no payload has by itself: it must be found, or nothing was looked at.
    const marked = `dau-hieu-${text}`;
    const body = await (await request.get(`${paths.units()}?q=${encodeURIComponent(marked)}`)).text();
    expect(body).toContain('dau-hieu-');
    if (/[<>]/u.test(text)) expect(body, text).not.toContain(text);
    expect(body.match(/<script(?! nonce="[^"]{24}")/gu), text).toBeNull();
  }
});
