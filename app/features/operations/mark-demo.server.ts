import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';

/** Notes that this database holds made-up people, so that no production server starts on it. */
export const markDemo = (now: Instant): Promise<void> =>
  inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: undefined, action: 'demo.created', subject: 'installation' }),
  );
