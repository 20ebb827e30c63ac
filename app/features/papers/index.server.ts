export { getPaperPage } from './forms/get-paper-page.server.ts';
export { newSeed } from './forms/new-seed.server.ts';
export { getPaperSet } from './forms/get-paper-set.server.ts';
export { writePaperSet } from './forms/write-paper-set.server.ts';
