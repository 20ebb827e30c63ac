import { stepText } from '#app/domain/audit/canonical.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { rowIdOf, type SealedRow } from '#app/platform/db/macs.server.ts';
import { sealsOf } from '#app/platform/db/pending-acts.server.ts';
import { STEPS_BEFORE } from '#app/platform/db/sealed-models.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { keptHead } from './kept-head.server.ts';
import { findHead, hasBegun, holdChain, SEALING_BEGUN } from './log.repo.server.ts';
import { findSeals, MODELS, pageRows, pageSteps, type SteppedAttempt } from './rows.repo.server.ts';

const BATCH = 200;

/** The text that the seal of the steps of before is made over. */
export const stepsBeforeText = (attemptId: string, steps: SteppedAttempt['steps']): string =>
  steps.map((step) => stepText('before', attemptId, step)).join('\n');

/**
 * Seals what there was before there were seals, as it is now, once: rows that results rest on, and the steps of attempts. The log
 * says so; what is found without a seal afterwards was not written by the application.
 * @returns whether it was done now
 */
export async function sealExisting({ now }: { now: Instant }): Promise<boolean> {
  if (await hasBegun()) return false;
  if (keptHead() && !(await findHead())) {
    // why: an emptied log must not be the way to have everything sealed anew.
    logger.error('the audit log is shorter than what this machine remembers: run check-audit');
    return false;
  }
  let rows = 0;
  for (const model of MODELS) {
    for (let after: SealedRow | undefined; ;) {
      const page = await sealPage(model, after);
      rows += page.sealed;
      after = page.last;
      if (!after) break;
    }
  }
  let attempts = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: { sealed: number; last: string | undefined } = await sealSteps(after);
    attempts += page.sealed;
    after = page.last;
  }
  return inTransaction(async (tx) => {
    await holdChain(tx);
    if (await hasBegun(tx)) return false;
    const detail = { sealedRows: rows, attempts };
    await recordAudit(tx, { at: now, actorId: undefined, action: SEALING_BEGUN, subject: 'installation', detail });
    return true;
  });
}

const sealPage = (
  model: (typeof MODELS)[number],
  after: SealedRow | undefined,
): Promise<{ sealed: number; last: SealedRow | undefined }> =>
  inTransaction(async (tx) => {
    const rows = await pageRows(model, { after, limit: BATCH, tx });
    const seals = await findSeals(
      model.kind,
      rows.map((row) => rowIdOf(model, row)),
      tx,
    );
    const without = rows.filter((row) => !seals.has(rowIdOf(model, row)));
    for (const row of without) sealsOf(tx).note(model, row);
    return { sealed: without.length, last: rows.length < BATCH ? undefined : rows.at(-1) };
  });

const sealSteps = (after: string): Promise<{ sealed: number; last: string | undefined }> =>
  inTransaction(async (tx) => {
    const attempts = await pageSteps(after, BATCH, { tx });
    let sealed = 0;
    for (const { id, steps } of attempts) {
      const before = steps.filter(({ mac }) => mac === '');
      if (before.length === 0) continue;
      sealed += 1;
      sealsOf(tx).noteMac({ kind: STEPS_BEFORE, rowId: id, mac: keyedHash('row', stepsBeforeText(id, before)) });
    }
    return { sealed, last: attempts.length < BATCH ? undefined : attempts.at(-1)?.id };
  });
