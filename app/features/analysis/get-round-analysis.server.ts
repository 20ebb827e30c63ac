import { setTimeout } from 'node:timers/promises';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { findRulingState } from '#app/features/attempts/index.server.ts';
import { findCorrections } from '#app/features/contests/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { countOver } from './analysed-attempts.repo.server.ts';
import { DEFAULT_CHOICE, type AttemptsChoice } from './attempts-choice.ts';
import { countRound } from './count-round.server.ts';
import { findSnapshot, storeSnapshot, type Snapshot } from './snapshot.repo.server.ts';

/** A change of the formulas or of what is kept makes all that was counted before old. */
const FORMULAS = 1;
/** Figures are never counted again sooner than this. */
const REST_MS = 60_000;
/** And not before so many times as long have passed as counting took: at most one part in twenty of a processor counts. */
const REST_TIMES = 20;
/** A page waits so long for figures that are being counted. */
const PATIENCE_MS = 1_500;

interface Asked {
  readonly contest: Contest;
  readonly round: Round;
  readonly choice: AttemptsChoice;
  readonly now: Instant;
}

/** The figures that a page shows. */
export interface RoundAnalysis {
  /** Undefined while they are counted for the first time. */
  readonly snapshot: Snapshot | undefined;
  /** Newer ones are being counted. */
  readonly isCounting: boolean;
}

const running = new Map<string, Promise<Snapshot | undefined>>();
const looked = new Map<string, { at: Instant; took: Duration; keys: string }>();
let queue: Promise<unknown> = Promise.resolve();
let stop = new AbortController();

whenForgotten(() => {
  stop.abort();
  stop = new AbortController();
  running.clear();
  looked.clear();
});

/** Whether a round is being counted in this process. */
export const isAnalysing = (): boolean => running.size > 0;

/** The id under which the figures of a round are kept. */
export const scopeOf = (roundId: string, choice: AttemptsChoice): string =>
  choice === DEFAULT_CHOICE ? roundId : `${roundId}:${choice}`;

/**
 * The figures of a round as they were last counted. Where attempts or keys have changed since, they are counted anew beside
 * requests, one round at a time, and not oftener than REST_MS and REST_TIMES say; a page waits for them a moment only.
 */
export async function getRoundAnalysis(asked: Asked): Promise<RoundAnalysis> {
  const scope = scopeOf(asked.round.id, asked.choice);
  const known = await findSnapshot(scope);
  const waited = running.get(scope) ?? ((await isDue(scope, known, asked)) ? begin(asked) : undefined);
  if (!waited) return { snapshot: known, isCounting: false };
  const patience = new AbortController();
  const fresh = await Promise.race([
    waited.catch(() => undefined),
    setTimeout(PATIENCE_MS, undefined, { signal: patience.signal, ref: false }).catch(() => undefined),
  ]);
  patience.abort();
  return { snapshot: fresh ?? known, isCounting: fresh === undefined };
}

/** Counts now and keeps the figures, whatever was kept before. @returns undefined when it was stopped */
export const recountRound = (asked: Asked): Promise<Snapshot | undefined> =>
  running.get(scopeOf(asked.round.id, asked.choice)) ?? begin(asked);

async function isDue(scope: string, known: Snapshot | undefined, { contest, now }: Asked): Promise<boolean> {
  const last = looked.get(scope);
  const keys = await readKeys(contest.id);
  // why also back in time: the clock of a machine may be set back, and must not stop counting.
  const rests = last && now >= last.at && now - last.at < Math.max(REST_MS, last.took * REST_TIMES);
  // why a corrected key does not wait: who has just corrected one wants to see what it did.
  if (rests && last.keys === keys) return false;
  looked.set(scope, { at: now, took: last?.took ?? 0, keys });
  return known?.basis !== (await readBasis(contest));
}

/** Says which keys hold, how far the grading by them has come, and which attempts people took out. */
async function readKeys(contestId: string): Promise<string> {
  const [all, rulings] = await Promise.all([findCorrections(contestId), findRulingState(undefined, contestId)]);
  const ruled = rulings.count === 0 ? [] : [`rulings:${rulings.count}`];
  return [...all.map(({ id, doneAt }) => `${id}@${doneAt ?? ''}`), ...ruled].join();
}

/** Says of which state of attempts and keys figures are. */
async function readBasis(contest: Contest): Promise<string> {
  const [attempts, keys] = await Promise.all([countOver(contest.id), readKeys(contest.id)]);
  const { right, wrong, partial } = contest.rules.marking;
  return JSON.stringify([FORMULAS, attempts, keys, right, wrong, partial]);
}

function begin(asked: Asked): Promise<Snapshot | undefined> {
  const scope = scopeOf(asked.round.id, asked.choice);
  const { signal } = stop;
  const counted = queue.then(() => (signal.aborted ? undefined : count(asked, scope, signal)));
  queue = counted.catch(() => undefined);
  running.set(scope, counted);
  counted
    .catch((error: unknown) => logger.error({ err: error, scope }, 'a round could not be analysed'))
    .finally(() => {
      if (running.get(scope) === counted) running.delete(scope);
    });
  return counted;
}

async function count(asked: Asked, scope: string, signal: AbortSignal): Promise<Snapshot | undefined> {
  const began = performance.now();
  // why before counting: what changes meanwhile makes these figures old, and they are counted again.
  const basis = await readBasis(asked.contest);
  const figures = await countRound({ ...asked, signal });
  if (!figures || signal.aborted) return undefined;
  const { attempts } = figures.test;
  const snapshot = { scopeId: scope, contestId: asked.contest.id, attempts, basis, figures, countedAt: asked.now };
  await inTransaction((tx) => storeSnapshot(tx, snapshot));
  const took = Math.round(performance.now() - began);
  looked.set(scope, { at: asked.now, took, keys: await readKeys(asked.contest.id) });
  logger.info({ scope, attempts, took }, 'a round was analysed');
  return snapshot;
}
