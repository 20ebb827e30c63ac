import type { ChangeKind } from '#app/domain/units/change-command.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findNames } from '../unit.repo.server.ts';
import { findActorNames, findChange, findChanges, type ChangeHead } from './unit-change.repo.server.ts';
import { differencesOf, type UnitDifference } from './preview-change.server.ts';
import { readForest } from './tree.repo.server.ts';

export const CHANGES_PER_PAGE = 30;
const NAMED = 6;
const MOST_SHOWN = 200;

/** A change as lists show it, with names. */
export interface ListedChange {
  readonly id: string;
  readonly kind: ChangeKind;
  /** Without a name where the unit was taken back with its change. */
  readonly units: readonly { readonly id: string; readonly name: string | undefined }[];
  readonly moreUnits: number;
  /** Undefined for an account that is no more; empty for the operator of the installation. */
  readonly by: string | undefined;
  readonly at: Instant;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly undone: { readonly at: Instant; readonly by: string | undefined } | undefined;
}

/** The history of the tree, the newest first, a page at a time. */
export async function listUnitChanges(asked: {
  readonly unitId?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly page: number;
}): Promise<{ total: number; pages: number; changes: ListedChange[] }> {
  const { unitId, kind, page } = asked;
  const found = await findChanges({ unitId, kind }, { skip: (page - 1) * CHANGES_PER_PAGE, take: CHANGES_PER_PAGE });
  const changes = await named(found.changes);
  return { total: found.total, pages: Math.max(1, Math.ceil(found.total / CHANGES_PER_PAGE)), changes };
}

async function named(heads: readonly ChangeHead[]): Promise<ListedChange[]> {
  const unitIds = heads.flatMap((head) => head.unitIds.slice(0, NAMED));
  const actorIds = heads.flatMap(({ actorId, undoneById }) => [actorId, undoneById]).filter((id) => id !== undefined);
  const [units, actors] = await Promise.all([findNames([...new Set(unitIds)]), findActorNames([...new Set(actorIds)])]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | undefined): string | undefined =>
    id === undefined || id === 'operator' ? '' : actors.get(id);
  return heads.map(({ undoneAt, undoneById, actorId, unitIds: ids, ...head }) => ({
    ...head,
    units: ids.slice(0, NAMED).map((id) => ({ id, name: names.get(id) })),
    moreUnits: Math.max(0, ids.length - NAMED),
    by: nameOf(actorId),
    undone: undoneAt === undefined ? undefined : { at: undoneAt, by: nameOf(undoneById) },
  }));
}

/** One change in full. */
export interface UnitChangeView extends ListedChange {
  readonly isWaiting: boolean;
  readonly differences: readonly UnitDifference[];
  readonly more: number;
  readonly peopleMoved: number;
}

/** One change in full; undefined where there is none. */
export async function getUnitChange(id: string): Promise<UnitChangeView | undefined> {
  const change = await findChange(id);
  if (!change) return undefined;
  const { detail, ...head } = change;
  const [listed] = await named([head]);
  const forest = await readForest();
  // why what it left: names of parents are those that the change knew, also where they are others by now.
  const before = new Map([
    ...forest,
    ...detail.edits.flatMap((edit) => (edit.before ? [[edit.before.id, edit.before] as const] : [])),
  ]);
  const after = new Map([...forest, ...detail.edits.map((edit) => [edit.after.id, edit.after] as const)]);
  const differences = detail.edits.flatMap((edit) =>
    differencesOf({ before: edit.before, after: edit.after }, { forest: before, after, at: change.effectiveAt }),
  );
  return {
    ...(listed as ListedChange),
    isWaiting: detail.state === 'planned' && change.undoneAt === undefined,
    differences: differences.slice(0, MOST_SHOWN),
    more: Math.max(0, differences.length - MOST_SHOWN),
    peopleMoved: detail.moved.reduce((sum, each) => sum + each.accountIds.length, 0),
  };
}
