import type { Prediction, RankCriterion } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';

/** What ranks are based on, and what was frozen and drawn for them. */
export interface BoardBasis {
  readonly ranking: readonly RankCriterion[];
  readonly prediction:
    | {
        readonly asks: Prediction['asks'];
        readonly scope: Prediction['scope'];
        /** Undefined until it is frozen. */
        readonly actual: { readonly number: number; readonly frozenAt: Instant } | undefined;
      }
    | undefined;
  readonly lot:
    | {
        /** SHA-256 of the seed in hex; undefined where the lot has none of its own. */
        readonly commitment: string | undefined;
        /** Undefined until it is published. */
        readonly seed: string | undefined;
      }
    | undefined;
}
