export { carryOutProposal, refuseProposal, withdrawProposal, type DecidingRefusal } from './decide-proposal.server.ts';
export { countWaitingOf } from './proposal.repo.server.ts';
export {
  listProposals,
  proposalRows,
  PROPOSALS_PER_PAGE,
  rightFor,
  type ProposalList,
  type ProposalRow,
} from './list-proposals.server.ts';
export { makeProposal } from './make-proposal.server.ts';
export { findProposal, findWaiting, type StoredProposal } from './proposal.repo.server.ts';
