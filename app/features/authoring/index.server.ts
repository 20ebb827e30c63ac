export { createItem, duplicateItem } from './create-item.server.ts';
export { saveDraft, type SaveRefusal } from './save-draft.server.ts';
export type { DeskDraft, DeskPlace } from './desk.repo.server.ts';
export { endorseItem, returnItem, withdrawItem } from './life/review-item.server.ts';
export { publishItem } from './life/publish-item.server.ts';
export { restoreItem, retireItem } from './life/retire-item.server.ts';
export { submitItem } from './life/submit-item.server.ts';
export { commentOnItem, resolveComment } from './talk/comment-on-item.server.ts';
