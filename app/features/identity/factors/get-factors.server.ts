import type { Actor } from '#app/domain/identity/actor.ts';
import { findFactors, type FactorState } from './factor.repo.server.ts';

export type { FactorState, PasskeyLine } from './factor.repo.server.ts';

/** What the person has to prove who they are. */
export async function getFactors(actor: Actor): Promise<FactorState> {
  const state = await findFactors(actor.accountId);
  if (!state) throw new Error(`no account ${actor.accountId}`);
  return state;
}
