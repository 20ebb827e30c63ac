// The parts of bench-integrity that work on a whole province: filling, sealing, checking, searching.
import { stepText } from '#app/domain/audit/canonical.ts';
import { HOUR, SECOND } from '#app/domain/kernel/time.ts';
import { checkAudit, sealExisting, sealLog } from '#app/features/audit/index.server.ts';
import { findDuplicates } from '#app/features/duplicates/index.server.ts';
import { findSignals } from '#app/features/signals/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { env } from '#app/platform/env.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { fillerOf, fillProvince, type Filler } from './bench-units-seed.ts';
import { anItem } from './factories.ts';

interface Size {
  readonly people: number;
  readonly attempts: number;
  readonly calls: number;
}

const [ITEMS, SLOTS, PAPERS] = [60, 20, 40];
const OPTIONS = ['a', 'b', 'c', 'd'];
/** So many sit in one unit within one hour: a large school. */
const SCHOOL = 2_000;
const BATCH = 2_000;

const idOf = (number: number): string => `l-${number.toString().padStart(7, '0')}`;

/** Names as they are: few families, and many who are called alike. */
const FAMILIES = ['Hoàng', 'Nông', 'Lục', 'Bế', 'Đàm', 'Nguyễn', 'Triệu', 'Lý', 'Phan', 'Trần', 'Mã', 'Hà'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Ngọc', 'Hữu', 'Thanh', 'Xuân', 'Quang'];
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hòa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
];
const MORE_GIVEN = [
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Trang',
  'Tú',
  'Tuấn',
  'Vân',
  'Yến',
];
const pick = (names: readonly string[], number: number): string => names[number % names.length] ?? '';
/** A number that looks drawn, and is the same in every run. */
const drawn = (number: number, salt: number): number =>
  (Math.imul(Math.imul(number + 1, 2_654_435_761) ^ (salt * 40_503), 2_246_822_519) >>> 8) & 0xff_ffff;
const nameOf = (person: number): string =>
  [
    pick(FAMILIES, drawn(person, 1)),
    pick(MIDDLES, drawn(person, 2)),
    pick([...GIVEN, ...MORE_GIVEN], drawn(person, 3)),
  ].join(' ');

async function fill({ people, attempts }: Size): Promise<Record<string, unknown>> {
  const db = await fillerOf(env().DATABASE_URL);
  const now = Date.now();
  const province = await fillProvince(db, { people, attempts, now, nameOf });
  const versions: string[] = [];
  for (let item = 0; item < ITEMS; item += 1) versions.push((await anItem({ id: `do-tai-${item}` })).version.id);
  for (let paper = 0; paper < PAPERS; paper += 1) {
    const slots = Array.from({ length: SLOTS }, (_, index) => ({
      slot: index + 1,
      itemVersionId: versions[(paper * 7 + index * 3) % ITEMS],
      optionOrder: OPTIONS,
    }));
    const own = `CAST(substr("id", 3) AS INTEGER) % ${PAPERS} = ${paper}`;
    await db.ask(`UPDATE "Attempt" SET "form" = ? WHERE ${own} RETURNING 1`, JSON.stringify({ slots }));
  }
  const morning = new Date(now - 200 * HOUR);
  await db.ask(
    `UPDATE "Attempt" SET "unitId" = ?, "startedAt" = ?, "finishedAt" = ? WHERE "id" < ? RETURNING 1`,
    province.leaves[0] ?? '',
    morning,
    new Date(morning.getTime() + 600 * SECOND),
    idOf(SCHOOL),
  );
  for (let from = 0; from < attempts; from += BATCH) await fillSteps(db, from, Math.min(attempts, from + BATCH));
  await db.close();
  await closeDatabase();
  return { people, attempts, steps: attempts * (SLOTS + 2) };
}

const STEP = ['attemptId', 'sequence', 'kind', 'slot', 'response', 'key', 'receivedAt', 'chosenAt', 'mac'];
const TRACE = ['attemptId', 'contestId', 'accountId', 'deviceHash', 'networkHash', 'wideHash', 'firstAt', 'lastAt'];

/** Steps with their keyed hashes, as saving leaves them, and from where they came. */
async function fillSteps(db: Filler, from: number, to: number): Promise<void> {
  const rows = await db.ask(
    `SELECT "id", "contestId", "accountId", "startedAt" FROM "Attempt" WHERE "id" >= ? AND "id" < ? ORDER BY "id"`,
    idOf(from),
    idOf(to),
  );
  const attempts = rows.map((row) => ({
    id: String(row['id']),
    number: Number(String(row['id']).slice(2)),
    contestId: String(row['contestId']),
    accountId: String(row['accountId']),
    start: new Date(row['startedAt'] as string).getTime(),
  }));
  await db.insert(
    'AttemptStep',
    STEP,
    attempts.flatMap(({ id, number, start }) => {
      let mac = '';
      return Array.from({ length: SLOTS + 2 }, (_, index) => {
        const receivedAt = new Date(start + index * 28 * SECOND);
        const slot = index === 0 || index > SLOTS ? null : index;
        const kind = index === 0 ? 'started' : slot === null ? 'submitted' : 'responseSaved';
        const isRight = drawn(number, index) % 100 < 40 + (number % 50);
        const answer = isRight ? 'a' : pick(['b', 'b', 'c', 'd'], drawn(number, index + 50));
        const response = slot === null ? null : JSON.stringify([answer]);
        const key = slot === null ? null : `${id}-${slot}`;
        const chosenAt = slot === null ? null : receivedAt;
        const step = { sequence: index + 1, kind, slot, response, key, receivedAt, chosenAt };
        mac = keyedHash('step', stepText(mac, id, step));
        return [id, index + 1, kind, slot, response, key, receivedAt, chosenAt, mac];
      });
    }),
  );
  await db.insert(
    'AttemptTrace',
    TRACE,
    attempts.map(({ id, number, contestId, accountId, start }) => {
      // why: most have a device of their own, some share one at home or in a school.
      const device = number % 5 === 0 ? `chung-${Math.floor(number / 200)}` : `rieng-${accountId}`;
      const at = new Date(start);
      return [id, contestId, accountId, device, `mang-${number % 3_000}`, `rong-${number % 50}`, at, at];
    }),
  );
}

const ACTS_AT_ONCE = 100;

/** Seals what the tables hold, then lets every attempt end once more in the log, and gives all acts their places. */
async function seal(): Promise<Record<string, unknown>> {
  const now = Date.now();
  const begun = performance.now();
  await sealExisting({ now });
  const existing = performance.now() - begun;
  const db = await fillerOf(env().DATABASE_URL);
  const ends = await db.ask(
    `SELECT "attemptId", "mac" FROM "AttemptStep" WHERE "kind" = 'submitted' ORDER BY "attemptId"`,
  );
  await db.close();
  for (let from = 0; from < ends.length; from += ACTS_AT_ONCE) {
    const some = ends.slice(from, from + ACTS_AT_ONCE).map(({ attemptId, mac }) => [String(attemptId), String(mac)]);
    await inTransaction(async (tx) => {
      await tx.attempt.updateMany({ where: { id: { in: some.map(([id = '']) => id) } }, data: { isValid: true } });
      for (const [id = '', mac = ''] of some) {
        const act = { at: now, actorId: undefined, subject: `attempt:${id}` };
        await recordAudit(tx, { ...act, action: 'attempt.started' });
        const detail = { steps: SLOTS + 2, last: mac.slice(0, 32) };
        await recordAudit(tx, { ...act, action: 'attempt.submitted', detail });
      }
    });
  }
  const linking = performance.now();
  const acts = await sealLog({ now });
  const links = performance.now() - linking;
  await closeDatabase();
  return { existingSeconds: Math.round(existing / 100) / 10, acts, linkSeconds: Math.round(links / 100) / 10 };
}

/** How long it takes only to read what the check reads, by the driver alone. */
async function readAll(): Promise<number> {
  const db = await fillerOf(env().DATABASE_URL);
  const start = performance.now();
  for (const [table, key] of [
    ['AuditEntry', 'id'],
    ['RowSeal', 'rowId'],
    ['AttemptStep', 'attemptId'],
  ]) {
    for (let after = ''; ;) {
      const rows = await db.ask(`SELECT * FROM "${table}" WHERE "${key}" > ? ORDER BY "${key}" LIMIT 5000`, after);
      if (rows.length < 5_000) break;
      after = String(rows.at(-1)?.[key ?? '']);
    }
  }
  const took = performance.now() - start;
  await db.close();
  return took;
}

async function check(): Promise<Record<string, unknown>> {
  const floor = await readAll();
  const start = performance.now();
  const { acts, rows, steps, findingCount, findings } = await checkAudit();
  const took = performance.now() - start;
  await closeDatabase();
  const timesReading = Math.round((took / floor) * 10) / 10;
  const checkSeconds = Math.round(took / 100) / 10;
  return { acts, rows, steps, checkSeconds, timesReading, findingCount, findings: findings.slice(0, 3) };
}

async function signals(): Promise<Record<string, unknown>> {
  const rounds = await findSignals({ slug: 'do-tai', now: Date.now() });
  await closeDatabase();
  return { rounds };
}

async function duplicates(size: Size): Promise<Record<string, unknown>> {
  let [calls, looked, longest] = [0, 0, 0];
  while (calls < size.calls) {
    const start = performance.now();
    const done = await findDuplicates({ now: Date.now() });
    if (done.looked === 0) break;
    [calls, looked] = [calls + 1, looked + done.looked];
    longest = Math.max(longest, performance.now() - start);
  }
  const db = await fillerOf(env().DATABASE_URL);
  const [pairs] = await db.ask(`SELECT COUNT(*) AS "count" FROM "DuplicatePair"`);
  await db.close();
  await closeDatabase();
  return { calls, looked, pairs: Number(pairs?.['count']), longestCallMs: Math.round(longest) };
}

/** What each part does. */
export const WORK = { fill, seal, check, signals, duplicates };
