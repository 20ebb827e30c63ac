export type { BatchBefore, BatchKind, ChangedItem, DeletedItem, ItemStand, KeptDraft } from './batches/batch-before.ts';
export type { BatchRow } from './batches/batch.repo.server.ts';
export { findBatch, getUndoObstacles, listBatches, type UndoObstacles } from './batches/get-batches.server.ts';
export { undoBatch, type Undone } from './batches/undo-batch.server.ts';
export { planBulk, type BulkOrder, type BulkPlan, type LeftOut } from './bulk/plan-bulk.server.ts';
export { runBulk, type BulkDone } from './bulk/run-bulk.server.ts';
export { findSimilar, findSimilarOfEach, type SimilarFound } from './find-similar.server.ts';
export { findBankIds, listBank, type BankPage, type BankRow } from './list-bank.server.ts';
export { getCoverage, type Coverage } from './get-coverage.server.ts';
