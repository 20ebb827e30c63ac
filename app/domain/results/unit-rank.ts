import type { UnitCriterion } from '../contests/contest.ts';
import { meanScore, participationRate, type ParticipationFigures } from './participation-rate.ts';

/** What a criterion sees in the figures of a unit; undefined where the figure does not exist. */
export function valueBy(criterion: UnitCriterion, figures: ParticipationFigures): number | undefined {
  switch (criterion) {
    case 'people':
      return figures.people;
    case 'rate':
      return participationRate(figures);
    case 'meanScore':
      return meanScore(figures);
    case 'allRight':
      return figures.allRight;
  }
}

/** Criteria by which a few people would decide: they rank only units of the minimum headcount. */
export const needsHeadcount = (criterion: UnitCriterion): boolean => criterion === 'rate' || criterion === 'meanScore';

/** Criteria that tell what people scored, so that they are shown no earlier than the board of persons. */
export const tellsScores = (criterion: UnitCriterion): boolean => criterion === 'meanScore' || criterion === 'allRight';

/**
 * Ranks units by one criterion, the highest first, 1 2 2 4. Units without a value, and by rate and mean score those under
 * the minimum headcount, stand behind all others without a rank; equal ones and unranked ones in the order they came in.
 */
export function rankUnitsBy<U extends { readonly figures: ParticipationFigures }>(
  units: readonly U[],
  criterion: UnitCriterion,
  minimumHeadcount: number,
): { unit: U; rank: number | undefined }[] {
  const valued = units.map((unit) => ({ unit, value: rankedValue(unit.figures, criterion, minimumHeadcount) }));
  // why toSorted is enough: it is stable.
  const sorted = valued.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0);
  let rank = 0;
  return sorted.map(({ unit, value }, index) => {
    if (value === undefined) return { unit, rank: undefined };
    if (value !== sorted[index - 1]?.value) rank = index + 1;
    return { unit, rank };
  });
}

function rankedValue(
  figures: ParticipationFigures,
  criterion: UnitCriterion,
  minimumHeadcount: number,
): number | undefined {
  const isTooSmall = needsHeadcount(criterion) && figures.headcount < minimumHeadcount;
  return isTooSmall ? undefined : valueBy(criterion, figures);
}
