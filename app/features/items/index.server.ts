export { countBank, type BankCount } from './bank-count.repo.server.ts';
export { getBodies } from './get-bodies.server.ts';
export { getItemLabels, type ItemLabel } from './get-item-labels.server.ts';
export { getPool } from './get-pool.server.ts';
export { readContestItems, readPracticeItems, type AuthoredItem, type AuthoredItems } from './item.source.server.ts';
export { loadItems, type LoadedItems } from './load-items.server.ts';
