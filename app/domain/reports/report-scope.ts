import type { Actor } from '../identity/actor.ts';
import { can } from '../identity/permissions.ts';

/** What of a unit somebody may report on. */
export interface ReportScope {
  /** The whole branch, and each block in it. */
  readonly isWhole: boolean;
  /** Blocks in it, where not the whole; in the order of the grants. */
  readonly blocks: readonly string[];
}

/** What of a unit the actor may report on; undefined when nothing. Who manages one block reports on that block only. */
export function reportScope(
  actor: Actor | undefined,
  unit: { readonly path: string; readonly block: string | undefined },
): ReportScope | undefined {
  if (can(actor, 'make-reports', { path: unit.path, block: unit.block })) return { isWhole: true, blocks: [] };
  const granted = [...new Set((actor?.grants ?? []).flatMap(({ block }) => block ?? []))];
  const blocks = granted.filter((block) => can(actor, 'make-reports', { path: unit.path, block }));
  return blocks.length > 0 ? { isWhole: false, blocks } : undefined;
}

/** The block that is reported on, of what is asked for: undefined for the whole; false for what the actor may not see. */
export function blockInScope({ isWhole, blocks }: ReportScope, asked: string | undefined): string | undefined | false {
  if (isWhole) return asked;
  if (asked === undefined) return blocks[0] ?? false;
  return blocks.includes(asked) ? asked : false;
}
