export {
  countAttempts,
  findFinished,
  findOwnAttempts,
  findUnranked,
  markRanked,
  sumOutcomes,
  type StoredAttempt,
} from './attempt.repo.server.ts';
export { expireOverdue } from './expire-overdue.server.ts';
export { getAnswerSheet, type AnswerSheet, type SheetQuestion } from './get-answer-sheet.server.ts';
export { getResult, type AttemptResult, type ReviewedQuestion } from './get-result.server.ts';
export { readSheetForm } from './read-sheet-form.server.ts';
export { SaveResponses } from './save-responses.schema.ts';
export { saveResponses, type HeldResponse, type Saved } from './save-responses.server.ts';
export { startAttempt } from './start-attempt.server.ts';
export { submitAttempt } from './submit-attempt.server.ts';
