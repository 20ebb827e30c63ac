/** How a share right reads to somebody who is no statistician. */
export type FacilityReading = 'easy' | 'medium' | 'hard' | 'suspect' | 'unknown';

/** Fewer papers than this say nothing about a question. */
export const LEAST_PAPERS = 10;

/**
 * Reads a facility index (0..1). Under a quarter people do worse than by guessing among four options: then the key, more often
 * than the people, is wrong (Moodle, quiz statistics: "5 or less: extremely difficult or something wrong with the question").
 */
export function readFacility(facility: number | undefined, papers: number): FacilityReading {
  if (facility === undefined || papers < LEAST_PAPERS) return 'unknown';
  if (facility >= 0.8) return 'easy';
  if (facility >= 0.5) return 'medium';
  return facility >= 0.25 ? 'hard' : 'suspect';
}
