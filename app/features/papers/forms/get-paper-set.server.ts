import type { ContestRules, Round } from '#app/domain/contests/contest.ts';
import type { Shortfall } from '#app/domain/contests/draw-form.ts';
import { mediaOf } from '#app/domain/items/item.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { drawVariants } from '#app/domain/papers/draw-variants.ts';
import { printPaper } from '#app/domain/papers/print-paper.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getBodies, getPool } from '#app/features/items/index.server.ts';
import type { PaperSet } from './paper-set.ts';
import { printableImages } from './printable-images.server.ts';

/** What an organizer asks for. */
export interface PaperOrder {
  readonly contestSlug: string;
  /** Number of the round. */
  readonly round: number;
  readonly variants: number;
  readonly sameItems: boolean;
  readonly seed: string;
  /** Empty: the organizer of the contest. */
  readonly letterhead: string;
  readonly now: Instant;
}

/**
 * Draws a set of papers for a round from the bank as it is now. Nothing is stored: the same seed and the same bank give the
 * same set. @returns undefined for no such contest or round; refused where the bank cannot fill the blueprint
 */
export async function getPaperSet(order: PaperOrder): Promise<Result<PaperSet, Shortfall> | undefined> {
  const found = await getContest(order.contestSlug, order.now);
  const round = found?.contest.rounds.find(({ number }) => number === order.round);
  if (!found || !round) return undefined;
  const { title, rules } = found.contest;
  const pool = await getPool();
  const { blueprint, kind } = round;
  const drawn = drawVariants(
    { blueprint, kind, seed: order.seed, count: order.variants, sameItems: order.sameItems },
    pool,
  );
  if (!drawn.ok) return drawn;
  const ids = new Set(drawn.value.flatMap(({ form }) => form.slots.map(({ itemVersionId }) => itemVersionId)));
  const bodies = await getBodies([...ids]);
  return ok({
    letterhead: order.letterhead || rules.organizer,
    contestTitle: title,
    roundTitle: round.title,
    minutes: Math.round(round.duration / 60_000),
    seed: order.seed,
    drawnAt: order.now,
    papers: drawn.value.map((variant) => printPaper(variant, blueprint, bodies, rules.marking)),
    predictionAsks: predictionOf(rules, round),
    images: await printableImages([...bodies.values()].flatMap(mediaOf)),
  });
}

const predictionOf = (rules: ContestRules, round: Round): PaperSet['predictionAsks'] =>
  round.kind === 'contest' ? rules.prediction?.asks : undefined;
