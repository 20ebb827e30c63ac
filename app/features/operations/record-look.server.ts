import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';

interface Look {
  readonly actor: Actor;
  /** "people-of-unit.seen": what was looked at. */
  readonly action: `${string}.seen`;
  /** "unit:<id>": whose data it was. */
  readonly subject: string;
  /** Counts and ids, never names. */
  readonly detail?: Record<string, string | number | boolean>;
  readonly now: Instant;
}

/** Writes down that somebody looked at personal data of others: nothing changes, but the person may ask who has seen it. */
export async function recordLook({ actor, action, subject, detail, now }: Look): Promise<void> {
  await inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: actor.accountId, action, subject, ...(detail ? { detail } : {}) }),
  );
}
