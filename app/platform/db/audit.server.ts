import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from './transaction.server.ts';

/** One act that somebody may have to explain later. */
export interface AuditRecord {
  readonly at: Instant;
  /** Undefined for acts of the system itself, such as the sweeper. */
  readonly actorId: string | undefined;
  /** "attempt.submitted": noun and past participle. */
  readonly action: string;
  /** "attempt:<id>". */
  readonly subject: string;
  /** Never answers, keys, passwords or names. */
  readonly detail?: Record<string, string | number | boolean>;
}

/** Writes an audit row in the transaction of the act itself, so that neither stands without the other. */
export async function recordAudit(tx: Tx, { at, actorId, action, subject, detail }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: { at: new Date(at), actorId: actorId ?? null, action, subject, detail: JSON.stringify(detail ?? {}) },
  });
}
