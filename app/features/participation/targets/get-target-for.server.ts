import type { Instant } from '#app/domain/kernel/time.ts';
import {
  distanceTo,
  holdingTarget,
  type Distance,
  type Progress,
  type Target,
} from '#app/domain/participation/target.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { figureScopes } from '../get-participation.server.ts';
import { findStanding } from './target.repo.server.ts';

/** The round that targets of a scope are kept under: none for the whole contest, of which an only round is the whole. */
export function targetRoundOf(contestNow: ContestNow, scope: BoardScope | undefined): string | undefined {
  const isWhole = scope === undefined || scope.id === contestNow.contest.id || figureScopes(contestNow).length === 1;
  return isWhole ? undefined : scope.id;
}

interface Asked {
  readonly contestNow: ContestNow;
  readonly scope: BoardScope | undefined;
}

/** The target that holds for a unit in a scope of figureScopes(); undefined where nobody has set one. */
export async function getTargetFor({
  unitId,
  parentId,
  ...asked
}: Asked & { readonly unitId: string; readonly parentId: string | undefined }): Promise<Target | undefined> {
  const at = [unitId, ...(parentId === undefined ? [] : [parentId])];
  const targets = await findStanding(asked.contestNow.contest.id, at);
  return holdingTarget(targets, { unitId, parentId, roundId: targetRoundOf(asked.contestNow, asked.scope) });
}

/** The targets that hold for many units in a scope, by unit; units without one are left out. */
export async function listTargets({
  units,
  ...asked
}: Asked & {
  readonly units: readonly { readonly id: string; readonly parentId: string | undefined }[];
}): Promise<Map<string, Target>> {
  const byPlace = new Map<string, Target[]>();
  for (const target of await findStanding(asked.contestNow.contest.id)) {
    byPlace.set(target.unitId, [...(byPlace.get(target.unitId) ?? []), target]);
  }
  const roundId = targetRoundOf(asked.contestNow, asked.scope);
  const holding = new Map<string, Target>();
  for (const { id, parentId } of units) {
    const near = [...(byPlace.get(id) ?? []), ...(parentId === undefined ? [] : (byPlace.get(parentId) ?? []))];
    const target = holdingTarget(near, { unitId: id, parentId, roundId });
    if (target) holding.set(id, target);
  }
  return holding;
}

/** How far a unit is from its target, from the opening of the scope on. */
export const distanceIn = (
  target: Target,
  progress: Progress,
  { scope, now }: { scope: Pick<BoardScope, 'opensAt'> | undefined; now: Instant },
): Distance => distanceTo(target, progress, { opensAt: scope?.opensAt ?? target.setAt, now });
