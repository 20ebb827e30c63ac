export { keepApart } from './decide-pair.server.ts';
export { findDuplicates } from './find-duplicates.server.ts';
export { getPair, type PairView, type PersonSide } from './get-pair.server.ts';
export { listMerges, MERGES_PER_PAGE, type MergeRow } from './list-merges.server.ts';
export { listPairs, PAIRS_PER_PAGE, type PairRow } from './list-pairs.server.ts';
export { mergeAccounts, type MergeRefusal } from './merge-accounts.server.ts';
export { undoMerge, type UndoRefusal } from './undo-merge.server.ts';
