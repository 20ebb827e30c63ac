import {
  hasWarning,
  isUnsound,
  type ImportReport,
  type ImportRow,
  type Verdict,
} from '#app/domain/exchange/import-row.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { rowView, type RowView } from '../report/row-view.server.ts';
import { findJob, listJobsOf, loadRows, type ImportJob, type JobState } from './import-job.repo.server.ts';
import { progressOf } from './run-imports.server.ts';

/** Which rows of a report are shown. */
export type RowFilter = 'all' | Verdict | 'warned' | 'similar' | 'unsound';

const ROWS_PER_PAGE = 25;

/** An import as its page shows it. */
export interface ImportView {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly defaults: ImportJob['defaults'];
  readonly report: ImportReport | undefined;
  readonly batchId: string | undefined;
  readonly createdAt: Instant;
  readonly rows: readonly RowView[];
  readonly shown: number;
  readonly page: number;
  readonly pages: number;
}

// why the last one: people page through one report, and its rows may be many megabytes of JSON.
let last: { readonly key: string; readonly rows: readonly ImportRow[] } | undefined;

async function rowsOf(job: ImportJob): Promise<readonly ImportRow[]> {
  if (job.state !== 'read') return [];
  const key = `${job.id} ${job.updatedAt}`;
  if (last?.key !== key) last = { key, rows: await loadRows(job.id) };
  return last.rows;
}

const SHOWS: Readonly<Record<Exclude<RowFilter, Verdict>, (row: ImportRow) => boolean>> = {
  all: () => true,
  warned: hasWarning,
  similar: ({ similar }) => similar.length > 0,
  unsound: (row) => (row.verdict === 'new' || row.verdict === 'changed') && isUnsound(row),
};

/** An import of this person, and a page of its rows; undefined for those of others. */
export async function getImport(
  jobId: string,
  { actor, filter, page }: { actor: Actor; filter: RowFilter; page: number },
): Promise<ImportView | undefined> {
  const job = await ownJob(jobId, actor);
  if (!job) return undefined;
  const all = await rowsOf(job);
  const shows = filter in SHOWS ? SHOWS[filter as keyof typeof SHOWS] : ({ verdict }: ImportRow) => verdict === filter;
  const rows = all.filter(shows);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const shownPage = Math.min(page, pages);
  const { id, fileName, size, state, defaults, report, batchId, createdAt } = job;
  return {
    id,
    fileName,
    size,
    state,
    defaults,
    report,
    batchId,
    createdAt,
    ...(progressOf(id) ?? { done: job.done, total: job.total }),
    rows: rows.slice((shownPage - 1) * ROWS_PER_PAGE, shownPage * ROWS_PER_PAGE).map(rowView),
    shown: rows.length,
    page: shownPage,
    pages,
  };
}

/** All rows of a report that is there; undefined for those of others. */
export async function getImportRows(
  jobId: string,
  actor: Actor,
): Promise<{ job: ImportJob; rows: readonly ImportRow[] } | undefined> {
  const job = await ownJob(jobId, actor);
  return job && { job, rows: await rowsOf(job) };
}

async function ownJob(jobId: string, actor: Actor): Promise<ImportJob | undefined> {
  const job = await findJob(jobId);
  return job?.actorId === actor.accountId ? job : undefined;
}

export interface ImportCard {
  readonly id: string;
  readonly fileName: string;
  readonly state: JobState;
  readonly rows: number | undefined;
  readonly made: number | undefined;
  readonly createdAt: Instant;
}

/** The newest imports of a person. */
export async function listImports(actor: Actor): Promise<ImportCard[]> {
  const jobs = await listJobsOf(actor.accountId, 8);
  return jobs.map(({ id, fileName, state, report, createdAt }) => {
    const made = report?.result && report.result.created + report.result.changed;
    return { id, fileName, state, rows: report?.rows, made, createdAt };
  });
}
