import { countFaults, type ImportChoices, type ImportDefaults } from '#app/domain/exchange/import-row.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findJob, moveJob, type ImportJob } from './import-job.repo.server.ts';

interface Asked {
  readonly actor: Actor;
  readonly jobId: string;
  readonly now: Instant;
}
type Answer<Code> = Promise<Result<undefined, 'not-found' | 'import-not-ready' | Code>>;

async function ownJob({ actor, jobId }: Asked): Promise<ImportJob | undefined> {
  const job = await findJob(jobId);
  return job?.actorId === actor.accountId ? job : undefined;
}

/**
 * Lets an import be applied in the background.
 * @returns refused where rows are faulty and nobody said that they may be left out, or where nothing would be left to do
 */
export async function applyImport(
  asked: Asked & { readonly choices: ImportChoices },
): Answer<'import-has-errors' | 'import-has-nothing'> {
  const { jobId, choices, now } = asked;
  const job = await ownJob(asked);
  if (!job) return refuse('not-found');
  if (job.state !== 'read' || !job.report) return refuse('import-not-ready');
  const { verdicts } = job.report;
  if (countFaults(job.report) > 0 && !choices.skipsFaulty) return refuse('import-has-errors');
  if (verdicts.new + (choices.changed === 'version' ? verdicts.changed : 0) === 0) return refuse('import-has-nothing');
  const move = { from: ['read'], to: 'applying', now, report: { ...job.report, choices } } as const;
  return (await inTransaction((tx) => moveJob(tx, jobId, move))) ? ok(undefined) : refuse('import-not-ready');
}

/** Gives the questions that say nothing another topic, lesson and so on, and makes the dry run again. */
export async function changeDefaults(asked: Asked & { readonly defaults: ImportDefaults }): Answer<never> {
  const { jobId, defaults, now } = asked;
  const job = await ownJob(asked);
  if (!job) return refuse('not-found');
  if (job.state !== 'read') return refuse('import-not-ready');
  const kept = { ...defaults, format: job.defaults.format };
  const move = { from: ['read'], to: 'waiting', now, defaults: kept } as const;
  return (await inTransaction((tx) => moveJob(tx, jobId, move))) ? ok(undefined) : refuse('import-not-ready');
}

/** Lets an import go that was not applied; its bytes and rows are removed. */
export async function dropImport(asked: Asked): Answer<never> {
  const { actor, jobId, now } = asked;
  const job = await ownJob(asked);
  if (!job) return refuse('not-found');
  const wasHeld = await inTransaction(async (tx) => {
    const move = { from: ['waiting', 'read'], to: 'dropped', now, forget: true } as const;
    if (!(await moveJob(tx, jobId, move))) return false;
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'import.dropped', subject: `import:${jobId}` });
    return true;
  });
  return wasHeld ? ok(undefined) : refuse('import-not-ready');
}
