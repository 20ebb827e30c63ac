export type { BatchBefore, BatchKind, ChangedItem, ItemStand } from './batches/batch-before.ts';
export { findSimilar, findSimilarOfEach, type SimilarFound } from './find-similar.server.ts';
export { findBankIds, listBank, type BankPage, type BankRow } from './list-bank.server.ts';
