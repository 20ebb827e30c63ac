export { carryOutProposal, refuseProposal, withdrawProposal, type DecidingRefusal } from './decide-proposal.server.ts';
export { listProposals, PROPOSALS_PER_PAGE, type ProposalRow, type ProposalList } from './list-proposals.server.ts';
export { makeProposal } from './make-proposal.server.ts';
export { findProposal, findWaiting, type StoredProposal } from './proposal.repo.server.ts';
