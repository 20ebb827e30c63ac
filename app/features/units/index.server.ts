export { findUnitHit, findUnits, findUnitToJoin, type UnitHit, type UnitSearchAnswer } from './find-units.server.ts';
export { getUnit, type UnitView, type UnitWithNeighbours } from './get-unit.server.ts';
export { getTopUnit } from './get-top-unit.server.ts';
export { getUnitNames } from './get-unit-names.server.ts';
export { listUnits, type UnitRow } from './list-units.server.ts';
export { loadUnits, readUnitFiles } from './load-units.server.ts';
export { dropUnitIndex, getUnitIndex, type UnitIndex, type UnitPlace } from './get-unit-index.server.ts';
export { getHeadcounts, type HeadcountNow } from './get-headcounts.server.ts';
