import { SECOND } from '#app/domain/kernel/time.ts';

/**
 * Rules as they were stored before November 2026, in the shape of today. Anything else is given back as it is; what does
 * not fit is the schema's to refuse.
 */
export function upgradeRules(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('tieBreaks' in stored)) return stored;
  const { tieBreaks, attempts, minimumHeadcount, grace, ...rest } = stored as {
    tieBreaks: string[];
    attempts: { limit: number; counted: string };
    minimumHeadcount: number;
    grace?: number;
  };
  return {
    ...rest,
    grace: grace ?? 15 * SECOND,
    frozenFor: 0,
    ranking: ['score', ...tieBreaks],
    attempts: {
      limits: [{ count: attempts.limit, per: 'round' }],
      counted: attempts.limit === 1 ? 'only' : attempts.counted,
    },
    units: { criteria: ['rate'], minimumHeadcount },
  };
}
