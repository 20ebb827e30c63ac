import { addTallies, NO_TALLY, type UnitTally } from '#app/domain/participation/tally.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { getTopic, listTopics } from '#app/features/lessons/index.server.ts';
import { getUnitIndex, getUnitTree, type UnitTree } from '#app/features/units/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { contestSource, dayOf, frozenScope, topicSource, type CountSource } from './count-source.server.ts';
import { keepFresh, knownAsOf } from './keep-fresh.server.ts';
import { findState } from './state.repo.server.ts';
import { branchesOf, ownInTree, readOwnInSteps } from './sum-branches.server.ts';
import { findOwnScalars, lookAtBranch, type StoredTally, type TallyScalars } from './tally.repo.server.ts';

/** Which figures are read. */
export interface TallyScope {
  /** The contest; undefined for the lessons of a topic. */
  readonly contestNow?: ContestNow | undefined;
  /** The id of a round or of a contest, or topicScope(). */
  readonly scopeId: string;
  /** Scores as of the freeze in place of those of now. */
  readonly isFrozen?: boolean | undefined;
  readonly now: Instant;
}

/** Figures of a unit, and of the units directly below it. */
export interface BranchTallies {
  /** What was there at this instant is counted. */
  readonly asOf: Instant;
  /** The unit with everything below it: always its own and the sum of its children. */
  readonly unit: UnitTally;
  /** The unit alone; with those that were mapped to it, as they are not in this tree or cannot be told apart. */
  readonly own: UnitTally;
  /** By unit, each with everything below it; all units directly below, those without figures too. */
  readonly children: ReadonlyMap<string, UnitTally>;
  /** The tree that this is said of. */
  readonly tree: UnitTree;
}

/** What is counted of a scope; undefined for a topic that there is not. */
async function sourceOf({ contestNow, scopeId, now }: TallyScope): Promise<CountSource | undefined> {
  if (contestNow) return contestSource(contestNow, now);
  return (await topicSources(now)).find(({ id }) => id === scopeId);
}

/** All topics as something to count. */
export async function topicSources(now: Instant): Promise<CountSource[]> {
  const topics = await listTopics({ actor: undefined });
  return Promise.all(
    topics.map(async ({ slug }) => {
      const lessons = (await getTopic({ topicSlug: slug, actor: undefined }))?.lessons ?? [];
      return topicSource({ slug, lessonSlugs: lessons.map((lesson) => lesson.slug) }, now);
    }),
  );
}

/** The tree in which figures are shown unless another day's is asked for: of now, and of a contest that is over that of its end. */
export const treeOf = ({ contestNow, now }: Pick<TallyScope, 'contestNow' | 'now'>): Promise<UnitTree> =>
  getUnitTree(contestNow ? dayOf(contestNow, now) : now, now);

/**
 * Figures of a unit and of those directly below it, in the tree of the contest's day. One statement reads a handful of rows,
 * whatever the size of the province.
 * @param unitId a unit of that tree; of another day's the one that it is mapped to is meant
 */
export async function readBranch(scope: TallyScope & { readonly unitId: string }): Promise<BranchTallies> {
  const source = await sourceOf(scope);
  if (source) await keepFresh(source, scope.now);
  const tree = await treeOf(scope);
  const unitId = tree.remap(scope.unitId);
  const ids = tree.childrenOf(unitId).map(({ id }) => id);
  const look = await lookAtBranch(source?.id ?? scope.scopeId, scopeIdsOf(scope), {
    branchIds: [unitId, ...ids],
    ownIds: await mappedTo(unitId, tree, scope.now),
  });
  // why: the tree has changed since branches were summed up, and what is shown must be of one tree.
  if (look.state && look.state.treeStamp !== tree.stamp) return readIn(scope, unitId, tree, source);
  const branches = merged(look.branches, scope);
  const own = [...merged(look.own, scope).values()].reduce(addTallies, NO_TALLY);
  return {
    asOf: asOf(source, look.state?.upTo, scope.now),
    unit: branches.get(unitId) ?? NO_TALLY,
    own,
    children: new Map(ids.map((id) => [id, branches.get(id) ?? NO_TALLY])),
    tree,
  };
}

/** The same in the tree of another instant: own figures of all units, mapped into it and summed up. */
export async function readInTree(
  scope: TallyScope & { readonly unitId: string; readonly at: Instant },
): Promise<BranchTallies> {
  const source = await sourceOf(scope);
  if (source) await keepFresh(source, scope.now);
  const tree = await getUnitTree(scope.at, scope.now);
  return readIn(scope, tree.remap(scope.unitId), tree, source);
}

interface Sums {
  readonly asOf: Instant;
  readonly own: ReadonlyMap<string, UnitTally>;
  readonly branches: ReadonlyMap<string, UnitTally>;
}

const MOST_KNOWN = 12;
const sums = new Map<string, Promise<Sums>>();
whenForgotten(() => sums.clear());

async function readIn(
  scope: TallyScope,
  unitId: string,
  tree: UnitTree,
  source: CountSource | undefined,
): Promise<BranchTallies> {
  const found = await sumsIn(scope, tree, source);
  const ids = tree.childrenOf(unitId).map(({ id }) => id);
  return {
    asOf: found.asOf,
    unit: found.branches.get(unitId) ?? NO_TALLY,
    own: found.own.get(unitId) ?? NO_TALLY,
    children: new Map(ids.map((id) => [id, found.branches.get(id) ?? NO_TALLY])),
    tree,
  };
}

/** All figures of a scope in a tree; remembered until they are counted again. */
async function sumsIn(scope: TallyScope, tree: UnitTree, source: CountSource | undefined): Promise<Sums> {
  const upTo = (await findState(source?.id ?? scope.scopeId)).state?.upTo;
  const key = `${scope.scopeId} ${scope.isFrozen === true} ${tree.stamp} ${upTo ?? ''}`;
  const known = sums.get(key);
  if (known) return known;
  const fresh = (async (): Promise<Sums> => {
    const parts: StoredTally[] = [];
    for (const scopeId of scopeIdsOf(scope)) {
      for (const [unitId, tally] of await readOwnInSteps(scopeId, scope.now)) parts.push({ scopeId, unitId, tally });
    }
    const own = merged(parts, scope);
    return {
      asOf: asOf(source, upTo, scope.now),
      own: ownInTree(own, tree),
      branches: await branchesOf(own, tree),
    };
  })();
  sums.set(key, fresh);
  const oldest = sums.keys().next();
  if (sums.size > MOST_KNOWN && !oldest.done) sums.delete(oldest.value);
  // why: what failed must not be remembered.
  fresh.catch(() => sums.delete(key));
  return fresh;
}

/** Own figures of all units in a scope, in numbers alone. */
export async function readAll(
  scope: TallyScope,
): Promise<{ readonly asOf: Instant; readonly own: ReadonlyMap<string, TallyScalars> }> {
  const source = await sourceOf(scope);
  if (source) await keepFresh(source, scope.now);
  const upTo = (await findState(source?.id ?? scope.scopeId)).state?.upTo;
  const own = await findOwnScalars(scope.scopeId);
  const at = asOf(source, upTo, scope.now);
  if (scope.isFrozen !== true) return { asOf: at, own };
  const frozen = await findOwnScalars(frozenScope(scope.scopeId));
  const ids = new Set([...own.keys(), ...frozen.keys()]);
  return {
    asOf: at,
    own: new Map([...ids].map((id) => [id, { ...(own.get(id) ?? NO_TALLY), ...scoresOf(frozen.get(id) ?? NO_TALLY) }])),
  };
}

const scopeIdsOf = ({ scopeId, isFrozen }: TallyScope): string[] =>
  isFrozen === true ? [scopeId, frozenScope(scopeId)] : [scopeId];

const scoresOf = ({ allRight, scoreCount, scoreSum }: TallyScalars): Partial<TallyScalars> => ({
  allRight,
  scoreCount,
  scoreSum,
});

/** By unit; where scores as of the freeze are asked for, those in place of the others. */
function merged(rows: readonly StoredTally[], { scopeId, isFrozen }: TallyScope): Map<string, UnitTally> {
  const now = new Map(rows.filter((row) => row.scopeId === scopeId).map(({ unitId, tally }) => [unitId, tally]));
  if (isFrozen !== true) return now;
  const frozen = new Map(rows.filter((row) => row.scopeId !== scopeId).map(({ unitId, tally }) => [unitId, tally]));
  return new Map(
    [...new Set([...now.keys(), ...frozen.keys()])].map((unitId) => {
      const { scores, ...rest } = frozen.get(unitId) ?? NO_TALLY;
      return [unitId, { ...(now.get(unitId) ?? NO_TALLY), ...scoresOf(rest), scores }];
    }),
  );
}

function asOf(source: CountSource | undefined, upTo: Instant | undefined, now: Instant): Instant {
  if (source === undefined || source.isQuiet || source.scopeIds.length === 0) return now;
  return Math.min(now, Math.max(upTo ?? 0, knownAsOf(source.id) ?? 0)) || now;
}

const sourcesOfTrees = new WeakMap<UnitTree, Map<string, string[]>>();

/** Units of every day whose figures are those of a unit in a tree: itself, and what is mapped to it. */
async function mappedTo(unitId: string, tree: UnitTree, now: Instant): Promise<string[]> {
  let known = sourcesOfTrees.get(tree);
  if (!known) {
    known = new Map();
    for (const id of (await getUnitIndex(now)).keys()) {
      const target = tree.remap(id);
      known.set(target, [...(known.get(target) ?? []), id]);
    }
    sourcesOfTrees.set(tree, known);
  }
  return known.get(unitId) ?? [unitId];
}
