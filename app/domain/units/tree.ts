/** A node of the organisation tree, as far as the tree itself is concerned. */
export interface UnitNode {
  readonly id: string;
  readonly parentId: string | undefined;
}

/** The path of a unit: the ids from the root down, "/cao-bang/xa-truong-ha/". A subtree is a prefix of it. */
export const childPath = (parentPath: string | undefined, id: string): string => `${parentPath ?? '/'}${id}/`;

/** Whether the unit with `path` lies in the branch of the unit with `branchPath` (a unit lies in its own branch). */
export const isWithin = (path: string, branchPath: string): boolean => path.startsWith(branchPath);

/** Ids of a path from the root down, the unit itself last. */
export const idsOfPath = (path: string): string[] => path.split('/').filter(Boolean);

/**
 * Adds up figures from the leaves to the root: each unit gets its own figure and those of everything below it.
 * @param own the figure of the unit alone; a unit that is missing has nothing of its own
 * @throws when the nodes have a loop or a parent that is not among them: such a tree was never valid
 */
export function rollUp<F>(
  nodes: readonly UnitNode[],
  own: ReadonlyMap<string, F>,
  zero: F,
  add: (a: F, b: F) => F,
): Map<string, F> {
  const totals = new Map(nodes.map((node) => [node.id, own.get(node.id) ?? zero]));
  for (const node of inChildFirstOrder(nodes)) {
    if (node.parentId === undefined) continue;
    totals.set(node.parentId, add(totals.get(node.parentId) as F, totals.get(node.id) as F));
  }
  return totals;
}

/** Nodes ordered so that every unit comes before its parent. */
export function inChildFirstOrder(nodes: readonly UnitNode[]): UnitNode[] {
  const children = new Map<string | undefined, UnitNode[]>();
  for (const node of nodes) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  const parentFirst: UnitNode[] = [];
  let level = children.get(undefined) ?? [];
  while (level.length > 0) {
    parentFirst.push(...level);
    level = level.flatMap((node) => children.get(node.id) ?? []);
  }
  if (parentFirst.length !== nodes.length) throw new Error('the unit tree has a loop or a parent that does not exist');
  return parentFirst.toReversed();
}
