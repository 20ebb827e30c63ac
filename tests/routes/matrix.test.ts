// Everybody asks everything, of their own and of others: who is let in is what the table of rights says, and nobody else.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { allRowCounts } from '#tests/support/row-counts.ts';
import { ASKERS, aRightsWorld, type Asker } from '#tests/support/rights-world.ts';
import { ROUTE_RIGHTS, type Access } from '#tests/support/route-rights.ts';
import { addressOf, call, routeFiles, routeModule, type Answer } from '#tests/support/routes.ts';

useTestDatabase({ per: 'file' });
// why: each test asks fifty times, and some of the answers are files.
vi.setConfig({ testTimeout: 90_000 });

const NOW = afterOpening({ hours: 5 });
const EMPTY_FORM = {
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: '',
} as const;

type Place = 'own' | 'foreign';
type Verdict = 'let in' | 'signs in first' | 'forbidden' | 'no such thing';

let world: Awaited<ReturnType<typeof aRightsWorld>>;
let asked = 0;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  world = await aRightsWorld(NOW);
}, 60_000);
afterAll(() => void vi.useRealTimers());

/** What the table says of somebody. */
function expectedOf(access: Access, place: Place, asker: Asker): Verdict {
  if (access === 'everybody') return 'let in';
  if (access === 'nobody') return 'no such thing';
  if (asker === 'visitor') return 'signs in first';
  if (access === 'signed-in') return 'let in';
  if (access === 'none-there') return 'no such thing';
  // Whoever is held back has shown the password alone, and nothing since.
  if (access === 'proved') return asker === 'heldBack' ? 'forbidden' : 'let in';
  if (access === 'owner') return asker === 'owner' && place === 'own' ? 'let in' : 'no such thing';
  const list: readonly Asker[] = 'here' in access ? (place === 'own' ? access.here : access.elsewhere) : access;
  return list.includes(asker) ? 'let in' : 'forbidden';
}

/** What came of asking. */
function verdictOf({ status, location }: Answer, expected: Verdict): Verdict | number {
  if (status >= 500) return status;
  if (status === 401 || (status === 302 && location?.startsWith('/sign-in?returnTo=') === true))
    return 'signs in first';
  // Roles that a session does not give before its second factor: a page leads to where it is asked.
  if (status === 403 || location?.startsWith('/sign-in/second-factor')) return 'forbidden';
  // why: to whoever is let in, an address of something that is not there is told so; for things of persons that is a refusal.
  return status === 404 && expected === 'no such thing' ? 'no such thing' : 'let in';
}

async function ask(file: string, method: 'GET' | 'POST', place: Place, asker: Asker): Promise<Answer> {
  asked += 1;
  const { loader, action } = await routeModule(file);
  const params = world[place];
  const handler = (method === 'GET' ? loader : action) as never;
  const init = method === 'GET' ? {} : EMPTY_FORM;
  return call(handler, addressOf(file, params), params, { ...init, cookie: world.cookies[asker] });
}

const PLACES: readonly Place[] = ['own', 'foreign'];
const GETS = Object.entries(ROUTE_RIGHTS).flatMap(([file, { get }]) => (get ? [[file, get] as const] : []));
const POSTS = Object.entries(ROUTE_RIGHTS).flatMap(([file, { post, isAct }]) =>
  post ? [[file, post, isAct === true] as const] : [],
);

test('the table has a row for every route, with what it answers to', async () => {
  expect(Object.keys(ROUTE_RIGHTS).toSorted()).toEqual(routeFiles());
  for (const file of routeFiles()) {
    const { loader, action } = await routeModule(file);
    const { get, post } = ROUTE_RIGHTS[file] ?? {};
    expect([file, get !== undefined, post !== undefined]).toEqual([file, loader !== undefined, action !== undefined]);
  }
});

describe('who sees', () => {
  test.each(GETS)('%s', async (file, access) => {
    for (const place of PLACES) {
      for (const asker of ASKERS) {
        const expected = expectedOf(access, place, asker);
        const answer = await ask(file, 'GET', place, asker);
        expect([place, asker, verdictOf(answer, expected)]).toEqual([place, asker, expected]);
        if (access === 'owner' && expected === 'let in') expect([asker, answer.status]).not.toEqual([asker, 404]);
      }
    }
  });
});

describe('looking changes nothing', () => {
  /** What a look itself leaves behind: that somebody looked at personal data, and what is counted once and then kept. */
  const LEFT_BEHIND: readonly string[] = ['auditEntry', 'look', 'standing', 'tallyMark'];

  test('in any table, whoever looks at whatever', async () => {
    // why once before: the first look at a board counts what later ones read.
    const before = await allRowCounts();
    for (const [file] of GETS) {
      for (const asker of ['owner', 'manager', 'organizer', 'administrator'] as const) {
        await ask(file, 'GET', 'own', asker);
      }
    }
    const after = await allRowCounts();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.filter((table) => !LEFT_BEHIND.includes(table))).toEqual([]);
  }, 60_000);
});

describe('who acts', () => {
  test.each(POSTS)('%s', async (file, access, isAct) => {
    const before = await allRowCounts();
    const askers = (place: Place) =>
      ASKERS.map((asker) => ({ asker, expected: expectedOf(access, place, asker) })).toSorted(
        // Those who are refused first: what they leave behind is counted.
        (a, b) => Number(a.expected === 'let in') - Number(b.expected === 'let in'),
      );
    for (const place of PLACES) {
      for (const { asker, expected } of askers(place)) {
        if (expected === 'let in') continue;
        const answer = await ask(file, 'POST', place, asker);
        expect([place, asker, verdictOf(answer, expected)]).toEqual([place, asker, expected]);
      }
    }
    expect(await allRowCounts()).toEqual(before);
    if (isAct) return;
    for (const place of PLACES) {
      for (const { asker, expected } of askers(place)) {
        if (expected !== 'let in') continue;
        const answer = await ask(file, 'POST', place, asker);
        expect([place, asker, verdictOf(answer, expected)]).toEqual([place, asker, expected]);
      }
    }
    expect(await allRowCounts()).toEqual(before);
  });
});

test('that were thousands of questions', () => {
  expect(asked).toBeGreaterThan(3_000);
});
