import type { Instant } from '#app/domain/kernel/time.ts';
import type { HeadcountCategory } from '#app/domain/units/category.ts';
import type { ProposalState } from '#app/domain/units/headcount.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A headcount that somebody proposed, and what became of it. */
export interface Proposal {
  readonly id: string;
  readonly unitId: string;
  readonly category: HeadcountCategory;
  readonly asOf: Instant;
  readonly people: number;
  readonly source: string;
  readonly proposedById: string;
  readonly proposedAt: Instant;
  readonly state: ProposalState;
  readonly decidedById: string | undefined;
  readonly decidedAt: Instant | undefined;
  /** Why it was returned; empty otherwise. */
  readonly reason: string;
}

interface Stored {
  readonly id: string;
  readonly unitId: string;
  readonly category: string;
  readonly asOf: Date;
  readonly people: number;
  readonly source: string;
  readonly proposedById: string;
  readonly proposedAt: Date;
  readonly state: string;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string;
}

const proposalOf = (row: Stored): Proposal => ({
  id: row.id,
  unitId: row.unitId,
  category: row.category as HeadcountCategory,
  asOf: row.asOf.getTime(),
  people: row.people,
  source: row.source,
  proposedById: row.proposedById,
  proposedAt: row.proposedAt.getTime(),
  state: row.state as ProposalState,
  decidedById: row.decidedById ?? undefined,
  decidedAt: row.decidedAt?.getTime(),
  reason: row.reason,
});

/** The proposals of a unit, the latest first. */
export async function findProposalsOfUnit(unitId: string, take: number): Promise<Proposal[]> {
  const rows = await (
    await database()
  ).headcountProposal.findMany({ where: { unitId }, orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }], take });
  return rows.map(proposalOf);
}

/** Which units have proposals that wait, the oldest first: the units only, as there may be thousands. */
export async function findWaitingKeys(): Promise<{ id: string; unitId: string }[]> {
  return (await database()).headcountProposal.findMany({
    where: { state: 'waiting' },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, unitId: true },
  });
}

/** Proposals by id, in no order. */
export async function findProposals(tx: Tx | undefined, ids: readonly string[]): Promise<Proposal[]> {
  const client = tx ?? (await database());
  return (await client.headcountProposal.findMany({ where: { id: { in: [...ids] } } })).map(proposalOf);
}

/** Proposals of units that wait. */
export async function findWaitingOf(tx: Tx | undefined, unitIds: readonly string[]): Promise<Proposal[]> {
  const client = tx ?? (await database());
  const where = { unitId: { in: [...unitIds] }, state: 'waiting' };
  return (await client.headcountProposal.findMany({ where })).map(proposalOf);
}

/** A figure to propose. */
export interface NewProposal {
  readonly unitId: string;
  readonly category: HeadcountCategory;
  readonly asOf: Instant;
  readonly people: number;
  readonly source: string;
}

/** Stores proposals that wait from now on. */
export async function storeProposals(
  tx: Tx,
  proposals: readonly NewProposal[],
  { actorId, at }: { actorId: string; at: Instant },
): Promise<void> {
  await tx.headcountProposal.createMany({
    data: proposals.map(({ asOf, ...proposal }) => ({
      ...proposal,
      asOf: new Date(asOf),
      proposedById: actorId,
      proposedAt: new Date(at),
      state: 'waiting',
    })),
  });
}

/**
 * Decides proposals that wait still: of two who decide at once one wins.
 * @returns how many were decided by this call
 */
export async function storeDecision(
  tx: Tx,
  ids: readonly string[],
  decision: { state: Exclude<ProposalState, 'waiting'>; actorId: string; at: Instant; reason: string },
): Promise<number> {
  const { state, actorId, at, reason } = decision;
  const { count } = await tx.headcountProposal.updateMany({
    where: { id: { in: [...ids] }, state: 'waiting' },
    data: { state, decidedById: actorId, decidedAt: new Date(at), reason },
  });
  return count;
}
