import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Side, TransferRefusal } from '#app/domain/transfers/transfer.ts';
import { agreeToTransfer, refuseTransfer, withdrawTransfer } from './act-on-transfer.server.ts';
import { findPersonOfBranch } from './list-unit-transfers.server.ts';
import { requestTransfer } from './request-transfer.server.ts';

/** What was sent on the page of a unit. */
export interface UnitPageAct {
  readonly intent: 'send' | 'agree' | 'refuse' | 'withdraw';
  readonly accountId: string;
  readonly toUnitId: string;
  readonly transferId: string;
  readonly side: Side | undefined;
  readonly reason: string;
}

/** What the page says afterwards. */
export type SaidAfterwards = 'asked' | 'agreed' | 'done' | 'refused' | 'withdrawn';

/** Does what was sent on the page of a unit, each act with its own rights. @param unitPath people are asked for in this branch only */
export async function actOnUnitPage(
  act: UnitPageAct,
  { actor, unitPath, now }: { actor: Actor; unitPath: string; now: Instant },
): Promise<Result<SaidAfterwards, TransferRefusal>> {
  const { intent, accountId, toUnitId, transferId, side = 'to', reason } = act;
  switch (intent) {
    case 'send': {
      if (!(await findPersonOfBranch(accountId, unitPath, now))) return refuse('unknown-person');
      const asked = await requestTransfer({ actor, accountId, toUnitId, reason, now });
      return asked.ok ? ok('asked') : asked;
    }
    case 'agree': {
      const agreed = await agreeToTransfer({ actor, transferId, side, now });
      return agreed.ok ? ok(agreed.value.isDone ? 'done' : 'agreed') : agreed;
    }
    case 'refuse': {
      const refused = await refuseTransfer({ actor, transferId, side, reason, now });
      return refused.ok ? ok('refused') : refused;
    }
    case 'withdraw': {
      const withdrawn = await withdrawTransfer({ actor, transferId, now });
      return withdrawn.ok ? ok('withdrawn') : withdrawn;
    }
  }
}
