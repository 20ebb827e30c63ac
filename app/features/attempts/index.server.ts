export { asksPrediction } from './attempt-frame.server.ts';
export { writerOf, type Writer } from './attempt-token.server.ts';
export { announceRound } from './attempt-hub.server.ts';
export { findOwnAttempts, type StoredAttempt } from './attempt.repo.server.ts';
export { expireOverdue } from './expire-overdue.server.ts';
export {
  countRunning,
  countUnsettled,
  countValid,
  findFinished,
  findUnranked,
  hasUnranked,
  markRanked,
  type UnrankedAttempt,
  sumOutcomes,
} from './finished.repo.server.ts';
export { getAnswerSheet, type AnswerSheet, type SheetQuestion } from './get-answer-sheet.server.ts';
export { getAttemptState, type AttemptStateNow } from './get-attempt-state.server.ts';
export { getLobby, type Lobby } from './get-lobby.server.ts';
export { getResult, type AttemptResult, type ReviewedQuestion } from './get-result.server.ts';
export { countHistories, findHistories, type History } from './history.repo.server.ts';
export { prepareUpcoming } from './prepare-upcoming.server.ts';
export { loadPool, poolHashOf } from './prepared-form.repo.server.ts';
export { hasPredictionFault, readPrediction, readSheetForm } from './read-sheet-form.server.ts';
export { findRulings, findRulingState, pageRulings, storeRuling, type StoredRuling } from './ruling.repo.server.ts';
export { markAgain } from './regrade/mark-again.server.ts';
export {
  countMarked,
  countResponses,
  findMarked,
  isOnPaper,
  storeMarks,
  type MarkedAttempt,
  type NewMarks,
} from './regrade/marked.repo.server.ts';
export { SaveResponses, SubmitAttempt } from './save-responses.schema.ts';
export { saveResponses, type HeldResponse, type Saved } from './save-responses.server.ts';
export { startAttempt } from './start-attempt.server.ts';
export { submitAttempt } from './submit-attempt.server.ts';
export { touchDeadlines } from './touch-deadlines.server.ts';
export { watchAttempt } from './watch-attempt.server.ts';
