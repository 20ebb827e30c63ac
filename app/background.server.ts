import { analyseSettled } from './features/analysis/index.server.ts';
import { expireOverdue, prepareUpcoming } from './features/attempts/index.server.ts';
import { sealExisting, sealLog } from './features/audit/index.server.ts';
import { findDuplicates } from './features/duplicates/index.server.ts';
import { runImports, stopImports } from './features/exchange/index.server.ts';
import { clearEndedTries } from './features/identity/index.server.ts';
import { keepSending, stopSending } from './features/messages/index.server.ts';
import { countTallies } from './features/participation/index.server.ts';
import { regradeOpen } from './features/regrading/index.server.ts';
import { keepReports, stopKeepingReports } from './features/reports/index.server.ts';
import { refreshStandings, settleRounds } from './features/results/index.server.ts';
import { dropForgottenLists } from './features/rosters/index.server.ts';
import { searchDue, writeTraces } from './features/signals/index.server.ts';
import { carryOutChanges } from './features/units/index.server.ts';
import { now } from './platform/clock.server.ts';
import { closeDatabase } from './platform/db/client.server.ts';
import { logger } from './platform/logger.server.ts';

const SWEEP_EVERY_MS = 5_000;
let timer: NodeJS.Timeout | undefined;
let stop = new AbortController();
/** Sweeps may overlap: settling a large contest takes longer than the time between two of them. */
const running = new Set<Promise<unknown>>();

let sealing: Promise<void> | undefined;

/** Seals what is new in the audit log; the first time, what was there before. One at a time: the first run of all takes long. */
function keepSealed(signal?: AbortSignal): Promise<void> {
  sealing ??= sealExisting({ now: now() })
    .then(() => sealLog({ now: now(), signal }))
    .then(() => undefined)
    .catch((error: unknown) => logger.error({ err: error }, 'the audit log was not sealed'))
    .finally(() => (sealing = undefined));
  return sealing;
}

async function sweep(signal: AbortSignal): Promise<void> {
  await expireOverdue({ now: now() });
  await carryOutChanges({ now: now() });
  await refreshStandings();
  await regradeOpen({ now: now(), signal });
  await settleRounds({ now: now(), signal });
  await prepareUpcoming({ now: now() });
  await analyseSettled({ now: now() });
  await countTallies({ now: now(), signal });
  await dropForgottenLists({ now: now() });
  await clearEndedTries({ now: now() });
  await writeTraces({ now: now() });
  await searchDue({ now: now(), signal });
}

/** Looking for double accounts is nothing that anybody waits for, and each time is written into the log. */
const SEARCH_EVERY_MS = 60_000;
let searchedAt = 0;

/** Batches in one go: half a million accounts that nobody has looked at yet are done in some hours, beside everything else. */
const MOST_SEARCHES = 20;

async function searchAccounts(signal: AbortSignal): Promise<void> {
  const at = now();
  if (Math.abs(at - searchedAt) < SEARCH_EVERY_MS) return;
  searchedAt = at;
  for (let batch = 0; batch < MOST_SEARCHES && !signal.aborted; batch += 1) {
    const { looked } = await findDuplicates({ now: now(), signal });
    if (looked === 0) return;
  }
}

/**
 * Starts what runs beside requests: attempts whose time is over are finished, at their deadline's instant; those that a
 * corrected key changes are graded again; rounds that nothing can change any more are settled; papers of rounds that open
 * soon are drawn ahead; figures of units are counted; files of questions are read and imported; figures
 * are frozen for weekly reports, and reports made; messages are sent; accounts that may be one person are looked for;
 * changes of units take effect on their day; traces of attempts are written, and rounds that have grown are looked at for
 * signals; the audit log is sealed.
 */
export function startBackgroundWork(): void {
  if (timer) return;
  stop = new AbortController();
  timer = setInterval(() => {
    // why beside the sweep: reading a long file must not keep attempts waiting that are over.
    runImports({ clock: now }).catch((error: unknown) => logger.error({ err: error }, 'imports failed'));
    keepReports({ clock: now }).catch((error: unknown) => logger.error({ err: error }, 'reports failed'));
    keepSending({ clock: now }).catch((error: unknown) => logger.error({ err: error }, 'messages failed'));
    void keepSealed(stop.signal);
    searchAccounts(stop.signal).catch((error: unknown) =>
      logger.error({ err: error }, 'the search for double accounts failed'),
    );
    const swept = sweep(stop.signal)
      .catch((error: unknown) => logger.error({ err: error }, 'the sweep failed'))
      .finally(() => running.delete(swept));
    running.add(swept);
  }, SWEEP_EVERY_MS);
  timer.unref();
}

/** Stops it, and closes the database once the sweeps that run are done. */
export async function stopBackgroundWork(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  stop.abort();
  await Promise.all([...running, stopImports(), stopKeepingReports(), stopSending()]);
  await writeTraces({ now: now(), isLast: true });
  await sealing;
  // why once more: what the last acts did must not wait for the next start.
  await keepSealed();
  await closeDatabase();
}
