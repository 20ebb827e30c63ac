export { applyRetention, keepRetention, type RetentionRow } from './apply-retention.server.ts';
export {
  answerRequest,
  listOwnRequests,
  listRequests,
  REQUESTS_PER_PAGE,
  type AnswerRefusal,
} from './answer-request.server.ts';
export { askAfterSignIn } from './ask-after-sign-in.server.ts';
export { askAboutData, correctIdentity, withdrawRequest } from './correct-identity.server.ts';
export { eraseOwnData, listUnsettledContests } from './erase-own.server.ts';
export { processingRecordDocx, processingRecordMarkdown } from './processing-record.server.ts';
export { incidentMarkdown, reportIncident } from './report-incident.server.ts';
export { exportErasures, reapplyErasures } from './erasures.server.ts';
export { getLooks, LOOKS_PER_PAGE } from './get-looks.server.ts';
export { getOwnData, type GivenTable } from './get-own-data.server.ts';
export { ownDataHtml, ownDataJson } from './own-data-files.server.ts';
