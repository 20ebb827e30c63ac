export { ATTEMPTS_CHOICES, attemptsChoiceOf, DEFAULT_CHOICE, type AttemptsChoice } from './attempts-choice.ts';
export { getRoundAnalysis, recountRound } from './get-round-analysis.server.ts';
