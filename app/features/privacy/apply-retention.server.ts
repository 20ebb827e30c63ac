import { HOUR, localDay, startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import { goesBefore, mayGoNow } from '#app/domain/privacy/periods.ts';
import type { PeriodId } from '#app/domain/privacy/register.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { eraseIfSettled, eraseWaiting } from './erase-own.server.ts';
import {
  countOldActs,
  countOver,
  DELETED_KINDS,
  dropOver,
  findLastRun,
  findUnused,
  isRoundOpen,
} from './retention.repo.server.ts';

/** What became of one kind of data in a run. */
export interface RetentionRow {
  readonly period: PeriodId;
  /** Rows or accounts whose time is over. */
  readonly over: number;
  readonly gone: number;
  /** It waits until no round is open. */
  readonly waits: boolean;
}

/** Accounts that one run erases at most. */
const MOST_ACCOUNTS = 200;

/**
 * Deletes what is kept no longer, as the register says, and erases accounts that nobody uses, like a request of their owners.
 * What an attempt that runs or an objection may need waits until no round is open. A dry run only counts.
 */
export async function applyRetention({ now, isDryRun }: { now: Instant; isDryRun: boolean }): Promise<RetentionRow[]> {
  const hasRound = await isRoundOpen(now);
  const report: RetentionRow[] = [];
  for (const period of DELETED_KINDS) {
    const before = goesBefore(period, now);
    if (before === undefined) continue;
    const waits = !mayGoNow(period, hasRound);
    const over = await countOver(period, before);
    const gone = isDryRun || waits || over === 0 ? 0 : await dropOver(period, before);
    report.push({ period, over, gone, waits });
  }
  report.push(await eraseUnused({ now, isDryRun, hasRound }));
  // why counted only: the chain of acts is not cut here; the operator does it with a sealed copy, see app/decisions/0037.
  const acts = await countOldActs(goesBefore('audit', now) ?? 0);
  report.push({ period: 'audit', over: acts, gone: 0, waits: acts > 0 });
  if (!isDryRun) await note(report, now);
  return report;
}

async function eraseUnused(run: { now: Instant; isDryRun: boolean; hasRound: boolean }): Promise<RetentionRow> {
  const { now, isDryRun, hasRound } = run;
  const waits = !mayGoNow('account', hasRound);
  const ids = await findUnused(goesBefore('account', now) ?? 0, MOST_ACCOUNTS);
  let gone = 0;
  if (!isDryRun && !waits) {
    for (const accountId of ids) if (await eraseIfSettled({ accountId, cause: 'retention', now })) gone += 1;
  }
  return { period: 'account', over: ids.length, gone, waits: waits && ids.length > 0 };
}

const note = (report: readonly RetentionRow[], now: Instant): Promise<void> =>
  inTransaction((tx) =>
    recordAudit(tx, {
      at: now,
      actorId: undefined,
      action: 'retention.applied',
      subject: 'installation',
      detail: Object.fromEntries(report.filter(({ gone }) => gone > 0).map(({ period, gone }) => [period, gone])),
    }),
  );

/** At night in Viet Nam, when few are about. */
const FROM_HOUR = 2;
let nextLook = 0;

/** Makes the run once a day, and erases those who chose to wait for the end of their contests. */
export async function keepRetention({ now }: { now: Instant }): Promise<void> {
  if (now < nextLook) return;
  nextLook = now + HOUR / 4;
  await eraseWaiting({ now });
  const due = startOfLocalDay(localDay(now)) + FROM_HOUR * HOUR;
  if (now < due) return;
  const last = await findLastRun();
  if (last === undefined || last < due) await applyRetention({ now, isDryRun: false });
}
