import type { Actor } from '#app/domain/identity/actor.ts';
import { unitPagesOf, type UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { delegatesIn } from '#app/domain/identity/delegation.ts';
import { getTopUnit, getUnit, getUnitIndex } from '../../units/index.server.ts';
import { branchBlocks } from './branch-blocks.ts';
import { listManagers, type ManagerList } from './list-managers.server.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The page of who is in charge of a unit: where it stands, the list, and the tabs beside it. */
export interface ManagersPage {
  readonly unit: Named;
  readonly ancestors: readonly Named[];
  readonly pages: readonly UnitPageName[];
  readonly list: ManagerList;
}

/** @returns 'forbidden' also for a unit that there is not, unless the actor delegates at the top and could have seen it */
export async function getManagersPage(question: {
  actor: Actor;
  unitId: string;
  text: string;
  page: number;
  now: Instant;
}): Promise<Result<ManagersPage, 'not-found' | 'forbidden'>> {
  const { actor, unitId, now } = question;
  const [found, index] = await Promise.all([getUnit({ unitId, now }), getUnitIndex(now)]);
  const place = index.get(unitId);
  if (!found.ok || !place) {
    const top = await getTopUnit(now);
    return refuse(top && delegatesIn(actor, top.path, branchBlocks(index, top.path)) ? 'not-found' : 'forbidden');
  }
  const list = await listManagers(question);
  if (!list.ok) return list;
  const named = ({ id, name }: Named): Named => ({ id, name });
  return ok({
    unit: named(found.value.unit),
    ancestors: found.value.ancestors.map(named),
    pages: unitPagesOf(actor, place),
    list: list.value,
  });
}
