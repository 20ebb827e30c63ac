import { roundMark } from '../kernel/numbers.ts';

/** What an attempt earned, and what its paper could earn. */
export interface ScoreOfPaper {
  readonly score: number;
  readonly maxScore: number;
}

/**
 * The score by which papers of a round compare when items of some of them were voided: the score is scaled to what a whole
 * paper of the round earns (score × full / maximum), so that nobody gains or loses by having drawn a voided item. Of a paper
 * that is whole, the score itself; of one that is voided wholly, the full one. Moodle scales the same way when a question
 * of a quiz is given the mark 0.
 * @param full what a whole paper of the round can earn
 */
export function comparableScore({ score, maxScore }: ScoreOfPaper, full: number): number {
  if (maxScore >= full) return score;
  return maxScore <= 0 ? full : roundMark((score * full) / maxScore);
}
