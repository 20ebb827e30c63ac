import { localDay, type Instant } from '#app/domain/kernel/time.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { getReportFile, requestReport } from './files/request-report.server.ts';
import type { ReportFormat } from './files/report-format.ts';
import { runReports } from './files/run-reports.server.ts';
import { pageSnapshots, type SnapshotHead } from './snapshots/snapshot.repo.server.ts';

const PAGE = 50;

/** The snapshot of a local day (yyyymmdd), or the last one; undefined when there is none. */
async function findWeek(contestId: string, day: number | 'last'): Promise<SnapshotHead | undefined> {
  for (let skip = 0; ; skip += PAGE) {
    const { rows, total } = await pageSnapshots(contestId, { skip, take: PAGE });
    const found = day === 'last' ? rows[0] : rows.find(({ at }) => localDay(at) === day);
    if (found || skip + PAGE >= total) return found;
  }
}

/** Makes the report of a week as a file, with scores as organizers see them, and waits until it is there. */
export async function makeReport({
  contestSlug,
  week,
  unitId,
  format,
  clock,
}: {
  readonly contestSlug: string;
  /** The day of the instant in Viet Nam as yyyymmdd. */
  readonly week: number | 'last';
  readonly unitId: string;
  readonly format: ReportFormat;
  readonly clock: () => Instant;
}): Promise<
  Result<{ bytes: Uint8Array; hash: string; at: Instant }, 'no-contest' | 'no-week' | 'no-unit' | 'not-made'>
> {
  const contest = await findContest({ slug: contestSlug });
  if (!contest) return refuse('no-contest');
  const snapshot = await findWeek(contest.id, week);
  if (!snapshot) return refuse('no-week');
  const asked = { snapshotId: snapshot.id, place: { unitId }, seesScores: true, format, now: clock() };
  if (!(await requestReport({ ...asked, actorId: undefined })).ok) return refuse('no-unit');
  await runReports({ clock });
  const file = await getReportFile({ ...asked, now: clock() });
  return file ? ok({ ...file, at: snapshot.at }) : refuse('not-made');
}
