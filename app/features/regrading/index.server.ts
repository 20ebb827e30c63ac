export type { BoardChange, TopPlace } from './board-change.ts';
export { correctKey } from './correct-key.server.ts';
export type { Correcting, CorrectingRefusal } from './open-correcting.server.ts';
export { previewCorrection, type CorrectionPreview } from './preview-correction.server.ts';
export { regrade, regradeOpen } from './regrade.server.ts';
