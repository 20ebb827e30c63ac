// How long the list of the bank and the search for near-duplicates take, and how many statements they cost:
//   DATABASE_URL=file:/tmp/bench.db npx tsx tests/support/bench-bank.ts 10000
// on an empty, migrated database of either engine. It fills the database and measures in one process.
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { findSimilar, findSimilarOfEach, listBank } from '#app/features/bank/index.server.ts';
import { bankQueryOf } from '#app/features/bank/bank-address.ts';
import { closeDatabase, database } from '#app/platform/db/client.server.ts';
import { fillBank, manyBodies } from './large-bank.ts';

let statements = 0;

/** Counts whatever reaches either driver. */
function countStatements(): void {
  const prepare = BetterSqlite3.prototype.prepare;
  BetterSqlite3.prototype.prepare = function counted(this: BetterSqlite3.Database, source: string) {
    statements += 1;
    return prepare.call(this, source);
  } as typeof prepare;
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    statements += 1;
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
}

async function measure(name: string, work: () => Promise<unknown>, times = 15): Promise<void> {
  const taken: number[] = [];
  statements = 0;
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number): string =>
    (taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0).toFixed(1);
  const each = (statements / times).toFixed(1);
  console.log(`${name.padEnd(34)} p50 ${at(0.5).padStart(7)} ms  p95 ${at(0.95).padStart(7)} ms  ${each} statements`);
}

const actor = { accountId: 'nguoi-soan', unitId: 'x', unitPath: '/x/', birthYear: 1980, grants: [] };
const rights = { mayReview: true, mayPublish: true };
const list = (query: string, page = 1): Promise<unknown> =>
  listBank({ actor, rights, query: bankQueryOf(new URLSearchParams(query)), page });

const size = Number(process.argv[2] ?? '10000');
const ids = await fillBank(size);
countStatements();
console.log(`${size} items, ${process.env['DATABASE_URL']?.split(':')[0] ?? ''}, heap ${heap()} MB before`);
await measure('first look of a process', () => list(''), 1);
await measure('first look with all findings', () => list('findings=errors'), 1);
console.log(`heap ${heap()} MB after`);
await measure('the list as it opens', () => list(''));
await measure('a late page', () => list('', 150));
await measure('two words', () => list('q=pac+bo'));
await measure('a phrase and three filters', () =>
  list('q="bac+ho"+nghi&state=published&difficulty=easy&interaction=choice'),
);
await measure('by findings, hardest first', () => list('findings=noSource&sort=findings'));
await measure('after one item was changed', async () => {
  await (await database()).item.update({ where: { id: ids[5] as string }, data: { contested: true } });
  await list('');
});
const [text] = manyBodies(1);
await measure('near-duplicates of one text', () => findSimilar({ body: text as never }));
await measure('near-duplicates of 500 texts', () => findSimilarOfEach(manyBodies(500).map((body) => ({ body }))), 3);
await closeDatabase();

function heap(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}
