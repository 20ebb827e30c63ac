import type { Actor } from '#app/domain/identity/actor.ts';
import { can, type Action } from '#app/domain/identity/permissions.ts';
import { PROPOSAL_KINDS, type ProposalKind } from '#app/domain/proposals/proposal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { findProposals, type StoredProposal } from './proposal.repo.server.ts';

/** Who proposes an act may also decide on one of others. */
const RIGHTS: Record<ProposalKind, Action> = {
  correctKey: 'correct-keys',
  setAside: 'decide-signals',
  restoreAttempt: 'decide-signals',
};

/** The right that proposing and deciding asks for. */
export const rightFor = (kind: ProposalKind): Action => RIGHTS[kind];

/** A proposal in the list: without what is proposed in detail, which its own page shows. */
export interface ProposalRow extends Pick<StoredProposal, 'id' | 'kind' | 'reason' | 'proposedAt' | 'state'> {
  readonly contest: { readonly slug: string; readonly title: string } | undefined;
  readonly proposedBy: string;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Instant | undefined;
  readonly decidedReason: string;
  /** Made by who looks: somebody else decides. */
  readonly isOwn: boolean;
}

export interface ProposalList {
  readonly rows: readonly ProposalRow[];
  readonly total: number;
  readonly waiting: number;
}

export const PROPOSALS_PER_PAGE = 25;

interface Query {
  readonly actor: Actor;
  readonly topPath: string;
  readonly isWaiting: boolean;
  /** From 1. */
  readonly page: number;
  readonly now: Instant;
}

/** The proposals of those kinds that the actor may decide on. */
export async function listProposals({ actor, topPath, isWaiting, page, now }: Query): Promise<ProposalList> {
  const kinds = PROPOSAL_KINDS.filter((kind) => can(actor, RIGHTS[kind], topPath));
  const skip = (page - 1) * PROPOSALS_PER_PAGE;
  const [found, waiting] = await Promise.all([
    findProposals({ isWaiting, kinds, skip, take: PROPOSALS_PER_PAGE }),
    findProposals({ isWaiting: true, kinds, skip: 0, take: 0 }),
  ]);
  return { rows: await proposalRows(found.rows, actor, now), total: found.total, waiting: waiting.total };
}

/** Proposals with the names of contests and people, as pages show them. */
export async function proposalRows(
  rows: readonly StoredProposal[],
  actor: Actor,
  now: Instant,
): Promise<ProposalRow[]> {
  const names = await getFullNames(
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? []].flat()),
  );
  const contests = new Map((await listContests(now)).map(({ contest }) => [contest.id, contest]));
  return rows.map((row) => {
    const contest = row.contestId === undefined ? undefined : contests.get(row.contestId);
    return {
      id: row.id,
      kind: row.kind,
      reason: row.reason,
      proposedAt: row.proposedAt,
      state: row.state,
      contest: contest && { slug: contest.slug, title: contest.title },
      proposedBy: names.get(row.proposedById) ?? '',
      decidedBy: row.decidedById === undefined ? undefined : (names.get(row.decidedById) ?? ''),
      decidedAt: row.decidedAt,
      decidedReason: row.decidedReason,
      isOwn: row.proposedById === actor.accountId,
    };
  });
}
