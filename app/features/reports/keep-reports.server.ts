import type { Instant } from '#app/domain/kernel/time.ts';
import { runReports, stopReports } from './files/run-reports.server.ts';
import { takeSnapshots } from './snapshots/take-snapshots.server.ts';

let keeping: Promise<void> | undefined;
let stopping = new AbortController();

/** Freezes figures that are due and makes reports that wait; what runs already goes on. */
export function keepReports({ clock }: { readonly clock: () => Instant }): Promise<void> {
  keeping ??= keep(clock, stopping.signal).finally(() => {
    keeping = undefined;
  });
  return keeping;
}

async function keep(clock: () => Instant, signal: AbortSignal): Promise<void> {
  await takeSnapshots({ now: clock(), signal });
  await runReports({ clock, signal });
}

/** Ends it: what was under way is done again by whoever runs next. */
export async function stopKeepingReports(): Promise<void> {
  stopping.abort();
  await Promise.allSettled([keeping, stopReports()]);
  stopping = new AbortController();
}
