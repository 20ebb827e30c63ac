import { DAY, type Instant } from '#app/domain/kernel/time.ts';
import { countMessagesBefore, deleteMessagesBefore } from './message.repo.server.ts';

/** For so long a message stays in the list. */
const KEPT = 30 * DAY;

/**
 * Deletes messages that are older than thirty days, whatever became of them.
 * @param isDryRun only counts them
 * @returns how many
 */
export const dropOldMessages = ({ now, isDryRun = false }: { now: Instant; isDryRun?: boolean }): Promise<number> =>
  isDryRun ? countMessagesBefore(now - KEPT) : deleteMessagesBefore(now - KEPT);
