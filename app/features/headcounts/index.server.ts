export { doHeadcountAct, type HeadcountAct } from './do-headcount-act.server.ts';
export { approveHeadcounts, returnHeadcounts, withdrawHeadcount, type Decided } from './decide-headcounts.server.ts';
export { getHeadcountPage, type CategoryFigures, type HeadcountPage } from './get-headcount-page.server.ts';
export { headcountXlsx } from './headcount-table.server.ts';
export { listWaiting, type WaitingList, type WaitingRow } from './list-waiting.server.ts';
export { proposeHeadcounts } from './propose-headcounts.server.ts';
export {
  readHeadcountTable,
  unpackProposals,
  type JudgedLine,
  type JudgedTable,
} from './read-headcount-table.server.ts';
export { linesToShow, tableFaultSentence } from './show-table.server.ts';
