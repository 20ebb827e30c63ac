import type { Instant } from '../kernel/time.ts';
import type { NetworkTime } from './traces.ts';
import type { Member } from './signal.ts';

/** One question of an attempt that was fast. */
export interface TimedItem {
  readonly slot: number;
  readonly itemVersionId: string;
  readonly syllables: number;
  readonly seconds: number | undefined;
  readonly isRight: boolean;
}

/** How long attempts took: so many from a number of seconds on. */
export interface TimeBar {
  readonly from: number;
  readonly attempts: number;
}

/** What a signal rests on, by kind; figures and ids, no names. */
export type Evidence =
  | {
      readonly kind: 'speed';
      readonly members: readonly Member[];
      readonly seconds: number;
      readonly needed: number;
      readonly score: number;
      readonly maxScore: number;
      readonly alike: number;
      readonly asFast: number;
      readonly items: readonly TimedItem[];
      readonly bars: readonly TimeBar[];
    }
  | {
      readonly kind: 'sameAnswers';
      readonly members: readonly (Member & {
        readonly startedAt: Instant;
        readonly finishedAt: Instant;
        readonly score: number;
      })[];
      /** Attempts that hang together, of which so many are named here. */
      readonly size: number;
      readonly pairs: readonly {
        readonly one: string;
        readonly other: string;
        readonly common: number;
        readonly sameRight: number;
        readonly sameWrong: number;
        readonly chance: number;
      }[];
      readonly compared: number;
      readonly limit: number;
    }
  | {
      readonly kind: 'jump';
      readonly members: readonly [];
      readonly scope: 'round' | 'unit' | 'item';
      readonly scopeId: string;
      readonly from: Instant;
      readonly before: number;
      readonly after: number;
      readonly valueBefore: number;
      readonly valueAfter: number;
      readonly secondsBefore: number;
      readonly secondsAfter: number;
      readonly chance: number;
    }
  | {
      readonly kind: 'manyAccounts';
      readonly members: readonly (Member & { readonly startedAt: Instant; readonly finishedAt: Instant })[];
      readonly accounts: number;
      readonly units: number;
      readonly overlaps: number;
      readonly hasty: number;
    }
  | {
      readonly kind: 'distantNetworks';
      readonly members: readonly Member[];
      readonly times: readonly NetworkTime[];
      readonly networks: number;
      readonly devices: number;
      readonly overlapMs: number;
    };

export type EvidenceOf<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

/** A signal as it is found, before it is stored. */
export interface Found {
  /** What it is about: the same thing is told once. */
  readonly subjectKey: string;
  readonly roundId: string;
  readonly unitId: string | undefined;
  readonly strength: number;
  readonly evidence: Evidence;
}

/** So many members and pairs are named; the rest is counted. */
export const MOST_NAMED = 60;

const BARS = 30;

/** A distribution of seconds as at most thirty bars of equal width, up to the 99th of a hundred; the rest stands in the last. */
export function timeBars(seconds: ReadonlyMap<number, number>): TimeBar[] {
  const entries = [...seconds].toSorted(([a], [b]) => a - b);
  const all = entries.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return [];
  let passed = 0;
  let reach = 1;
  for (const [at, count] of entries) {
    reach = Math.max(1, at);
    if ((passed += count) >= all * 0.99) break;
  }
  const width = Math.max(1, Math.ceil((reach + 1) / BARS));
  const bars = Array.from({ length: Math.ceil((reach + 1) / width) }, (_, index) => ({
    from: index * width,
    attempts: 0,
  }));
  for (const [at, count] of entries) {
    const bar = bars[Math.min(bars.length - 1, Math.floor(at / width))];
    if (bar) bar.attempts += count;
  }
  return bars;
}
