import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { MINUTE, type Duration, type Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex, getUnitTree, type UnitTree } from '#app/features/units/index.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import type { CountSource } from './count-source.server.ts';
import { deleteMarks, findMarks, storeMarks, type Mark } from './mark.repo.server.ts';
import {
  dropClaim,
  findState,
  keepClaim,
  storeBasis,
  storeState,
  takeClaim,
  type CountState,
} from './state.repo.server.ts';
import { sumUpBranches, dropOldBranches } from './sum-branches.server.ts';
import { changesOf, storeChanges } from './store-changes.server.ts';
import { findTallies } from './tally.repo.server.ts';

const LEASE: Duration = MINUTE;
/**
 * Processor time of a slice: some ten statements, between any two of which others get their turn.
 * why not the time that goes by: on a machine that is busy slices would become ever smaller, and all of it ever slower.
 */
const SLICE_MS = 40;
const FEWEST_UNITS = 10;
const FIRST_UNITS = 25;
const MOST_UNITS = 250;
/** How far the state may lag behind where nothing happens: it is written no more often than that. */
const IDLE: Duration = MINUTE;

/** Somebody else counts, having taken over: what this one read may be old. */
class ClaimLost extends Error {}

export interface Counting {
  readonly now: Instant;
  /** Stops between two steps; the next count goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Counts all units again, whatever is known of them. */
  readonly isFull?: boolean | undefined;
}

/** done: what was there at `now` is counted; busy: another process counts; stopped: by the signal. */
export interface Counted {
  readonly outcome: 'done' | 'busy' | 'stopped';
  /** Units that were looked at. */
  readonly units: number;
}

/** A count under way. */
interface Run {
  readonly source: CountSource;
  readonly now: Instant;
  readonly signal: AbortSignal | undefined;
  /** The clock of this count: `now`, and what has gone by since. */
  readonly clock: () => Instant;
  readonly owner: string;
}

/**
 * Brings the figures of a contest or topic up to date: own figures of units in which something changed are counted afresh, never
 * added to, and branches take the difference in the same transaction, so that a parent is its own and its children's at every
 * moment. Goes in short steps with a pause for others between them. One process at a time; one that dies leaves marks and its state
 * behind, from which the next goes on.
 */
export async function countUnits(source: CountSource, { now, signal, isFull = false }: Counting): Promise<Counted> {
  if (source.scopeIds.length === 0) return { outcome: 'done', units: 0 };
  const began = performance.now();
  const clock = (): Instant => Math.round(now + performance.now() - began);
  const run: Run = { source, now, signal, clock, owner: randomUUID() };
  if (!isFull && (await isUpToDate(run))) return { outcome: 'done', units: 0 };
  const claim = { sourceId: source.id, owner: run.owner };
  if (!(await inTransaction((tx) => takeClaim(tx, claim, now, LEASE)))) return { outcome: 'busy', units: 0 };
  try {
    return await countClaimed(run, isFull);
  } catch (error) {
    if (error instanceof ClaimLost) return { outcome: 'busy', units: 0 };
    throw error;
  } finally {
    await inTransaction((tx) => dropClaim(tx, claim));
  }
}

/** What has to be looked at. */
interface Dirty {
  readonly unitIds: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The mark of all units, if there is one. */
  readonly everybody: Mark | undefined;
  readonly unfinished: readonly string[];
}

/** Whether nothing has to be written, not even that nothing has happened. */
async function isUpToDate(run: Run): Promise<boolean> {
  const { source, now } = run;
  const { state, basis } = await findState(source.id);
  if (!state || basis?.stamp !== source.basis) return false;
  if (!source.isQuiet && now - state.upTo >= IDLE) return false;
  if ((await getUnitTree(source.day, now)).stamp !== state.treeStamp) return false;
  const { unitIds } = await findDirty(run, state.upTo);
  return unitIds.size === 0;
}

async function findDirty({ source, now }: Run, since: Instant): Promise<Dirty> {
  // why in this order: what is folded into the standings after this look is seen as finished by the next.
  const unfinished = source.isQuiet ? new Set<string>() : await source.unfinished();
  const changed = source.isQuiet ? new Set<string>() : await source.changedSince(since);
  const found = await findMarks(source.id);
  const everybody = found.find(({ unitId }) => unitId === '');
  const marks = new Map(found.map((mark) => [mark.unitId, mark]));
  marks.delete('');
  const isAll = everybody !== undefined || changed === undefined || unfinished === undefined;
  const known = isAll ? [...(await getUnitIndex(now)).keys()] : [];
  return {
    unitIds: new Set([...marks.keys(), ...(changed ?? []), ...(unfinished ?? []), ...known]),
    marks,
    everybody,
    unfinished: unfinished === undefined ? [''] : [...unfinished],
  };
}

async function countClaimed(run: Run, isFull: boolean): Promise<Counted> {
  const { source, now } = run;
  const { state, basis } = await findState(source.id);
  const isNew = isFull || basis?.stamp !== source.basis;
  if (isNew) {
    const all = [...(await getUnitIndex(now)).keys()];
    // why together: whoever goes on after a crash finds either the old basis, or all marks of the new one.
    await writing(run, async (tx) => {
      await storeMarks(tx, source.id, all);
      await storeBasis(tx, source.id, { since: now, stamp: source.basis });
    });
  }
  const since = isNew ? now : (state?.upTo ?? basis?.since ?? now);
  const tree = await getUnitTree(source.day, now);
  const dirty = await findDirty(run, since);
  const isOtherTree = state?.treeStamp !== tree.stamp;
  if (isOtherTree) {
    const steps = { write: (work: (tx: Tx) => Promise<void>) => writing(run, work), signal: run.signal };
    if (!(await sumUpBranches(source.scopeIds, tree, { ...steps, now }))) return { outcome: 'stopped', units: 0 };
    // why not where there is no state: nobody may read figures of which only some are counted.
    if (state) await writing(run, (tx) => storeState(tx, source.id, { ...state, treeStamp: tree.stamp }));
  }
  const units = await countDirty(run, tree, dirty);
  if (units === undefined) return { outcome: 'stopped', units: 0 };
  await writing(run, async (tx) => {
    const next: CountState = { upTo: now, treeStamp: tree.stamp };
    await storeState(tx, source.id, next);
    if (dirty.everybody) await deleteMarks(tx, source.id, [dirty.everybody]);
    if (dirty.unfinished.length > 0) await storeMarks(tx, source.id, dirty.unfinished);
  });
  source.settle();
  if (isOtherTree) await dropOldBranches(source.scopeIds, tree, (work) => writing(run, work));
  return { outcome: 'done', units };
}

/** One short transaction of a count, by whoever has the claim alone. */
async function writing(run: Run, work: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(async (tx) => {
    const claim = { sourceId: run.source.id, owner: run.owner };
    if (!(await keepClaim(tx, claim, run.clock(), LEASE))) throw new ClaimLost();
    await work(tx);
  });
}

/** @returns how many units were counted; undefined when it was stopped */
async function countDirty(run: Run, tree: UnitTree, dirty: Dirty): Promise<number | undefined> {
  // why in the order of the tree: neighbours share the branches that they are in.
  const placeOf = (id: string): string => tree.byId.get(tree.remap(id))?.path ?? '';
  const sorted = [...dirty.unitIds]
    .map((id) => ({ id, place: placeOf(id) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ id }) => id);
  let size = FIRST_UNITS;
  for (let from = 0; from < sorted.length;) {
    if (run.signal?.aborted === true) return undefined;
    const ids = sorted.slice(from, from + size);
    const before = process.cpuUsage();
    await countSlice(run, tree, ids, dirty.marks);
    const { user, system } = process.cpuUsage(before);
    from += ids.length;
    const fitting = Math.floor((size * SLICE_MS * 1_000) / Math.max(user + system, 1));
    size = Math.max(FEWEST_UNITS, Math.min(MOST_UNITS, fitting, size * 2));
    await setImmediate();
  }
  return sorted.length;
}

async function countSlice(
  run: Run,
  tree: UnitTree,
  ids: readonly string[],
  marks: ReadonlyMap<string, Mark>,
): Promise<void> {
  const { source, now } = run;
  const counted = await source.countOwn(ids);
  // why before the transaction: only who has the claim writes these rows, and mostly there is nothing to write.
  const stored = await findTallies(undefined, 'own', source.scopeIds, ids);
  const changes = changesOf(source.scopeIds, ids, counted, stored);
  const seen = ids.flatMap((id) => marks.get(id) ?? []);
  if (changes.length === 0 && seen.length === 0) return;
  await writing(run, async (tx) => {
    if (changes.length > 0) await storeChanges(tx, tree, changes, now);
    await deleteMarks(tx, source.id, seen);
  });
}
