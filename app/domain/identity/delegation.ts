import { isWithin } from '../units/tree.ts';
import type { Actor } from './actor.ts';
import { grantsFor } from './permissions.ts';

/** Being in charge of a unit and all below it, or of the units of one block there. */
export interface Charge {
  readonly unitPath: string;
  readonly block?: string | undefined;
}

/** The blocks of all units of a branch, its top among them; undefined stands for units outside of every block. */
export type BranchBlocks = ReadonlySet<string | undefined>;

/**
 * Whether the actor may give or take a charge: only one that reaches no further than a charge of the actor's own.
 * @param blocks those of the branch that the charge is about
 */
export const mayDelegate = (actor: Actor | undefined, charge: Charge, blocks: BranchBlocks): boolean =>
  grantsFor(actor, 'delegate-unit-manager').some(
    (own) =>
      isWithin(charge.unitPath, own.unitPath) &&
      (own.block === undefined ||
        own.block === charge.block ||
        // A whole branch lies in a block when every unit of it does.
        (charge.block === undefined && blocks.size === 1 && blocks.has(own.block))),
  );

/** Whether the actor may give or take any charge in this branch at all, be it for one block of it only. */
export const delegatesIn = (actor: Actor | undefined, unitPath: string, blocks: BranchBlocks): boolean =>
  grantsFor(actor, 'delegate-unit-manager').some(
    (own) => isWithin(unitPath, own.unitPath) && (own.block === undefined || blocks.has(own.block)),
  );

/** Whether the charge is the only one by which its own holder delegates: who gives it away could not take it back. */
export const isLastOwn = (actor: Actor, accountId: string): boolean =>
  actor.accountId === accountId && grantsFor(actor, 'delegate-unit-manager').length <= 1;
