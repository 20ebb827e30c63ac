import type { Actor } from '#app/domain/identity/actor.ts';
import { can, canFromAbove } from '#app/domain/identity/permissions.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath, isWithin } from '#app/domain/units/tree.ts';
import type { Side } from '#app/domain/transfers/transfer.ts';
import { getUnitIndex, type UnitIndex } from '#app/features/units/index.server.ts';
import { findPerson, findPersons, searchPersons, type TransferPerson } from './person.repo.server.ts';
import { viewsOf, type TransferView } from './transfer-view.server.ts';
import { findTransfersOfBranch, type StoredTransfer } from './transfer.repo.server.ts';

/** A request as those who decide see it. */
export interface UnitTransferView extends TransferView {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  /** Whether it leads out of this branch, into it, or stays within it. */
  readonly direction: 'out' | 'in' | 'within';
  /** The units that the actor may agree for now. */
  readonly mayAgree: readonly Side[];
  /** The unit that the actor may refuse for. */
  readonly mayRefuse: Side | undefined;
  readonly mayWithdraw: boolean;
  /** It is about the actor, and somebody above has to decide. */
  readonly isOwn: boolean;
}

export interface UnitTransfers {
  readonly rows: readonly UnitTransferView[];
  readonly total: number;
}

export const TRANSFERS_PER_PAGE = 50;

interface Query {
  readonly actor: Actor;
  readonly unitPath: string;
  readonly isWaiting: boolean;
  /** From 1. */
  readonly page: number;
  readonly now: Instant;
}

/** Requests that concern a unit or one below it, of those that the actor may decide about. */
export async function listUnitTransfers(query: Query): Promise<UnitTransfers> {
  const { actor, unitPath, isWaiting, page, now } = query;
  const skip = (page - 1) * TRANSFERS_PER_PAGE;
  const [found, index] = await Promise.all([
    findTransfersOfBranch({ unitPath, isWaiting, skip, take: TRANSFERS_PER_PAGE }),
    getUnitIndex(now),
  ]);
  const seen = found.rows.filter((row) => sidesOf(actor, row, index, can).length > 0);
  const [views, people] = await Promise.all([viewsOf(seen, now), findPersons(seen.map(({ accountId }) => accountId))]);
  const rows = views.map((view, at): UnitTransferView => {
    const row = seen[at] as StoredTransfer;
    const person = people.get(row.accountId);
    return {
      ...view,
      accountId: row.accountId,
      fullName: person?.fullName ?? '',
      birthYear: person?.birthYear ?? 0,
      direction: directionOf(row, unitPath, index),
      ...rightsOf(actor, row, index),
    };
  });
  return { rows, total: found.total };
}

type Check = typeof can;

function sidesOf(actor: Actor, row: StoredTransfer, index: UnitIndex, check: Check): Side[] {
  const placeOf = (side: Side) => index.get(side === 'from' ? row.fromUnitId : row.toUnitId);
  return (['from', 'to'] as const).filter((side) => {
    const place = placeOf(side);
    return place !== undefined && check(actor, 'decide-transfer', place);
  });
}

function rightsOf(actor: Actor, row: StoredTransfer, index: UnitIndex) {
  const isWaiting = row.state === 'waiting';
  const isOwn = row.accountId === actor.accountId;
  const sides = isWaiting ? sidesOf(actor, row, index, isOwn ? canFromAbove : can) : [];
  const open = sides.filter((side) => row[side] === undefined);
  const asked = [row.requestedById, row.from?.byId].includes(actor.accountId) && !isOwn;
  return {
    mayAgree: open,
    mayRefuse: open.at(-1) ?? sides.at(-1),
    mayWithdraw: isWaiting && asked,
    isOwn: isOwn && isWaiting && sides.length === 0,
  };
}

function directionOf(row: StoredTransfer, unitPath: string, index: UnitIndex): UnitTransferView['direction'] {
  const holds = (unitId: string): boolean => isWithin(index.get(unitId)?.path ?? '', unitPath);
  if (holds(row.fromUnitId) && holds(row.toUnitId)) return 'within';
  return holds(row.fromUnitId) ? 'out' : 'in';
}

/** Somebody whom the one in charge of a unit may ask another unit for. */
export interface TransferCandidate extends TransferPerson {
  readonly unitName: string;
}

const MOST_FOUND = 20;
const LEAST_LETTERS = 2;

/** People of a unit and of those below it whose name has a text in it, with or without marks; nobody of other units is found. */
export async function searchPeopleOfBranch(text: string, unitPath: string, now: Instant): Promise<TransferCandidate[]> {
  const folded = fold(text.slice(0, 100));
  if (folded.length < LEAST_LETTERS) return [];
  // why: the whole province cannot be searched by name; whoever stands at its top goes to the unit first.
  const where = idsOfPath(unitPath).length === 1 ? unitPath : { startsWith: unitPath };
  const [people, index] = await Promise.all([searchPersons(folded, where, MOST_FOUND), getUnitIndex(now)]);
  return people.map((person) => ({ ...person, unitName: index.get(person.unitId)?.name ?? person.unitId }));
}

/** One person of a unit or of one below it; undefined for anybody else. */
export async function findPersonOfBranch(
  accountId: string,
  unitPath: string,
  now: Instant,
): Promise<TransferCandidate | undefined> {
  const [person, index] = await Promise.all([findPerson(undefined, accountId), getUnitIndex(now)]);
  const place = person && index.get(person.unitId);
  return person && place && isWithin(place.path, unitPath) ? { ...person, unitName: place.name } : undefined;
}
