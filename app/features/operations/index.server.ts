export { recordLook, recordLooks, recordTaking } from './record-look.server.ts';
export { markDemo } from './mark-demo.server.ts';
export { canRead, hasDemoData } from './operations.repo.server.ts';
