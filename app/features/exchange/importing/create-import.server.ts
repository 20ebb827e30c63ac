import { createHash } from 'node:crypto';
import type { ImportDefaults } from '#app/domain/exchange/import-row.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { addJob, countHeld } from './import-job.repo.server.ts';

const MB = 1024 * 1024;
/** What one person may leave unfinished, and what all of them together. */
const MAX_HELD = 5;
const MAX_HELD_BYTES = 500 * MB;

/**
 * Takes an upload in; nothing is read yet.
 * @returns the id of the import, or why it was not taken: too many that the person has not gone on with
 */
export async function createImport(command: {
  actor: Actor;
  file: { readonly name: string; readonly bytes: Uint8Array };
  defaults: ImportDefaults;
  now: Instant;
  /** How many the person may leave unfinished. */
  mostHeld?: number;
}): Promise<Result<string, 'no-file' | 'too-many-imports'>> {
  const { actor, file, defaults, now, mostHeld = MAX_HELD } = command;
  if (file.bytes.length === 0) return refuse('no-file');
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  return inTransaction(async (tx) => {
    const held = await countHeld(tx, actor.accountId);
    if (held.own >= mostHeld || held.bytes + file.bytes.length > MAX_HELD_BYTES) return refuse('too-many-imports');
    const { bytes } = file;
    const fileName = cleanName(file.name);
    const job = { actorId: actor.accountId, fileName, fileHash, size: bytes.length, defaults, bytes, at: now };
    const id = await addJob(tx, job);
    const detail = { size: bytes.length, fileHash };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'import.uploaded',
      subject: `import:${id}`,
      detail,
    });
    return ok(id);
  });
}

/** The name without folders and signs that nobody sees; at most 120 letters, its ending kept. */
function cleanName(name: string): string {
  const last =
    tidy(name.replaceAll(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, ''))
      .split(/[\\/]/u)
      .at(-1) ?? '';
  return last.length <= 120 ? last : `${last.slice(0, 100)}…${last.slice(-19)}`;
}
