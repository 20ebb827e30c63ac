import type { Actor } from '#app/domain/identity/actor.ts';
import { delegatesIn, isLastOwn, mayDelegate } from '#app/domain/identity/delegation.ts';
import { fold, sortKey } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex } from '../../units/index.server.ts';
import { findNames } from '../account.repo.server.ts';
import { branchBlocks, branchBlocksCache } from './branch-blocks.ts';
import { findChargeKeys, findCharges, type ChargeKey } from './charge.repo.server.ts';

const PAGE = 50;

/** Somebody in charge of a unit of the branch. */
export interface ManagerRow {
  readonly accountId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Undefined for all of the unit's branch. */
  readonly block: string | undefined;
  readonly grantedAt: Instant;
  /** Who gave it; undefined where it was given at the command line. */
  readonly grantedBy: string | undefined;
  readonly isOwn: boolean;
  /** The actor's own last charge cannot be taken by the actor. */
  readonly canTake: boolean;
}

export interface ManagerList {
  readonly rows: readonly ManagerRow[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  /** Blocks of the branch that the actor may give a charge for. */
  readonly blocks: readonly string[];
  /** Whether the actor may give the whole branch. */
  readonly givesWhole: boolean;
}

/**
 * Who is in charge of a unit and of those below it, as far as the actor's own charge reaches; the unit itself comes first.
 * @param query.text part of a unit's name
 */
export async function listManagers(query: {
  actor: Actor;
  unitId: string;
  text: string;
  page: number;
  now: Instant;
}): Promise<Result<ManagerList, 'not-found' | 'forbidden'>> {
  const { actor, unitId, text, now } = query;
  const index = await getUnitIndex(now);
  const place = index.get(unitId);
  if (!place) return refuse('not-found');
  const here = branchBlocks(index, place.path);
  if (!delegatesIn(actor, place.path, here)) return refuse('forbidden');
  const blocksOf = branchBlocksCache(index);
  const wanted = fold(text);
  const placed = (await findChargeKeys(place.path)).flatMap((key) => {
    const at = index.get(key.unitId);
    const isShown =
      at !== undefined &&
      (wanted === '' || fold(at.name).includes(wanted)) &&
      mayDelegate(actor, { unitPath: at.path, block: key.block || undefined }, blocksOf(at.path));
    return isShown ? [{ key, order: orderOf(key, at, unitId) }] : [];
  });
  placed.sort((a, b) => (a.order < b.order ? -1 : 1));
  const pages = Math.max(1, Math.ceil(placed.length / PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  const keys = placed.slice((page - 1) * PAGE, page * PAGE).map(({ key }) => key);
  const givesWhole = mayDelegate(actor, { unitPath: place.path }, here);
  return ok({
    rows: await rowsOf(keys, actor, (id) => index.get(id)?.name ?? id),
    count: placed.length,
    page,
    pages,
    // why none for a branch of one kind: its block is all of it.
    blocks: (givesWhole && here.size === 1 ? [] : [...here])
      .filter((block) => block !== undefined)
      .filter((block) => mayDelegate(actor, { unitPath: place.path, block }, here))
      .toSorted((a, b) => a.localeCompare(b, 'vi')),
    givesWhole,
  });
}

/** First the unit of the page, then the nearer to the top, then by name. */
const orderOf = (key: ChargeKey, at: { name: string; pathIds: readonly string[] }, unitId: string): string =>
  [
    key.unitId === unitId ? '0' : '1',
    String(at.pathIds.length).padStart(3, '0'),
    sortKey(at.name),
    key.unitId,
    key.block,
    key.accountId,
  ].join('\u0001');

async function rowsOf(
  keys: readonly ChargeKey[],
  actor: Actor,
  nameOf: (unitId: string) => string,
): Promise<ManagerRow[]> {
  const charges = await findCharges(keys);
  const givers = charges.flatMap(({ grantedById }) => grantedById ?? []);
  const names = new Map((await findNames([...new Set(givers)])).map(({ id, fullName }) => [id, fullName]));
  return charges.map(({ accountId, fullName, unitId, block, grantedAt, grantedById }) => ({
    accountId,
    fullName,
    unitId,
    unitName: nameOf(unitId),
    block: block || undefined,
    grantedAt,
    grantedBy: grantedById === undefined ? undefined : names.get(grantedById),
    isOwn: accountId === actor.accountId,
    canTake: !isLastOwn(actor, accountId),
  }));
}
