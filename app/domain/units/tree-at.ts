import type { Instant } from '../kernel/time.ts';
import { childPath } from './tree.ts';

/** What a unit was called and where it stood from a day on, until its next version or its end. */
export interface UnitVersion {
  readonly validFrom: Instant;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly kind: string;
  /** Its own block; a unit without one belongs to that of the nearest unit above that has one. */
  readonly block: string | undefined;
  readonly code: string | undefined;
}

/** A unit through the years. It is valid in [validFrom, validTo). */
export interface UnitHistory {
  readonly id: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | undefined;
  /** At least one. */
  readonly versions: readonly UnitVersion[];
}

/** A unit as it stood in the tree of one day. */
export interface TreeUnit {
  readonly id: string;
  readonly parentId: string | undefined;
  /** Ids from the root of that day's tree down to the unit, "/cao-bang/huyen-ha-quang/". */
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  /** Its own block or that of the nearest unit above that has one. */
  readonly block: string | undefined;
  readonly code: string | undefined;
}

/** Whether the unit is valid at an instant. */
export const isValidAt = (
  unit: { readonly validFrom: Instant; readonly validTo: Instant | undefined },
  at: Instant,
): boolean => unit.validFrom <= at && (unit.validTo === undefined || at < unit.validTo);

/** The version that holds at an instant; before the first one the first, after the end the last. */
export function versionAt(history: UnitHistory, at: Instant): UnitVersion {
  let found: UnitVersion | undefined;
  let first: UnitVersion | undefined;
  for (const version of history.versions) {
    if (!first || version.validFrom < first.validFrom) first = version;
    if (version.validFrom <= at && (!found || version.validFrom > found.validFrom)) found = version;
  }
  if (!first) throw new Error(`the unit ${history.id} has no version`);
  return found ?? first;
}

/**
 * The tree of an instant: every unit that is valid then exactly once, parents before children. A unit whose parent is not valid
 * then hangs on the nearest valid one above it, or is a root.
 * @throws when units stand above each other in a circle; the message names them
 */
export function treeAt(histories: readonly UnitHistory[], at: Instant): TreeUnit[] {
  const all = new Map(histories.map((history) => [history.id, history]));
  const valid = histories.filter((history) => isValidAt(history, at));
  const versions = new Map(valid.map((history) => [history.id, versionAt(history, at)]));
  const parents = new Map(valid.map(({ id }) => [id, validParentOf(id, { all, versions, at })]));
  const children = new Map<string | undefined, string[]>();
  for (const [id, parentId] of parents) {
    const siblings = children.get(parentId);
    if (siblings) siblings.push(id);
    else children.set(parentId, [id]);
  }
  const placed = new Map<string, TreeUnit>();
  const queue = [...(children.get(undefined) ?? [])];
  for (const id of queue) {
    placed.set(id, placedUnit(id, { versions, parents, placed }));
    queue.push(...(children.get(id) ?? []));
  }
  if (placed.size < valid.length) throw loopError(parents, placed);
  return [...placed.values()];
}

function placedUnit(
  id: string,
  known: {
    readonly versions: ReadonlyMap<string, UnitVersion>;
    readonly parents: ReadonlyMap<string, string | undefined>;
    readonly placed: ReadonlyMap<string, TreeUnit>;
  },
): TreeUnit {
  const { name, kind, block, code } = known.versions.get(id) as UnitVersion;
  const parentId = known.parents.get(id);
  const parent = parentId === undefined ? undefined : known.placed.get(parentId);
  return { id, parentId, path: childPath(parent?.path, id), name, kind, block: block ?? parent?.block, code };
}

/** The nearest unit above that is valid at the instant; units that are not lead on to what stood above them. */
function validParentOf(
  id: string,
  {
    all,
    versions,
    at,
  }: {
    readonly all: ReadonlyMap<string, UnitHistory>;
    readonly versions: ReadonlyMap<string, UnitVersion>;
    readonly at: Instant;
  },
): string | undefined {
  const seen = new Set([id]);
  let above = versions.get(id)?.parentId;
  while (above !== undefined && !versions.has(above)) {
    if (seen.has(above)) throw new Error(`units stand above each other in a circle: ${[...seen].join(', ')}`);
    seen.add(above);
    const history = all.get(above);
    above = history && versionAt(history, at).parentId;
  }
  return above;
}

function loopError(parents: ReadonlyMap<string, string | undefined>, placed: ReadonlyMap<string, unknown>): Error {
  const start = [...parents.keys()].find((id) => !placed.has(id));
  const seen = new Set<string>();
  for (let at = start; at !== undefined && !seen.has(at); at = parents.get(at)) seen.add(at);
  return new Error(`units stand above each other in a circle: ${[...seen].join(', ')}`);
}
