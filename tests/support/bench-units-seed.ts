// A province as large as it may get, written into the tables as use leaves it: sitting it takes too long.
import { createHash } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { fold, sortKey } from '#app/domain/kernel/text.ts';
import { HOUR, localDay, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { contestRules } from './factories.ts';

type Value = string | number | boolean | Date | null;

/** As much of an engine as filling tables needs. */
export interface Filler {
  insert(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void>;
  ask(sql: string, ...values: Value[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** PostgreSQL takes 65,535 values in a statement. */
const MOST_VALUES = 60_000;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function sqlite(file: string): Filler {
  const db = new BetterSqlite3(file, { timeout: 20_000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  const plain = (value: Value): string | number | null =>
    value instanceof Date
      ? value.toISOString().replace('Z', '+00:00')
      : typeof value === 'boolean'
        ? Number(value)
        : value;
  return {
    insert: async (table, columns, rows) => {
      const statement = db.prepare(
        `INSERT INTO "${table}" (${quoted(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      db.transaction(() => {
        for (const row of rows) statement.run(row.map(plain));
      })();
    },
    ask: async (sql, ...values) => db.prepare(sql).all(values.map(plain)) as Record<string, unknown>[],
    close: async () => void db.close(),
  };
}

async function postgresql(url: string): Promise<Filler> {
  const client = new pg.Client(url);
  await client.connect();
  return {
    insert: async (table, columns, rows) => {
      const each = Math.floor(MOST_VALUES / columns.length);
      for (let from = 0; from < rows.length; from += each) {
        const part = rows.slice(from, from + each);
        const places = part.map(
          (_, row) => `(${columns.map((__, at) => `$${row * columns.length + at + 1}`).join(',')})`,
        );
        await client.query(`INSERT INTO "${table}" (${quoted(columns)}) VALUES ${places.join(',')}`, part.flat());
      }
    },
    ask: async (sql, ...values) => {
      let place = 0;
      return (
        await client.query(
          sql.replaceAll('?', () => `$${(place += 1)}`),
          values,
        )
      ).rows as Record<string, unknown>[];
    },
    close: () => client.end(),
  };
}

/** Fills the database of a URL of either engine. */
export const fillerOf = async (url: string): Promise<Filler> =>
  url.startsWith('file:') ? sqlite(url.slice('file:'.length)) : postgresql(url);

export interface Province {
  readonly contestId: string;
  readonly slug: string;
  readonly rounds: readonly string[];
  /** Units from the top down to one without any below it. */
  readonly line: readonly string[];
  readonly leaves: readonly string[];
}

interface Size {
  readonly people: number;
  readonly attempts: number;
  readonly now: number;
  /** What people are called, by their numbers; else each otherwise. */
  readonly nameOf?: (person: number) => string;
}

const COMMUNES = 70;
const PER_COMMUNE = 7;
const PER_VILLAGE = 9;
const BATCH = 20_000;
const SLOTS = 20;
/** A paper as it is stored: its length is what reading an attempt costs. */
const FORM = JSON.stringify({
  slots: Array.from({ length: SLOTS }, (_, index) => ({
    slot: index + 1,
    itemVersionId: '01a2131d-bb1c-7779-a481-60ff644f0b49',
    optionOrder: ['a', 'b', 'c', 'd'],
  })),
});

/** About 5,000 units of depth 4, people in all that have none below them, and their attempts in two rounds that are open. */
export async function fillProvince(db: Filler, { people, attempts, now, nameOf }: Size): Promise<Province> {
  const { leaves, line } = await fillUnits(db, people, now);
  const contestId = 'do-tai';
  const [first, second] = ['do-tai-1', 'do-tai-2'];
  const [opened, closes] = [new Date(now - 480 * HOUR), new Date(now + 480 * HOUR)];
  const stamp = new Date(now);
  const rules = contestRules({ overall: 'sum', attempts: { limits: [], counted: 'best' } });
  await db.insert(
    'Contest',
    ['id', 'slug', 'title', 'rules', 'createdAt', 'updatedAt'],
    [[contestId, contestId, 'Cuộc thi để đo tải', JSON.stringify(rules), stamp, stamp]],
  );
  const blueprint = JSON.stringify({ sections: [{ title: 'Phần chung', quotas: [{ count: SLOTS }] }] });
  await db.insert(
    'Round',
    ['id', 'contestId', 'number', 'title', 'opensAt', 'closesAt', 'durationMs', 'blueprint', 'createdAt', 'updatedAt'],
    [first, second].map((id, at) => [
      id,
      contestId,
      at + 1,
      `Vòng ${at + 1}`,
      opened,
      closes,
      15 * MINUTE,
      blueprint,
      stamp,
      stamp,
    ]),
  );
  const unitOf = (person: number): string => leaves[person % leaves.length] as string;
  const began = (number: number): number =>
    opened.getTime() + ((number * 7919) % 479) * HOUR + (number % 3600) * SECOND;
  await fillPeople(db, { people, contestId, unitOf, began, nameOf: nameOf ?? ((person) => `Nông Văn ${person}`) });
  await fillAttempts(db, { people, attempts, contestId, rounds: [first, second], unitOf, began });
  return { contestId, slug: contestId, rounds: [first, second], line, leaves };
}

async function fillUnits(db: Filler, people: number, now: number): Promise<{ leaves: string[]; line: string[] }> {
  const [top] = await db.ask(
    `SELECT "id", "path" FROM "Unit" WHERE "parentId" IS NULL ORDER BY "validFrom" DESC LIMIT 1`,
  );
  const root = { id: String(top?.['id']), path: String(top?.['path']) };
  const since = new Date(now - 9_000 * HOUR);
  const units: Value[][] = [];
  const leaves: string[] = [];
  const line = [root.id];
  const add = (parent: { id: string; path: string }, id: string, name: string, kind: string, block: string | null) => {
    const path = childPath(parent.path, id);
    units.push([id, parent.id, path, name, fold(name), sortKey(name), kind, block, since, since, since]);
    return { id, path };
  };
  for (let c = 0; c < COMMUNES; c += 1) {
    const commune = add(root, `x${c}`, `Xã Đo Tải ${c}`, 'commune', 'Khối xã, phường');
    for (let v = 0; v < PER_COMMUNE; v += 1) {
      const village = add(commune, `x${c}-${v}`, `Trường Tiểu học số ${c}.${v}`, 'school', null);
      if (c === 0 && v === 0) line.push(commune.id, village.id);
      for (let h = 0; h < PER_VILLAGE; h += 1) {
        const leaf = add(village, `x${c}-${v}-${h}`, `Chi bộ Bản Nà Lốc ${c}.${v}.${h}`, 'cell', null);
        leaves.push(leaf.id);
        if (line.length === 3) line.push(leaf.id);
      }
    }
  }
  const columns = [
    'id',
    'parentId',
    'path',
    'name',
    'foldedName',
    'sortKey',
    'kind',
    'block',
    'validFrom',
    'createdAt',
    'updatedAt',
  ];
  await db.insert('Unit', columns, units);
  const each = Math.ceil((people / leaves.length) * 1.4);
  await db.insert(
    'Headcount',
    ['unitId', 'category', 'asOf', 'people', 'source', 'isSample'],
    leaves.map((id) => [id, 'all', since, each, 'đo tải', false]),
  );
  return { leaves, line };
}

interface Crowd {
  readonly people: number;
  readonly contestId: string;
  unitOf(person: number): string;
  began(number: number): number;
}

const idOf = (kind: string, number: number): string => `${kind}-${number.toString().padStart(7, '0')}`;

async function inBatches(count: number, work: (numbers: number[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    await work(Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => from + index));
  }
}

async function fillPeople(
  db: Filler,
  { people, contestId, unitOf, began, nameOf }: Crowd & { nameOf: (person: number) => string },
): Promise<void> {
  await inBatches(people, async (numbers) => {
    const dates = numbers.map((number) => new Date(began(number)));
    await db.insert(
      'Account',
      [
        'id',
        'signInName',
        'fullName',
        'foldedName',
        'birthYear',
        'unitId',
        'passwordHash',
        'showsFullName',
        'createdAt',
        'updatedAt',
      ],
      numbers.map((number, at) => {
        const when = dates[at] as Date;
        const name = nameOf(number);
        return [
          idOf('n', number),
          idOf('do-tai', number),
          name,
          fold(name),
          1950 + (number % 50),
          unitOf(number),
          '!',
          false,
          when,
          when,
        ];
      }),
    );
    await db.insert(
      'Participation',
      ['contestId', 'accountId', 'unitId', 'birthYear', 'registeredAt', 'day', 'counts', 'categories', 'updatedAt'],
      numbers.map((number, at) => {
        const when = dates[at] as Date;
        const categories = number % 4 === 0 ? '|partyMember|' : number % 4 === 1 ? '|pupil|' : '';
        return [
          contestId,
          idOf('n', number),
          unitOf(number),
          1950 + (number % 50),
          when,
          localDay(when.getTime()),
          true,
          categories,
          when,
        ];
      }),
    );
  });
}

async function fillAttempts(
  db: Filler,
  { people, attempts, contestId, rounds, unitOf, began }: Crowd & { attempts: number; rounds: readonly string[] },
): Promise<void> {
  const [first = '', second = ''] = rounds;
  /** Everybody sits the first round; of the rest some come again, and some sit the second one. */
  const sittingOf = (number: number): { person: number; roundId: string; number: number } => {
    if (number < people) return { person: number, roundId: first, number: 1 };
    const person = (number - people) % people;
    return person % 4 === 0 ? { person, roundId: second, number: 1 } : { person, roundId: first, number: 2 };
  };
  await inBatches(attempts, async (numbers) => {
    const made = numbers.map((number) => ({
      id: idOf('l', number),
      at: began(number),
      score: (number * 31) % 21,
      ...sittingOf(number),
    }));
    await db.insert(
      'Attempt',
      ATTEMPT,
      made.map((each) => attemptRow({ ...each, contestId, unitId: unitOf(each.person) })),
    );
    const counted = made.filter((each) => each.number === 1);
    const rows = counted.flatMap((each) => {
      const scopes = each.roundId === first ? [first, contestId] : [second];
      return scopes.map((scopeId) => standingRow({ ...each, scopeId, contestId, unitId: unitOf(each.person) }));
    });
    await db.insert('Standing', STANDING, rows);
  });
}

const ATTEMPT = [
  'id',
  'roundId',
  'contestId',
  'accountId',
  'unitId',
  'number',
  'seed',
  'poolHash',
  'form',
  'startedAt',
  'deadlineAt',
  'graceMs',
  'state',
  'finishedAt',
  'durationMs',
  'score',
  'maxScore',
  'isValid',
  'late',
  'isRanked',
  'updatedAt',
];
const STANDING = [
  'scopeId',
  'contestId',
  'accountId',
  'attemptId',
  'unitId',
  'block',
  'score',
  'maxScore',
  'durationMs',
  'submittedAt',
  'attempts',
  'rounds',
  'birthYear',
  'isAllRight',
  'rankKey',
  'updatedAt',
];

interface Sat {
  readonly id: string;
  readonly at: number;
  readonly score: number;
  readonly person: number;
  readonly roundId: string;
  readonly number: number;
  readonly contestId: string;
  readonly unitId: string;
}

function attemptRow({ id, at, score, person, roundId, number, contestId, unitId }: Sat): Value[] {
  const [start, end] = [new Date(at), new Date(at + 10 * MINUTE)];
  const seed = createHash('sha256').update(id).digest('hex');
  return [
    id,
    roundId,
    contestId,
    idOf('n', person),
    unitId,
    number,
    seed,
    seed,
    FORM,
    start,
    new Date(at + 15 * MINUTE),
    120_000,
    'submitted',
    end,
    10 * MINUTE,
    score,
    SLOTS,
    true,
    0,
    true,
    end,
  ];
}

function standingRow({ id, at, score, person, contestId, unitId, scopeId }: Sat & { scopeId: string }): Value[] {
  const end = new Date(at + 10 * MINUTE);
  const rankKey = `${String(SLOTS - score).padStart(12, '0')} ${String(at % 1e9).padStart(12, '0')}`;
  return [
    scopeId,
    contestId,
    idOf('n', person),
    id,
    unitId,
    'Khối xã, phường',
    score,
    SLOTS,
    10 * MINUTE,
    end,
    1,
    1,
    1950 + (person % 50),
    score === SLOTS,
    rankKey,
    end,
  ];
}

/** Another attempt in each of these units, as starting and submitting leave it a moment ago. */
export async function addAttempts(
  db: Filler,
  { contestId, rounds }: Province,
  units: readonly string[],
  now: number,
): Promise<void> {
  const roundId = rounds[0] ?? '';
  const people = await Promise.all(
    units.map(async (unitId) => {
      const [row] = await db.ask(
        `SELECT "accountId" FROM "Participation" WHERE "contestId" = ? AND "unitId" = ? LIMIT 1`,
        contestId,
        unitId,
      );
      return Number(String(row?.['accountId']).split('-')[1]);
    }),
  );
  const made = units.map((unitId, at) => ({
    id: `moi-${now}-${at}`,
    at: now - 10 * MINUTE,
    score: 20,
    person: people[at] as number,
    roundId,
    number: 1_000 + (now % 1e6),
    contestId,
    unitId,
  }));
  await db.insert('Attempt', ATTEMPT, made.map(attemptRow));
  await db.insert(
    'AuditEntry',
    ['id', 'at', 'actorId', 'action', 'subject', 'detail'],
    made.flatMap(({ id }) =>
      ['attempt.started', 'attempt.submitted'].map((action) => [
        `${id}-${action}`,
        new Date(now),
        null,
        action,
        `attempt:${id}`,
        '{}',
      ]),
    ),
  );
}
