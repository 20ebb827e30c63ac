export type { BatchBefore, BatchKind, ChangedItem, ItemStand } from './batches/batch-before.ts';
export { findSimilar, findSimilarOfEach, type SimilarFound } from './find-similar.server.ts';
