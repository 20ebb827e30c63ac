import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { localDay, type Instant } from '#app/domain/kernel/time.ts';
import { nameKey } from '#app/domain/rosters/person-name.ts';
import {
  readRoster,
  type ReadRoster,
  type RosterEntry,
  type RosterRefusal,
  type RowFault,
} from '#app/domain/rosters/read-roster.ts';
import type { RosterActRefusal } from '#app/domain/rosters/refusals.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { readTables, type TableRefusal } from '#app/platform/tables/read-tables.server.ts';
import { keepsRoster } from './keeps-roster.server.ts';
import { matchesOf } from './match-list.server.ts';
import { deleteImports, findImports, storeWaiting } from './roster-import.repo.server.ts';
import { findPeopleOf, storePeople, type NewPerson, type StoredMatch } from './roster-person.repo.server.ts';

/** What a sheet would give, before anything of it is taken in. */
export interface SheetPreview extends Omit<ReadRoster, 'people' | 'faults' | 'skipped'> {
  readonly importId: string;
  readonly sheet: string;
  readonly people: number;
  /** The first of them, as they would stand on the list. */
  readonly sample: readonly RosterEntry[];
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  readonly skipped: readonly number[];
  readonly matches: Readonly<Record<'sure' | 'unsure' | 'none', number>>;
}

/** What a file would give; nothing of the roster has changed. */
export interface RosterPreview {
  readonly fileName: string;
  readonly sheets: readonly SheetPreview[];
  /** Sheets without a list of people. */
  readonly others: readonly { readonly sheet: string; readonly why: RosterRefusal }[];
  /** People of the roster that it would replace. */
  readonly replaces: number;
}

export type RosterFileRefusal = RosterActRefusal | TableRefusal;

const MOST_SHEETS = 6;
const MOST_TOLD = 200;
const SAMPLE = 5;

/**
 * Reads a clerk's own list and keeps what it would give, sheet by sheet, until one of them is taken in. The file itself is not kept,
 * nor anything of columns that a roster does not have.
 */
export async function readRosterFile(command: {
  actor: Actor;
  unitId: string;
  file: { readonly name: string; readonly bytes: Uint8Array };
  now: Instant;
}): Promise<Result<RosterPreview, RosterFileRefusal>> {
  const { actor, unitId, file, now } = command;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  if (file.bytes.length === 0) return refuse('no-file');
  const tables = await readTables(file);
  if (!tables.ok) return tables;
  const thisYear = Math.floor(localDay(now) / 10_000);
  const read = tables.value.map(({ name, rows }) => ({ sheet: name, roster: readRoster(rows, thisYear) }));
  const found = read.flatMap(({ sheet, roster }) => (roster.ok ? [{ sheet, roster: roster.value }] : []));
  const others = read.flatMap(({ sheet, roster }) => (roster.ok ? [] : [{ sheet, why: roster.error }]));
  if (found.length === 0) return refuse(others.find(({ why }) => why !== 'no-head')?.why ?? 'no-head');
  // why the longest first: that is the list; a sheet of leaders beside it is none.
  const sheets = found.toSorted((a, b) => b.roster.people.length - a.roster.people.length).slice(0, MOST_SHEETS);
  return inTransaction(async (tx) => {
    const { current, waiting } = await findImports(tx, unitId);
    const ids = waiting.map(({ id }) => id);
    await deleteImports(tx, unitId, ids);
    const decided = current ? await decisionsOf(tx, unitId, current.id) : new Map<string, StoredMatch>();
    const previews: SheetPreview[] = [];
    for (const each of sheets) previews.push(await keep(tx, command, each, decided));
    return ok({ fileName: file.name, sheets: previews, others, replaces: current?.people ?? 0 });
  }, LONG);
}

/** why longer: twenty thousand people are matched and stored. */
const LONG = { timeoutMs: 60_000 };

const keyOf = ({ fullName, birthYear }: Pick<RosterEntry, 'fullName' | 'birthYear'>): string =>
  `${nameKey(fullName)} ${birthYear ?? ''}`;

const NOBODY: StoredMatch = { state: 'none', accountId: undefined, candidates: [], refused: [] };

/** What people decided about the list in force: it holds for the same people on the next one, where they are one person there. */
async function decisionsOf(tx: Tx, unitId: string, importId: string): Promise<Map<string, StoredMatch>> {
  const people = await findPeopleOf(tx, unitId, importId);
  const counts = new Map<string, number>();
  for (const person of people) counts.set(keyOf(person), (counts.get(keyOf(person)) ?? 0) + 1);
  return new Map(
    people
      .filter((person) => counts.get(keyOf(person)) === 1)
      .filter(({ match }) => match.state === 'confirmed' || match.refused.length > 0)
      .map((person) => [keyOf(person), person.match]),
  );
}

async function keep(
  tx: Tx,
  command: Parameters<typeof readRosterFile>[0],
  { sheet, roster }: { sheet: string; roster: ReadRoster },
  decided: ReadonlyMap<string, StoredMatch>,
): Promise<SheetPreview> {
  const { actor, unitId, file, now } = command;
  const keys = new Map<string, number>();
  for (const entry of roster.people) keys.set(keyOf(entry), (keys.get(keyOf(entry)) ?? 0) + 1);
  const rows = roster.people.map((entry, index) => ({
    id: String(index),
    ...entry,
    match: (keys.get(keyOf(entry)) === 1 ? decided.get(keyOf(entry)) : undefined) ?? NOBODY,
  }));
  const matches = await matchesOf(tx, unitId, rows, now);
  const people = rows.map(({ id, row: _, ...entry }, index): NewPerson => ({
    ...entry,
    number: index + 1,
    foldedName: fold(entry.fullName),
    match: matches.get(id) ?? NOBODY,
  }));
  const importId = await storeWaiting(
    tx,
    {
      unitId,
      actorId: actor.accountId,
      fileName: file.name.slice(0, 200),
      fileHash: createHash('sha256').update(file.bytes).digest('hex'),
      people: people.length,
    },
    now,
  );
  await storePeople(tx, { unitId, importId, at: now }, people);
  const counts = { sure: 0, unsure: 0, none: 0 };
  for (const { match } of people) counts[bucketOf(match)] += 1;
  const { people: entries, faults, skipped, ...rest } = roster;
  return {
    ...rest,
    importId,
    sheet,
    people: entries.length,
    sample: entries.slice(0, SAMPLE),
    faults: faults.slice(0, MOST_TOLD),
    faultCount: faults.length,
    skipped: skipped.slice(0, MOST_TOLD),
    matches: counts,
  };
}

const bucketOf = ({ state }: StoredMatch): 'sure' | 'unsure' | 'none' => {
  if (state === 'sure' || state === 'confirmed') return 'sure';
  return state === 'unsure' ? 'unsure' : 'none';
};
