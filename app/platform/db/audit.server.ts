import type { Instant } from '#app/domain/kernel/time.ts';
import { takeAct } from './pending-acts.server.ts';
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

/**
 * Records an act in the transaction of the act itself, so that neither stands without the other. It is written, with a keyed hash,
 * when the work of the transaction is done; see pending-acts.server.ts.
 */
export function recordAudit(tx: Tx, { at, actorId, action, subject, detail }: AuditRecord): Promise<void> {
  takeAct(tx, { at: new Date(at), actorId: actorId ?? null, action, subject, detail: detail ?? {} });
  return Promise.resolve();
}
