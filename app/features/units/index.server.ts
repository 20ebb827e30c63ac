export { findUnitHit, findUnits, findUnitToJoin, type UnitHit, type UnitSearchAnswer } from './find-units.server.ts';
export { getUnit, type UnitView, type UnitWithNeighbours } from './get-unit.server.ts';
export { getTopUnit } from './get-top-unit.server.ts';
export { getUnitNames } from './get-unit-names.server.ts';
export { listUnits, type UnitRow } from './list-units.server.ts';
export { loadUnits } from './load-units.server.ts';
export { readUnitFiles } from './read-unit-files.server.ts';
export { dropUnitIndex, getUnitIndex, type UnitIndex, type UnitPlace } from './get-unit-index.server.ts';
export { getUnitTree, type UnitTree } from './get-unit-tree.server.ts';
export { getHeadcounts, type HeadcountNow } from './get-headcounts.server.ts';
export { dayOfTree, getUnitBrowser, type BrowsedUnit, type UnitBrowser } from './get-unit-browser.server.ts';
export { getUnitRelations, type RelatedUnit, type UnitRelations } from './get-unit-relations.server.ts';
export { carryOutChanges } from './changing/carry-out-changes.server.ts';
export { changeTree, type AskedChange } from './changing/change-tree.server.ts';
export { previewChange, type ChangePreview } from './changing/preview-change.server.ts';
export { undoChange } from './changing/undo-change.server.ts';
export {
  applyUnitImport,
  applyUnitRows,
  createUnitImport,
  previewUnitRows,
  readUnitFile,
  type UnitFileRefusal,
} from './changing/import-units.server.ts';
export { exportUnitTree, unitTemplate } from './changing/tree-file.server.ts';
export { getManagedUnit, type ManagedUnit } from './changing/get-managed-unit.server.ts';
export { listManagedUnits, type ManagedBranch } from './changing/list-managed-units.server.ts';
export {
  getUnitChange,
  listUnitChanges,
  type ListedChange,
  type UnitChangeView,
} from './changing/list-unit-changes.server.ts';
export { getUnitImport, type UnitImportReport } from './changing/get-unit-import.server.ts';
export { rowSentences, rowStateWord, unitChangeSentence, unitFileSentence } from './changing/import-sentences.ts';
