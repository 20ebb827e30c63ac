import { setImmediate } from 'node:timers/promises';
import type { Found } from '#app/domain/signals/evidence.ts';
import { RoundFinder } from '#app/domain/signals/find-in-round.ts';
import { ItemCounter } from '#app/domain/signals/item-stats.ts';
import { THRESHOLDS } from '#app/domain/signals/thresholds.ts';
import { distantNetworksOf, manyAccountsOf } from '#app/domain/signals/traces.ts';
import type { RoundNow } from '#app/features/contests/index.server.ts';
import { getCorrections } from '#app/features/contests/index.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { accountsFound, clusterFound, jumpFound, networksFound, speedFound } from './evidence-of.ts';
import { SittingReader } from './read-sittings.server.ts';
import { findInOrder, findSample, findUnitIds } from './sitting.repo.server.ts';
import { findOnDevice, findSharedDevices, findTravelled } from './trace.repo.server.ts';

/** So many attempts are read at once: requests wait no longer than that takes, some ten milliseconds. */
const CHUNK = 40;
/** From so many attempts it is learned how questions are answered. */
const SAMPLE = 20_000;
const MOST_ON_DEVICE = 1_000;

interface Looking {
  readonly contestId: string;
  readonly roundNow: RoundNow;
  /** Stops between two chunks. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at everything that is stored of a round: some attempts at a time, unit after unit, keeping sums and what was found and
 * nothing else, so that memory does not grow with the round.
 * @returns undefined when it was stopped
 */
export async function lookAtRound(looking: Looking): Promise<{ found: Found[]; attempts: number } | undefined> {
  const answers = await lookAtAnswers(looking);
  if (!answers) return undefined;
  const places = await lookAtTraces(looking);
  return places && { found: [...answers.found, ...places], attempts: answers.attempts };
}

async function lookAtAnswers({
  contestId,
  roundNow: { round, window },
  signal,
}: Looking): Promise<{ found: Found[]; attempts: number } | undefined> {
  const reader = new SittingReader(await getCorrections(contestId));
  const counter = new ItemCounter();
  for (const ids of chunksOf(await findSample(round.id, SAMPLE))) {
    for (const sitting of await reader.read(ids)) counter.add(sitting);
    if (await hasStopped(signal)) return undefined;
  }
  const finder = new RoundFinder(window, counter.stats());
  for (const unitId of await findUnitIds(contestId)) {
    for (const ids of chunksOf(await findInOrder(round.id, contestId, unitId))) {
      for (const sitting of await reader.read(ids)) finder.add(sitting);
      if (await hasStopped(signal)) return undefined;
    }
  }
  const findings = finder.findings();
  const clusters: Found[] = [];
  for (const cluster of findings.clusters.slice(0, THRESHOLDS.mostOfKind)) {
    const sittings = new Map<string, Awaited<ReturnType<SittingReader['read']>>[number]>();
    for (const ids of chunksOf(cluster.attemptIds)) {
      for (const sitting of await reader.read(ids)) sittings.set(sitting.attemptId, sitting);
    }
    const found = clusterFound(round.id, cluster, sittings, findings);
    if (found) clusters.push(found);
  }
  return {
    attempts: findings.attempts,
    found: [
      ...findings.speed.map((each) => speedFound(round.id, each, findings)),
      ...clusters,
      ...findings.jumps.map((jump) => jumpFound(round.id, jump)),
    ],
  };
}

async function lookAtTraces({ contestId, roundNow: { round }, signal }: Looking): Promise<Found[] | undefined> {
  const found: Found[] = [];
  const devices = await findSharedDevices(round.id, THRESHOLDS.manyAccounts.leastAccounts, THRESHOLDS.mostOfKind * 2);
  for (const deviceHash of devices) {
    const many = manyAccountsOf(await findOnDevice({ roundId: round.id, contestId, deviceHash }, MOST_ON_DEVICE));
    // why hashed again: what stands in a signal shall not lead back to the device of traces that are deleted one day.
    if (many) found.push(accountsFound(round.id, keyedHash('device', deviceHash).slice(0, 32), many));
    if (await hasStopped(signal)) return undefined;
  }
  for (let after = ''; ;) {
    const travelled = await findTravelled(round.id, after, 500);
    for (const { traces, unitId } of travelled) {
      const distant = distantNetworksOf(traces);
      if (distant) found.push(networksFound(round.id, unitId, distant));
    }
    const last = travelled.at(-1);
    if (!last) return found;
    after = last.attemptId;
    if (await hasStopped(signal)) return undefined;
  }
}

function* chunksOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += CHUNK) yield ids.slice(from, from + CHUNK);
}

/** Lets requests through, and says whether to go on. */
async function hasStopped(signal: AbortSignal | undefined): Promise<boolean> {
  await setImmediate();
  return signal?.aborted === true;
}
