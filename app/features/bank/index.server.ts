export type { BatchBefore, BatchKind, ChangedItem, ItemStand } from './batches/batch-before.ts';
