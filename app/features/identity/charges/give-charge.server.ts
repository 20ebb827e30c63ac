import type { Actor } from '#app/domain/identity/actor.ts';
import { delegatesIn, isLastOwn, mayDelegate } from '#app/domain/identity/delegation.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { getUnitIndex } from '../../units/index.server.ts';
import { findCredentials, storeGrant } from '../account.repo.server.ts';
import { branchBlocks } from './branch-blocks.ts';
import { hasCharge, removeCharge } from './charge.repo.server.ts';

export interface ChargeCommand {
  readonly actor: Actor;
  readonly accountId: string;
  readonly unitId: string;
  /** Left out, the whole branch. */
  readonly block?: string | undefined;
  readonly now: Instant;
}

type Reach = 'forbidden' | 'unknown-unit' | 'beyond-own-charge' | 'block-not-here';

/**
 * Whether the actor's own charge reaches as far as the one of the command.
 * @returns whether the block is all of the branch: then the two are one charge, and the whole one is what is meant
 */
async function reach({ actor, unitId, block, now }: ChargeCommand): Promise<Result<{ isAll: boolean }, Reach>> {
  const index = await getUnitIndex(now);
  const place = index.get(unitId);
  if (!place) return refuse('unknown-unit');
  const blocks = branchBlocks(index, place.path);
  if (!mayDelegate(actor, { unitPath: place.path, block }, blocks)) {
    return refuse(delegatesIn(actor, place.path, blocks) ? 'beyond-own-charge' : 'forbidden');
  }
  if (block !== undefined && !blocks.has(block)) return refuse('block-not-here');
  return ok({ isAll: block !== undefined && blocks.size === 1 });
}

const noted = (tx: Tx, command: ChargeCommand, action: string): Promise<void> =>
  recordAudit(tx, {
    at: command.now,
    actorId: command.actor.accountId,
    action,
    subject: `account:${command.accountId}`,
    detail: {
      role: 'unitManager',
      unitId: command.unitId,
      ...(command.block === undefined ? {} : { block: command.block }),
    },
  });

/** Puts a person in charge of a unit, or of one block of it. Nobody gives what reaches beyond their own charge. */
export async function giveCharge(command: ChargeCommand): Promise<Result<undefined, Reach | 'unknown-person'>> {
  const reached = await reach(command);
  if (!reached.ok) return reached;
  const { actor, accountId, unitId, now } = command;
  const block = reached.value.isAll ? '' : (command.block ?? '');
  return inTransaction(async (tx) => {
    if (!(await findCredentials({ id: accountId }, tx))) return refuse('unknown-person');
    if (await hasCharge(tx, { accountId, unitId, block })) return ok(undefined);
    const grant = { accountId, role: 'unitManager', unitId, block, grantedById: actor.accountId } as const;
    await storeGrant(tx, grant, now);
    await noted(tx, { ...command, block: block || undefined }, 'role.granted');
    return ok(undefined);
  });
}

/** Takes such a charge away; it ends with the person's next request. Never one's own last: nobody could take that back. */
export async function takeCharge(
  command: ChargeCommand,
): Promise<Result<undefined, Exclude<Reach, 'block-not-here'> | 'last-own-charge' | 'unknown-person'>> {
  const reached = await reach(command);
  // why not refused for the block: it may have left the branch after the charge was given.
  if (!reached.ok && reached.error !== 'block-not-here') return refuse(reached.error);
  const { actor, accountId, unitId, block = '' } = command;
  if (isLastOwn(actor, accountId)) return refuse('last-own-charge');
  return inTransaction(async (tx) => {
    if (!(await removeCharge(tx, { accountId, unitId, block }))) return refuse('unknown-person');
    await noted(tx, command, 'role.revoked');
    return ok(undefined);
  });
}
