import type { PoolItem } from '#app/domain/contests/draw-form.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getPool } from '#app/features/items/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';

const FRESH_MS = 2_000;
let known: { asOf: Instant; pool: Promise<readonly PoolItem[]> } | undefined;

const drop = (): void => {
  known = undefined;
};
whenForgotten(drop);

/** What papers are drawn from, at most two seconds old: thousands who start together ask the bank once. */
export function poolNow(now: Instant): Promise<readonly PoolItem[]> {
  if (known && now >= known.asOf && now - known.asOf < FRESH_MS) return known.pool;
  const pool = getPool();
  known = { asOf: now, pool };
  pool.catch(drop);
  return pool;
}
