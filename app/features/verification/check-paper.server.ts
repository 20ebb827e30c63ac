import { drawForm, type PoolItem } from '#app/domain/contests/draw-form.ts';
import type { Round } from '#app/domain/contests/contest.ts';
import { loadPool, poolHashOf, type StoredAttempt } from '#app/features/attempts/index.server.ts';
import type { Difference } from './verification.ts';

/** States of the bank that are kept in memory at one time; attempts of one day mostly share one. */
const MOST_POOLS = 8;

/** Draws papers again from what they were drawn from. */
export class PaperCheck {
  readonly #pools = new Map<string, Promise<readonly PoolItem[] | undefined>>();
  drawn = 0;
  /** Attempts of before the state of the bank was kept. */
  unkept = 0;

  /** What is wrong with the paper of an attempt; nothing where it is drawn again to the letter. */
  async faultsOf(attempt: StoredAttempt, round: Round): Promise<Omit<Difference, 'attemptId'>[]> {
    if (attempt.poolHash === '') {
      this.unkept += 1;
      return [];
    }
    const pool = await this.#poolOf(attempt.poolHash);
    if (!pool) return [{ what: 'pool', stored: attempt.poolHash, derived: 'none is kept' }];
    if (poolHashOf(pool) !== attempt.poolHash) {
      return [{ what: 'pool', stored: attempt.poolHash, derived: poolHashOf(pool) }];
    }
    const drawn = drawForm(round.blueprint, pool, attempt.seed, round.kind);
    this.drawn += 1;
    const [stored, derived] = [JSON.stringify(attempt.form), drawn.ok ? JSON.stringify(drawn.value) : drawn.error.code];
    return stored === derived ? [] : [{ what: 'paper', stored, derived }];
  }

  #poolOf(hash: string): Promise<readonly PoolItem[] | undefined> {
    const known = this.#pools.get(hash) ?? loadPool(hash);
    this.#pools.delete(hash);
    this.#pools.set(hash, known);
    const oldest = this.#pools.keys().next();
    if (this.#pools.size > MOST_POOLS && !oldest.done) this.#pools.delete(oldest.value);
    return known;
  }
}
