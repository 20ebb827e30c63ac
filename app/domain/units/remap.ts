import type { Instant } from '../kernel/time.ts';
import { idsOfPath } from './tree.ts';
import { versionAt, type TreeUnit, type UnitHistory } from './tree-at.ts';

/** A unit that came out of another one: merged into it, split from it, or going on in its place. */
export interface UnitLink {
  readonly fromId: string;
  readonly toId: string;
  /** The link that figures follow when they cannot be told apart. */
  readonly isMain: boolean;
}

interface RemapInput {
  readonly links: readonly UnitLink[];
  /** Every unit of every date: what is not found through links is found through what stood above. */
  readonly histories: readonly UnitHistory[];
  /** The tree to map to, and its instant. */
  readonly tree: readonly TreeUnit[];
  readonly at: Instant;
}

type Direction = 'forward' | 'backward';

/**
 * Maps units of any date to units of one tree, so that figures of one time can be read in the tree of another. A unit of the
 * tree stays itself. One that has ended goes to what came out of it, one that is yet to come to what it will come out of, however
 * many steps away. Where that is several units, its figures go to the main one, or, when no single one is main, to the nearest
 * unit above all of them, as its own: so they are counted once and nothing is invented. A unit without links goes where the
 * nearest unit above it goes, in the end to the root.
 * @returns for each unit one unit of the tree; in a tree without units every unit stays as it is
 */
export function remapTo({ links, histories, tree, at }: RemapInput): (unitId: string) => string {
  const units = new Map(tree.map((unit) => [unit.id, unit]));
  const all = new Map(histories.map((history) => [history.id, history]));
  const next = { forward: grouped(links, 'fromId', 'toId'), backward: grouped(links, 'toId', 'fromId') };
  const top = topOf(tree);
  const followed = { forward: new Map<string, string | undefined>(), backward: new Map<string, string | undefined>() };

  const follow = (id: string, direction: Direction): string | undefined => {
    if (units.has(id)) return id;
    const known = followed[direction];
    // why set before it is known: links in a circle lead nowhere, and must not be followed for ever.
    if (known.has(id)) return known.get(id);
    known.set(id, undefined);
    const steps = (next[direction].get(id) ?? []).flatMap(({ to, isMain }) => {
      const target = follow(to, direction);
      return target === undefined ? [] : [{ target, isMain }];
    });
    const found = chosenOf(steps, units, top);
    known.set(id, found);
    return found;
  };

  const byLinks = (id: string): string | undefined => {
    const history = all.get(id);
    const isYetToCome = history !== undefined && history.validFrom > at;
    const [first, second]: Direction[] = isYetToCome ? ['backward', 'forward'] : ['forward', 'backward'];
    return follow(id, first as Direction) ?? follow(id, second as Direction);
  };

  const remapped = new Map<string, string>();
  const remap = (unitId: string): string => {
    const known = remapped.get(unitId);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    let target: string | undefined;
    let step: string | undefined = unitId;
    while (target === undefined && step !== undefined && !seen.has(step)) {
      seen.add(step);
      target = byLinks(step);
      const history = all.get(step);
      step = history && versionAt(history, at).parentId;
    }
    const found = target ?? top ?? unitId;
    remapped.set(unitId, found);
    return found;
  };
  return remap;
}

/** Of the units that a step leads to the main one, or the nearest one above all of them. */
function chosenOf(
  steps: readonly { target: string; isMain: boolean }[],
  units: ReadonlyMap<string, TreeUnit>,
  top: string | undefined,
): string | undefined {
  const targets = [...new Set(steps.map(({ target }) => target))];
  if (targets.length <= 1) return targets[0];
  const mains = [...new Set(steps.filter(({ isMain }) => isMain).map(({ target }) => target))];
  if (mains.length === 1) return mains[0];
  return lowestAbove(targets.map((id) => idsOfPath((units.get(id) as TreeUnit).path))) ?? top;
}

/** The last id that all paths begin with. */
function lowestAbove(paths: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...others] = paths;
  let shared = 0;
  while (shared < first.length && others.every((path) => path[shared] === first[shared])) shared += 1;
  return shared === 0 ? undefined : first[shared - 1];
}

/** The root with most units below it: where figures end that nothing else can be said about. */
function topOf(tree: readonly TreeUnit[]): string | undefined {
  const sizes = new Map<string, number>();
  for (const { path } of tree) {
    const root = idsOfPath(path)[0] as string;
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  let top: string | undefined;
  for (const [root, size] of sizes) if (top === undefined || size > (sizes.get(top) as number)) top = root;
  return top;
}

function grouped(
  links: readonly UnitLink[],
  from: 'fromId' | 'toId',
  to: 'fromId' | 'toId',
): Map<string, { to: string; isMain: boolean }[]> {
  const groups = new Map<string, { to: string; isMain: boolean }[]>();
  for (const link of links) {
    const group = groups.get(link[from]);
    const step = { to: link[to], isMain: link.isMain };
    if (group) group.push(step);
    else groups.set(link[from], [step]);
  }
  return groups;
}
