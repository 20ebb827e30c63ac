import type { Instant } from '#app/domain/kernel/time.ts';
import type { Proposal, ProposalKind, ProposalState } from '#app/domain/proposals/proposal.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A proposal as it is stored. */
export interface StoredProposal extends Proposal {
  readonly id: string;
  readonly kind: ProposalKind;
  /** "attempt:<id>": what it is about. */
  readonly subject: string;
  readonly contestId: string | undefined;
  /** What is proposed, as JSON; its shape is the business of the room that carries it out. */
  readonly body: string;
  readonly reason: string;
  readonly proposedAt: Instant;
  readonly decidedReason: string;
}

const proposalOf = (row: Prisma.ProposalGetPayload<object>): StoredProposal => ({
  id: row.id,
  kind: row.kind as ProposalKind,
  subject: row.subject,
  contestId: row.contestId ?? undefined,
  body: row.body,
  reason: row.reason,
  proposedById: row.proposedById,
  proposedAt: row.proposedAt.getTime(),
  state: row.state as ProposalState,
  decidedById: row.decidedById ?? undefined,
  decidedAt: row.decidedAt?.getTime(),
  decidedReason: row.decidedReason,
});

/** What is asked for when a proposal is made. */
export type NewProposal = Pick<
  StoredProposal,
  'kind' | 'subject' | 'contestId' | 'body' | 'reason' | 'proposedById' | 'proposedAt'
>;

/** Stores a new proposal. @returns its id */
export async function createProposal(tx: Tx, { proposedAt, contestId, ...proposal }: NewProposal): Promise<string> {
  const data = {
    ...proposal,
    contestId: contestId ?? null,
    proposedAt: new Date(proposedAt),
    state: 'waiting',
  };
  return (await tx.proposal.create({ data, select: { id: true } })).id;
}

/** A proposal by its id. */
export async function findProposal(tx: Tx | undefined, id: string): Promise<StoredProposal | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).proposal.findUnique({ where: { id } });
  return row ? proposalOf(row) : undefined;
}

/** The proposal of a kind about something that waits; undefined where none does. */
export async function findWaiting(
  tx: Tx | undefined,
  kinds: readonly ProposalKind[],
  subject: string,
): Promise<StoredProposal | undefined> {
  const row = await (tx ?? (await database())).proposal.findFirst({
    where: { kind: { in: [...kinds] }, subject, state: 'waiting' },
  });
  return row ? proposalOf(row) : undefined;
}

/** Stores how a proposal that waited has ended. @returns whether it still waited */
export async function storeDecision(
  tx: Tx,
  id: string,
  { state, decidedById, decidedAt }: Proposal,
  decidedReason: string,
): Promise<boolean> {
  const decided = { decidedById: decidedById ?? null, decidedAt: decidedAt === undefined ? null : new Date(decidedAt) };
  const { count } = await tx.proposal.updateMany({
    where: { id, state: 'waiting' },
    data: { state, ...decided, decidedReason },
  });
  return count === 1;
}

/** Which proposals are listed. */
export interface ProposalQuery {
  readonly isWaiting: boolean;
  readonly kinds: readonly ProposalKind[];
  readonly skip: number;
  readonly take: number;
}

/** Proposals: those that wait, the oldest first; or those that ended, the latest first. */
export async function findProposals(query: ProposalQuery): Promise<{ rows: StoredProposal[]; total: number }> {
  const client = await database();
  const where: Prisma.ProposalWhereInput = {
    state: query.isWaiting ? 'waiting' : { not: 'waiting' },
    kind: { in: [...query.kinds] },
  };
  const order = query.isWaiting ? 'asc' : 'desc';
  const [rows, total] = await Promise.all([
    client.proposal.findMany({
      where,
      orderBy: [{ proposedAt: order }, { id: order }],
      skip: query.skip,
      take: query.take,
    }),
    client.proposal.count({ where }),
  ]);
  return { rows: rows.map(proposalOf), total };
}

/** How many proposals of a kind wait in a contest. */
export const countWaitingOf = async (contestId: string, kind: ProposalKind): Promise<number> =>
  (await database()).proposal.count({ where: { contestId, state: 'waiting', kind } });
