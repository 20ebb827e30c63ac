export { actOnUnitPage } from './act-on-unit-page.server.ts';
export { agreeToTransfer, confirmTransfer, refuseTransfer, withdrawTransfer } from './act-on-transfer.server.ts';
export { getOwnTransfers, type OwnTransfers } from './get-own-transfers.server.ts';
export {
  findPersonOfBranch,
  listUnitTransfers,
  searchPeopleOfBranch,
  TRANSFERS_PER_PAGE,
  type TransferCandidate,
  type UnitTransferView,
} from './list-unit-transfers.server.ts';
export { openTransfers } from './open-transfers.server.ts';
export { requestTransfer } from './request-transfer.server.ts';
export { type MoveView, type TransferView } from './transfer-view.server.ts';
