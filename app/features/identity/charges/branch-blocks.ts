import type { BranchBlocks } from '#app/domain/identity/delegation.ts';
import { isWithin } from '#app/domain/units/tree.ts';

/** The blocks of all units of a branch. */
export function branchBlocks(
  index: ReadonlyMap<string, { readonly path: string; readonly block: string | undefined }>,
  unitPath: string,
): BranchBlocks {
  const blocks = new Set<string | undefined>();
  for (const place of index.values()) if (isWithin(place.path, unitPath)) blocks.add(place.block);
  return blocks;
}

/** The same for many branches, each looked at once. */
export function branchBlocksCache(index: Parameters<typeof branchBlocks>[0]): (unitPath: string) => BranchBlocks {
  const byPath = new Map<string, Set<string | undefined>>();
  for (const { path, block } of index.values()) {
    // why up the path: each unit tells its block to all above it, which is depth times units, not units squared.
    for (let end = path.length; end > 1; end = path.lastIndexOf('/', end - 2) + 1) {
      const above = path.slice(0, end);
      const blocks = byPath.get(above);
      if (blocks) blocks.add(block);
      else byPath.set(above, new Set([block]));
    }
  }
  return (unitPath) => byPath.get(unitPath) ?? new Set<string | undefined>();
}
