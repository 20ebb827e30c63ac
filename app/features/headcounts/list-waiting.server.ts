import type { Actor } from '#app/domain/identity/actor.ts';
import { canFromAbove } from '#app/domain/identity/permissions.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { HeadcountCategory } from '#app/domain/units/category.ts';
import { headcountWarnings, type HeadcountWarning } from '#app/domain/units/headcount.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getUnitIndex, type UnitIndex } from '#app/features/units/index.server.ts';
import { findHolding, type HeadcountRow } from './headcount.repo.server.ts';
import { findProposals, findWaitingKeys, findWaitingOf, type Proposal } from './proposal.repo.server.ts';

/** A proposal that waits for the actor, with what holds now and what is strange about it. */
export interface WaitingRow extends Proposal {
  readonly unitName: string;
  /** What stands above the unit, without the top: tells like-named units apart. */
  readonly pathText: string;
  readonly current: { readonly people: number; readonly isSample: boolean } | undefined;
  readonly warnings: readonly HeadcountWarning[];
  /** The actor proposed it, so somebody else decides. */
  readonly isOwn: boolean;
}

/** One page of what waits in a branch. */
export interface WaitingList {
  readonly rows: readonly WaitingRow[];
  /** All that wait in the branch and that fit the search. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export const WAITING_PER_PAGE = 50;

interface Asked {
  readonly actor: Actor;
  /** The branch: of this unit. */
  readonly path: string;
  /** A part of the name of a unit. */
  readonly query: string;
  readonly page: number;
  /** People who have taken part, by unit. */
  readonly tookPart: ReadonlyMap<string, number>;
  readonly now: Instant;
}

/** What waits in a branch for the decision of somebody above, the oldest first, and only what the actor may decide. */
export async function listWaiting(asked: Asked): Promise<WaitingList> {
  const { actor, path, query, now } = asked;
  const [keys, index] = await Promise.all([findWaitingKeys(), getUnitIndex(now)]);
  const words = fold(query);
  const found = keys.filter(({ unitId }) => {
    const place = index.get(unitId);
    return (
      place !== undefined &&
      isWithin(place.path, path) &&
      canFromAbove(actor, 'approve-headcount', place) &&
      (words === '' || fold(place.name).includes(words))
    );
  });
  const pages = Math.max(1, Math.ceil(found.length / WAITING_PER_PAGE));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * WAITING_PER_PAGE, page * WAITING_PER_PAGE);
  const rows = await rowsOf(
    shown.map(({ id }) => id),
    { ...asked, index },
  );
  return { rows, total: found.length, page, pages };
}

async function rowsOf(ids: readonly string[], of: Asked & { index: UnitIndex }): Promise<WaitingRow[]> {
  if (ids.length === 0) return [];
  const proposals = new Map((await findProposals(undefined, ids)).map((each) => [each.id, each]));
  const unitIds = [...new Set([...proposals.values()].map(({ unitId }) => unitId))];
  const [holding, waiting] = await Promise.all([findHolding(unitIds, of.now), findWaitingOf(undefined, unitIds)]);
  const together = new Map<string, Map<HeadcountCategory, number>>();
  for (const { unitId, category, people } of waiting) {
    const ofUnit = together.get(unitId) ?? new Map<HeadcountCategory, number>();
    together.set(unitId, ofUnit.set(category, people));
  }
  return ids.flatMap((id) => {
    const proposal = proposals.get(id);
    if (!proposal) return [];
    const current: ReadonlyMap<HeadcountCategory, HeadcountRow> = holding.get(proposal.unitId) ?? new Map();
    const known = current.get(proposal.category);
    const place = of.index.get(proposal.unitId);
    return [
      {
        ...proposal,
        unitName: place?.name ?? proposal.unitId,
        pathText: (place?.pathIds ?? [])
          .slice(1, -1)
          .map((each) => of.index.get(each)?.name ?? each)
          .join(' › '),
        current: known && { people: known.people, isSample: known.isSample },
        warnings: headcountWarnings(proposal, {
          current,
          proposed: together.get(proposal.unitId) ?? new Map<HeadcountCategory, number>(),
          tookPart: of.tookPart.get(proposal.unitId) ?? 0,
        }),
        isOwn: proposal.proposedById === of.actor.accountId,
      },
    ];
  });
}
