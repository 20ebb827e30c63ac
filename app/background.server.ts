import { expireOverdue } from './features/attempts/index.server.ts';
import { refreshStandings } from './features/results/index.server.ts';
import { now } from './platform/clock.server.ts';
import { closeDatabase } from './platform/db/client.server.ts';
import { logger } from './platform/logger.server.ts';

const SWEEP_EVERY_MS = 5_000;
let timer: NodeJS.Timeout | undefined;
let running: Promise<unknown> = Promise.resolve();

async function sweep(): Promise<void> {
  await expireOverdue({ now: now() });
  await refreshStandings();
}

/** Starts what runs beside requests: attempts whose time is over are finished, at their deadline's instant. */
export function startBackgroundWork(): void {
  timer ??= setInterval(() => {
    running = sweep().catch((error: unknown) => logger.error({ err: error }, 'the sweep failed'));
  }, SWEEP_EVERY_MS);
  timer.unref();
}

/** Stops it, and closes the database once the sweep that runs is done. */
export async function stopBackgroundWork(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  await running;
  await closeDatabase();
}
