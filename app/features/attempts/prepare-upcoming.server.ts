import { drawForm, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { countExpected, listContests, type ContestNow, type RoundNow } from '#app/features/contests/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { poolNow } from './pool-now.server.ts';
import {
  countPrepared,
  dropUseless,
  hasUseless,
  newSeed,
  snapshotPool,
  sourceOf,
  storePrepared,
  type PreparedPaper,
} from './prepared-form.repo.server.ts';

/** Papers are drawn from so long before the opening: even a full stock takes some minutes of sweeps. */
export const PREPARED_BEFORE = 30 * MINUTE;

/**
 * The most that are kept for a round: what a server starts in its first ten seconds or so. Behind them starts draw for
 * themselves again, at some milliseconds each. A paper is about 3 kB, so that this is about 6 MB.
 */
export const MOST_PREPARED = 2_000;

/** The least: a round whose people nobody has counted, or that is open to all, may have more than were expected. */
export const LEAST_PREPARED = 200;

/** While a round is open new ones are drawn when the stock is down to this share. */
const LOW = 0.25;

/** The most that one call draws, in transactions of so many: nobody who sits an attempt waits for more than one of them. */
const MOST_IN_A_CALL = 200;
const IN_A_TRANSACTION = 20;

/** How many papers a round should have in stock before it opens, when so many people may come. */
export const stockFor = (expected: number | undefined): number =>
  Math.min(MOST_PREPARED, Math.max(LEAST_PREPARED, expected ?? MOST_PREPARED));

const isNear = ({ round, phase, window }: RoundNow, now: Instant): boolean =>
  round.kind === 'contest' &&
  (phase === 'open' || phase === 'paused' || (phase === 'upcoming' && window.opensAt - now <= PREPARED_BEFORE));

/**
 * Draws papers ahead for contest rounds that open soon, and for those that are open while their stock runs low, from the
 * bank as it is; drops papers of another state of the bank, of another blueprint, and of rounds that are over. Each paper is
 * kept with its seed, and what it was drawn from is kept too. A call draws a bounded number.
 * @returns how many were drawn and dropped now
 */
export async function prepareUpcoming({ now }: { now: Instant }): Promise<{ prepared: number; dropped: number }> {
  const contests = await listContests(now);
  const near = contests.flatMap((contestNow) =>
    contestNow.rounds.filter((each) => isNear(each, now)).map((roundNow) => ({ contestNow, roundNow })),
  );
  const pool = near.length > 0 ? await poolNow(now) : [];
  const sources = near.map(({ roundNow }) => sourceOf(roundNow.round, pool));
  const dropped = (await hasUseless(sources)) ? await inTransaction((tx) => dropUseless(tx, sources)) : 0;
  let prepared = 0;
  for (const { contestNow, roundNow } of near.toSorted(byOpening)) {
    const missing = await missingOf(contestNow, roundNow, pool, now);
    prepared += await prepare(roundNow, pool, Math.min(missing, MOST_IN_A_CALL - prepared), now);
  }
  return { prepared, dropped };
}

const byOpening = (a: { roundNow: RoundNow }, b: { roundNow: RoundNow }): number =>
  a.roundNow.window.opensAt - b.roundNow.window.opensAt;

async function missingOf(
  { contest }: ContestNow,
  { round, phase }: RoundNow,
  pool: readonly PoolItem[],
  now: Instant,
): Promise<number> {
  const wanted = stockFor(await countExpected(contest, now));
  const left = await countPrepared(sourceOf(round, pool));
  const isLow = phase === 'upcoming' || left < wanted * LOW;
  return isLow ? Math.max(0, wanted - left) : 0;
}

async function prepare({ round }: RoundNow, pool: readonly PoolItem[], count: number, now: Instant): Promise<number> {
  const source = sourceOf(round, pool);
  for (let done = 0; done < count;) {
    const papers: PreparedPaper[] = [];
    while (papers.length < Math.min(IN_A_TRANSACTION, count - done)) {
      const seed = newSeed(source);
      const drawn = drawForm(round.blueprint, pool, seed, round.kind);
      // why not an error: the rules page and the check of contents say so, and whoever starts is told.
      if (!drawn.ok) return done;
      papers.push({ seed, poolHash: source.poolHash, form: drawn.value });
    }
    await inTransaction(async (tx) => {
      await snapshotPool(tx, pool, now);
      await storePrepared(tx, round.id, papers, now);
    });
    done += papers.length;
  }
  return count;
}
