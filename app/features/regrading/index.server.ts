export type { BoardChange, TopPlace } from './board-change.ts';
export { correctKey } from './correct-key.server.ts';
export type { Correcting, CorrectingRefusal } from './open-correcting.server.ts';
export { previewCorrection, type CorrectionPreview } from './preview-correction.server.ts';
export {
  carryOutCorrection,
  correctionSubject,
  proposeCorrection,
  readCorrection,
  type CorrectionProposalRefusal,
} from './propose-correction.server.ts';
export { regrade, regradeOpen } from './regrade.server.ts';
export { getCorrectionProposal } from './get-correction-proposal.server.ts';
export { getKeyItem, type KeyItem } from './get-key-item.server.ts';
export { getUnseenChanges, readOwnChanges } from './get-mark-changes.server.ts';
export { listKeyItems } from './list-key-items.server.ts';
export { startRegrading } from './start-regrading.server.ts';
