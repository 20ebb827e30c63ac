export { applyImport, changeDefaults, dropImport } from './importing/choose-import.server.ts';
export { createImport } from './importing/create-import.server.ts';
export {
  getImport,
  getImportRows,
  listImports,
  type ImportCard,
  type ImportView,
  type RowFilter,
} from './importing/get-import.server.ts';
export { runImport, runImports, stopImports } from './importing/run-imports.server.ts';
export { type OptionView, type RowView } from './report/row-view.server.ts';
export { knownTopics } from './known-topics.server.ts';
export { machineReport } from './report/machine-report.ts';
export { csvReport } from './report/csv-report.ts';
export { exportPreview, idsOfAddress } from './exporting/export-preview.server.ts';
export { countLosses, exportItems } from './exporting/export-items.server.ts';
export { getImportTemplate } from './get-import-template.server.ts';
export { actSentence, noteSentence, placeWords, refusalSentence } from './report/sentences.ts';
