import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { DEFAULT_REPORT_CLOCK, nextDeclared, type ReportClock } from '#app/domain/reports/report-clock.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findClock, findLast, pageSnapshots, storeClock, type SnapshotHead } from './snapshot.repo.server.ts';
import { reportSpan, takeSnapshots } from './take-snapshots.server.ts';

/** When figures are frozen, and which have been. */
export interface ClockPage {
  readonly clock: ReportClock;
  /** The next instant; undefined when none is to come. */
  readonly next: Instant | undefined;
  readonly snapshots: readonly SnapshotHead[];
  readonly pages: number;
}

const PAGE = 20;

/** What the page of a contest's reports shows. */
export async function getClockPage(contestNow: ContestNow, page: number, now: Instant): Promise<ClockPage> {
  const { id } = contestNow.contest;
  const [clock = DEFAULT_REPORT_CLOCK, last, { rows, total }] = await Promise.all([
    findClock(id),
    findLast(id),
    pageSnapshots(id, { skip: (page - 1) * PAGE, take: PAGE }),
  ]);
  const span = reportSpan(contestNow);
  const next = span && nextDeclared(clock, Math.max(now, span.opensAt));
  return {
    clock: { weekday: clock.weekday, minuteOfDay: clock.minuteOfDay },
    next: span && (last.at ?? 0) < span.endsAt ? next : undefined,
    snapshots: rows,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
}

/** Sets when the figures of a contest are frozen from now on; those that were due before are frozen first, by the clock that held. */
export async function setReportClock(
  contestNow: ContestNow,
  { actor, clock, now }: { readonly actor: Actor; readonly clock: ReportClock; readonly now: Instant },
): Promise<void> {
  const { id, slug } = contestNow.contest;
  await takeSnapshots({ now, contestSlug: slug });
  await inTransaction(async (tx) => {
    await storeClock(tx, { ...clock, contestId: id, setById: actor.accountId, now });
    const { weekday, minuteOfDay } = clock;
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'report-clock.set',
      subject: `contest:${id}`,
      detail: { weekday, minuteOfDay },
    });
  });
}
