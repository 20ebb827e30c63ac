export { checkAudit, checkContestSeals } from './checking/check-audit.server.ts';
export type { AuditCheck, Finding, FindingCode } from './checking/finding.ts';
export { findingLine } from './finding-words.ts';
export { forgetHead } from './kept-head.server.ts';
export { rotateSigningKey } from './rotate-key.server.ts';
export { runCheck } from './run-check.server.ts';
export { sealExisting } from './seal-existing.server.ts';
export { sealLog } from './seal-log.server.ts';
export {
  forTheMinutes,
  getSealedPage,
  readPackage,
  type ForTheMinutes,
  type SealedRow,
} from './sealing/get-sealed-page.server.ts';
export { makePackage } from './sealing/make-package.server.ts';
export { getLog, getLogState } from './reading/get-log.server.ts';
export { logCsv, logLines } from './reading/log-file.server.ts';
