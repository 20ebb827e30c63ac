export { copyPaper } from './copy-paper.server.ts';
export { createDraft, type DraftOrigin } from './create-draft.server.ts';
export { discardDraft } from './discard-draft.server.ts';
export { drawSample, type SamplePaper, type SampleQuestion } from './draw-sample.server.ts';
export { exportContest, exportDraft, type ExportedDescription } from './export-description.server.ts';
export { getBank } from './get-bank.server.ts';
export {
  getDraft,
  getSection,
  listDrafts,
  versionOfDraft,
  type DraftHead,
  type DraftOverview,
  type PlacedFault,
  type RoundHead,
  type SectionState,
  type SectionView,
} from './get-draft.server.ts';
export {
  importDescription,
  readDescription,
  type LineFault,
  type ReadDescription,
} from './import-description.server.ts';
export { getPreview, type DraftPreview } from './get-preview.server.ts';
export { listBeginnings, type BeginningView } from './list-beginnings.server.ts';
export { publishDraft, type PublishRefusal } from './publish-draft.server.ts';
export type { CheckedAgainst } from './consistency-faults.server.ts';
export { saveSection, type SectionPlace } from './save-section.server.ts';
