export {
  getAttemptRecord,
  getProposedAttempt,
  getRulingsOf,
  type AttemptRecord,
  type RulingView,
} from './get-attempt-record.server.ts';
export { listRulings, RULINGS_PER_PAGE, type RulingList } from './list-rulings.server.ts';
export {
  carryOutRuling,
  proposeRestore,
  proposeSetAside,
  type RulingProposalRefusal,
} from './propose-ruling.server.ts';
export { rule, type Ruling } from './rule.server.ts';
export { withdrawAttempts } from './withdraw.server.ts';
