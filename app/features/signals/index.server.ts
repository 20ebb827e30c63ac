export { askAbout, dismissSignal, upholdSignal, type DecideRefusal } from './decide-signal.server.ts';
export { findSignals, searchDue, type RoundSearch } from './find-signals.server.ts';
export { getSignalPage, type SignalPage } from './get-signal-page.server.ts';
export { listSignalsPage, type SignalList, type SignalQuery, type SignalRow } from './list-signals-page.server.ts';
export {
  getOwnSignal,
  listOwnSignals,
  makeStatement,
  type OwnSignal,
  type StatementRefusal,
} from './own-signals.server.ts';
export { noteTrace, writeTraces } from './trace-memory.server.ts';
