import { inForce, NO_CORRECTIONS, type Corrections } from '#app/domain/scoring/correction.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findCorrections, keepCorrections } from './correction.repo.server.ts';

/** The corrections that hold in a contest now. */
export async function getCorrections(contestId: string): Promise<Corrections> {
  return inForce(await findCorrections(contestId));
}

/** The corrections that hold in a contest, and go on to hold until the end of the transaction: for marking an attempt. */
export async function holdCorrections(tx: Tx, contestId: string): Promise<Corrections> {
  await keepCorrections(tx, contestId);
  const all = await findCorrections(contestId, tx);
  return all.length === 0 ? NO_CORRECTIONS : inForce(all);
}
