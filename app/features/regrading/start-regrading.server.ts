import type { Instant } from '#app/domain/kernel/time.ts';
import { logger } from '#app/platform/logger.server.ts';
import { regrade } from './regrade.server.ts';

/** Batches that the request which made a correction waits for: some seconds, and a contest of a commune whole. */
const AT_ONCE = 10;

/**
 * Begins to grade again what a correction changes, and in small contests ends it. What is left is done by the sweep, also
 * when this fails: the correction itself is made and must not look refused.
 * @param most batches that are waited for
 */
export async function startRegrading(
  correctionId: string,
  now: Instant,
  { most = AT_ONCE }: { most?: number } = {},
): Promise<{ isDone: boolean }> {
  try {
    return await regrade(correctionId, { now, most });
  } catch (error) {
    logger.error({ err: error, correctionId }, 'the sweep has to grade again');
    return { isDone: false };
  }
}
