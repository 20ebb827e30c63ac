import { setImmediate } from 'node:timers/promises';
import type { Instant } from '#app/domain/kernel/time.ts';
import { dropClocks, dropNotices, findContestMarks } from '#app/features/contests/index.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { onChange } from './attempt-hub.server.ts';
import type { Writer } from './attempt-token.server.ts';
import { getAttemptState, stateAt, type AttemptStateNow } from './get-attempt-state.server.ts';
import { findHeads, findLeads } from './running.repo.server.ts';

/** Changes that another process made are found this soon. */
const LOOK_EVERY_MS = 2_000;
const CHUNK = 200;

interface Watcher {
  readonly attemptId: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly device: string | undefined;
  /** What other processes may change in the attempt itself, as it was when last looked at. */
  seen: string;
  /** What was told last, and as of when. */
  face: string;
  toldAt: Instant;
  clock(): Instant;
  tell(state: AttemptStateNow): void;
}

const watchers = new Set<Watcher>();
/** What stood for each contest when it was last looked at. */
const marks = new Map<string, string>();
let stop: (() => void) | undefined;

const chunksOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) => all.slice(index * CHUNK, (index + 1) * CHUNK));

/** Tells these their state, where it looks different from what they were told: in few statements however many they are. */
async function lookFor(all: readonly Watcher[]): Promise<void> {
  for (const some of chunksOf(all)) {
    // why: thousands of sheets must not keep answers waiting that arrive meanwhile.
    await setImmediate();
    const heads = await findHeads([...new Set(some.map((watcher) => watcher.attemptId))]);
    for (const watcher of some) {
      const head = heads.get(watcher.attemptId);
      if (!head || !watchers.has(watcher)) continue;
      const state = await stateAt(head, watcher.device, watcher.clock());
      // why toldAt: of two looks that run at once the older one must not have the last word.
      if (state.now < watcher.toldAt || faceOf(state) === watcher.face) continue;
      watcher.face = faceOf(state);
      watcher.toldAt = state.now;
      watcher.tell(state);
    }
  }
}

/** Looks for what other processes changed: in the contests that are watched here, and in the attempts themselves. */
async function lookAround(): Promise<void> {
  const all = [...watchers];
  const contestIds = [...new Set(all.map((watcher) => watcher.contestId))];
  const now = await findContestMarks(contestIds);
  const changed = new Set(contestIds.filter((id) => now.get(id) !== marks.get(id)));
  if (changed.size > 0) {
    dropClocks();
    dropNotices();
    for (const id of changed) marks.set(id, now.get(id) ?? '');
  }
  for (const some of chunksOf(all)) {
    const rows = await findLeads([...new Set(some.map((watcher) => watcher.attemptId))]);
    const leads = new Map(rows.map((row) => [row.id, seenOf(row)]));
    const moved = some.filter((watcher) => {
      const seen = leads.get(watcher.attemptId) ?? '';
      const isMoved = seen !== watcher.seen || changed.has(watcher.contestId);
      watcher.seen = seen;
      return isMoved;
    });
    await lookFor(moved);
  }
}

const logged = (work: Promise<void>): void =>
  void work.catch((error: unknown) => {
    // why: what could not be told is told at the next look.
    marks.clear();
    logger.error({ err: error }, 'watching attempts failed');
  });

/** Begins to look, at announcements of this process and at what others do; ends with the last watcher. */
function begin(): () => void {
  const timer = setInterval(() => logged(lookAround()), LOOK_EVERY_MS);
  timer.unref();
  const stopHub = onChange(({ attemptId, roundId }) => {
    logged(lookFor([...watchers].filter((each) => each.attemptId === attemptId || each.roundId === roundId)));
  });
  return () => {
    clearInterval(timer);
    stopHub();
    marks.clear();
  };
}

function add(watcher: Watcher): () => void {
  watchers.add(watcher);
  stop ??= begin();
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/**
 * Tells the state of an attempt at once and whenever it may have changed: by this process at the same moment, by another
 * within two seconds and the time of a look.
 * @param clock gives the instant at each look
 * @returns how to stop; undefined for whoever may not see the attempt
 */
export async function watchAttempt(watch: {
  writer: Writer;
  attemptId: string;
  device: string | undefined;
  clock: () => Instant;
  tell: (state: AttemptStateNow) => void;
}): Promise<(() => void) | undefined> {
  const { writer, attemptId, device, clock, tell } = watch;
  // why before the state: what changes between the two is then found at the next look, and not lost.
  const [row] = await findLeads([attemptId]);
  const first = row && (await getAttemptState({ writer, attemptId, device, now: clock() }));
  if (!first) return undefined;
  const { roundId, contestId } = row;
  tell(first);
  return add({
    attemptId,
    roundId,
    contestId,
    device,
    seen: seenOf(row),
    face: faceOf(first),
    toldAt: first.now,
    clock,
    tell,
  });
}

const seenOf = (row: { device: string | undefined; state: string; deadlineAt: Instant }): string =>
  `${row.device ?? ''}|${row.state}|${row.deadlineAt}`;

/** Everything of a state that is worth a message. */
const faceOf = ({ state, deadlineAt, pausedSince, leads, notices }: AttemptStateNow): string =>
  JSON.stringify([
    state,
    pausedSince === null ? deadlineAt : 0,
    pausedSince,
    leads,
    notices.map((notice) => notice.id),
  ]);
