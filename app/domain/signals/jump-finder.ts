import type { Instant } from '../kernel/time.ts';
import { findJump, momentsOf, Series, type Jump } from './jump.ts';
import { strengthOf } from './probability.ts';
import { shareOf, type Sitting } from './sitting.ts';
import { THRESHOLDS } from './thresholds.ts';

const LIMITS = THRESHOLDS.jump;

/** A jump, of what, and from when on. */
export interface JumpSignal extends Jump {
  /** The whole round, one unit, or one question. */
  readonly scope: 'round' | 'unit' | 'item';
  /** The unit or the item version; empty for the round. */
  readonly scopeId: string;
  readonly from: Instant;
  readonly strength: number;
}

interface Looked {
  readonly scope: JumpSignal['scope'];
  readonly scopeId: string;
  readonly series: Series;
  readonly binMs: number;
}

/**
 * Looks for moments of a round from which on more was right in less time, as after a key has leaked: of the whole round, of each
 * unit, and of each question. A question is measured against the rest of the same attempt, so that able people who come late
 * raise no question. Attempts may come in any order; only sums are kept.
 */
export class JumpFinder {
  readonly #opensAt: Instant;
  readonly #binMs: number;
  readonly #unitBinMs: number;
  readonly #round = new Series();
  readonly #units = new Map<string, Series>();
  readonly #items = new Map<string, Series>();

  constructor({ opensAt, closesAt }: { opensAt: Instant; closesAt: Instant }) {
    const length = Math.max(1, closesAt - opensAt);
    this.#opensAt = opensAt;
    this.#binMs = Math.max(LIMITS.shortestBin, length / LIMITS.bins);
    this.#unitBinMs = Math.max(LIMITS.shortestBin, length / LIMITS.unitBins);
  }

  add(sitting: Sitting): void {
    const { answers, unitId, startedAt, durationMs } = sitting;
    if (answers.length === 0) return;
    // why the start: who has a key has it before the first question.
    const since = Math.max(0, startedAt - this.#opensAt);
    const bin = Math.floor(since / this.#binMs);
    const whole = { value: shareOf(sitting), seconds: durationMs / 1_000 };
    this.#round.add({ bin, ...whole });
    seriesOf(this.#units, unitId).add({ bin: Math.floor(since / this.#unitBinMs), ...whole });
    const right = answers.filter(({ isRight }) => isRight).length;
    for (const { itemVersionId, isRight, seconds } of answers) {
      const rest = answers.length > 1 ? (right - Number(isRight)) / (answers.length - 1) : 0;
      seriesOf(this.#items, itemVersionId).add({ bin, value: Number(isRight) - rest, seconds });
    }
  }

  /** What jumps. Strongest first. */
  signals(): JumpSignal[] {
    const all: readonly Looked[] = [
      { scope: 'round', scopeId: '', series: this.#round, binMs: this.#binMs },
      ...[...this.#units].map(
        ([scopeId, series]) => ({ scope: 'unit', scopeId, series, binMs: this.#unitBinMs }) as const,
      ),
      ...[...this.#items].map(([scopeId, series]) => ({ scope: 'item', scopeId, series, binMs: this.#binMs }) as const),
    ];
    const moments = all.reduce((sum, { series }) => sum + momentsOf(series), 0);
    const limit = LIMITS.jumpsByChance / Math.max(1, moments);
    return all
      .flatMap(({ scope, scopeId, series, binMs }): JumpSignal[] => {
        const jump = findJump(series, limit);
        if (!jump) return [];
        const from = Math.round(this.#opensAt + jump.bin * binMs);
        return [{ ...jump, scope, scopeId, from, strength: strengthOf(jump.chance, limit) }];
      })
      .toSorted((a, b) => b.strength - a.strength || a.chance - b.chance);
  }
}

function seriesOf(all: Map<string, Series>, id: string): Series {
  let series = all.get(id);
  if (!series) all.set(id, (series = new Series()));
  return series;
}
