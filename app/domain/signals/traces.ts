import type { Instant } from '../kernel/time.ts';
import { THRESHOLDS } from './thresholds.ts';

/** From where an attempt was answered, by keyed hashes, and when first and last. */
export interface Trace {
  readonly attemptId: string;
  readonly accountId: string;
  readonly deviceHash: string;
  readonly networkHash: string;
  readonly wideHash: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** An attempt on a device. */
export interface OnDevice {
  readonly attemptId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** Many accounts on one device. */
export interface ManyAccounts {
  /** In order of their start. */
  readonly attempts: readonly OnDevice[];
  readonly accounts: number;
  readonly units: number;
  /** Attempts that began before one of another account was over. */
  readonly overlaps: number;
  /** Attempts that began within a minute of the end of the one before, by another account. */
  readonly hasty: number;
  readonly strength: number;
}

/**
 * What attempts on one device in one round say: undefined for few accounts. A computer room of a school is honest: one after
 * the other, all of one unit, with time to change seats; that alone stays weak, however many there are.
 */
export function manyAccountsOf(onDevice: readonly OnDevice[]): ManyAccounts | undefined {
  const attempts = onDevice.toSorted((a, b) => a.startedAt - b.startedAt || a.attemptId.localeCompare(b.attemptId));
  const accounts = new Set(attempts.map(({ accountId }) => accountId)).size;
  if (accounts < THRESHOLDS.manyAccounts.leastAccounts) return undefined;
  const units = new Set(attempts.map(({ unitId }) => unitId)).size;
  let overlaps = 0;
  let hasty = 0;
  let end = -Infinity;
  let ender = '';
  for (const { accountId, startedAt, finishedAt } of attempts) {
    if (accountId !== ender && startedAt < end) overlaps += 1;
    else if (accountId !== ender && startedAt - end < THRESHOLDS.manyAccounts.hastyGap) hasty += 1;
    if (finishedAt >= end) [end, ender] = [finishedAt, accountId];
  }
  const steps = Math.max(1, attempts.length - 1);
  const strength =
    0.1 + 0.3 * Math.min(1, overlaps / steps) + 0.3 * Math.min(1, hasty / steps) + 0.3 * Math.min(1, (units - 1) / 3);
  return { attempts, accounts, units, overlaps, hasty, strength: Math.min(1, strength) };
}

/** One network of an attempt, without its hash. */
export interface NetworkTime {
  /** 1, 2, …: in order of their first use; equal for equal networks. */
  readonly network: number;
  /** 1, 2, …; 0 for a browser that keeps no number. */
  readonly device: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** An attempt that was answered from distant networks there and back. */
export interface DistantNetworks {
  readonly attemptId: string;
  readonly accountId: string;
  readonly times: readonly NetworkTime[];
  readonly networks: number;
  readonly devices: number;
  /** For how long two networks were both in use, ms. */
  readonly overlapMs: number;
  readonly strength: number;
}

/**
 * What the traces of one attempt say: undefined unless times of two distant networks lie within one another. Going once from
 * one network to another (a telephone that finds a school's network) is nothing. On one device it stays weak, as a telephone
 * may use two networks by turns; on two devices it means that two answered.
 */
export function distantNetworksOf(traces: readonly Trace[]): DistantNetworks | undefined {
  const sorted = traces.toSorted((a, b) => a.firstAt - b.firstAt || a.wideHash.localeCompare(b.wideHash));
  const first = sorted[0];
  if (!first) return undefined;
  let overlapMs = 0;
  let isOnTwoDevices = false;
  sorted.forEach((one, index) => {
    for (const other of sorted.slice(index + 1)) {
      if (one.wideHash === other.wideHash) continue;
      const overlap = Math.min(one.lastAt, other.lastAt) - Math.max(one.firstAt, other.firstAt);
      if (overlap < THRESHOLDS.distantNetworks.leastOverlap) continue;
      overlapMs = Math.max(overlapMs, overlap);
      isOnTwoDevices ||= one.deviceHash !== other.deviceHash && one.deviceHash !== '' && other.deviceHash !== '';
    }
  });
  if (overlapMs === 0) return undefined;
  const networks = [...new Set(sorted.map(({ wideHash }) => wideHash))];
  const devices = [...new Set(sorted.map(({ deviceHash }) => deviceHash).filter((hash) => hash !== ''))];
  return {
    attemptId: first.attemptId,
    accountId: first.accountId,
    times: sorted.map(({ wideHash, deviceHash, firstAt, lastAt }) => ({
      network: networks.indexOf(wideHash) + 1,
      device: devices.indexOf(deviceHash) + 1,
      firstAt,
      lastAt,
    })),
    networks: networks.length,
    devices: devices.length,
    overlapMs,
    strength: Math.min(1, (isOnTwoDevices ? 0.5 : 0.15) + 0.1 * (networks.length - 2) + Math.min(0.2, overlapMs / 3e6)),
  };
}
