import type { Instant } from '#app/domain/kernel/time.ts';
import { findUnitHit, type UnitHit } from '#app/features/units/index.server.ts';
import { findPerson } from './person.repo.server.ts';
import { viewsOf, type TransferView } from './transfer-view.server.ts';
import { findTransfersOf } from './transfer.repo.server.ts';

/** What a person sees of their unit and of their requests for another one. */
export interface OwnTransfers {
  readonly unit: UnitHit | undefined;
  readonly waiting: TransferView | undefined;
  /** Those that have ended, the latest first. */
  readonly past: readonly TransferView[];
}

const MOST = 20;

/** The unit of a person, and their requests, for that person. */
export async function getOwnTransfers(accountId: string, now: Instant): Promise<OwnTransfers> {
  const [person, rows] = await Promise.all([findPerson(undefined, accountId), findTransfersOf(accountId, MOST)]);
  const [unit, views] = await Promise.all([findUnitHit(person?.unitId ?? ''), viewsOf(rows, now)]);
  return {
    unit,
    waiting: views.find(({ state }) => state === 'waiting'),
    past: views.filter(({ state }) => state !== 'waiting'),
  };
}
