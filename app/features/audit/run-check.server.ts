import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { checkAudit } from './checking/check-audit.server.ts';
import type { AuditCheck } from './checking/finding.ts';

export const CHECKED = 'audit.checked';

/** Checks the whole database, and says in the log that it was checked and what came of it. */
export async function runCheck({ now }: { now: Instant }): Promise<AuditCheck> {
  const check = await checkAudit();
  const detail = { findings: check.findingCount, acts: check.acts, upTo: check.head?.sequence ?? 0 };
  await inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: undefined, action: CHECKED, subject: 'installation', detail }),
  );
  return check;
}
