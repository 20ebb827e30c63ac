import type { Instant } from '#app/domain/kernel/time.ts';
import type { StayReason } from '#app/domain/transfers/plan-move.ts';
import { isConfirmed, type TransferState } from '#app/domain/transfers/transfer.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { planOf } from './move-entries.server.ts';
import type { StoredTransfer } from './transfer.repo.server.ts';

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** What a change of unit does, or did, to contests, by their titles. */
export interface MoveView {
  readonly moves: readonly string[];
  readonly stays: readonly { readonly title: string; readonly why: StayReason }[];
}

/** A request for another unit with its steps, for the person and for those who decide. */
export interface TransferView {
  readonly id: string;
  readonly state: TransferState;
  readonly from: NamedUnit;
  readonly to: NamedUnit;
  readonly reason: string;
  readonly requestedAt: Instant;
  /** Whether somebody in charge of the unit asked for it, and not the person. */
  readonly isByManager: boolean;
  /** Whether the person wants it. */
  readonly isConfirmed: boolean;
  readonly fromAgreedAt: Instant | undefined;
  readonly toAgreedAt: Instant | undefined;
  readonly refusedReason: string;
  readonly closedAt: Instant | undefined;
  /** While it waits: what it would do now; carried out: what it did. */
  readonly effect: MoveView | undefined;
}

interface Moved {
  readonly moves: readonly string[];
  readonly stays: readonly { readonly contestId: string; readonly why: StayReason }[];
}

/** Requests as pages show them. */
export async function viewsOf(transfers: readonly StoredTransfer[], now: Instant): Promise<TransferView[]> {
  const [index, contests] = await Promise.all([getUnitIndex(now), listContests(now)]);
  const titles = new Map(contests.map(({ contest }) => [contest.id, contest.title]));
  const unitOf = (id: string): NamedUnit => ({ id, name: index.get(id)?.name ?? id });
  const effectOf = async (transfer: StoredTransfer): Promise<MoveView | undefined> => {
    if (transfer.state !== 'waiting' && transfer.moved === '') return undefined;
    const moved =
      transfer.state === 'waiting' ? await planOf(undefined, transfer, now) : (JSON.parse(transfer.moved) as Moved);
    return {
      moves: moved.moves.flatMap((id) => titles.get(id) ?? []),
      // why not those of other units: they have nothing to do with this change.
      stays: moved.stays
        .filter(({ why }) => why !== 'other-unit')
        .flatMap(({ contestId, why }) => {
          const title = titles.get(contestId);
          return title === undefined ? [] : [{ title, why }];
        }),
    };
  };
  return Promise.all(
    transfers.map(async (transfer) => ({
      id: transfer.id,
      state: transfer.state,
      from: unitOf(transfer.fromUnitId),
      to: unitOf(transfer.toUnitId),
      reason: transfer.reason,
      requestedAt: transfer.requestedAt,
      // why by the instant: who asks for somebody has agreed at that very moment.
      isByManager: !isConfirmed(transfer) || transfer.from?.at === transfer.requestedAt,
      isConfirmed: isConfirmed(transfer),
      fromAgreedAt: transfer.from?.at,
      toAgreedAt: transfer.to?.at,
      refusedReason: transfer.refusedReason,
      closedAt: transfer.closedAt,
      effect: await effectOf(transfer),
    })),
  );
}
