import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangeRefusal } from '#app/domain/units/change-command.ts';
import type { Answers } from '#app/domain/units/import-match.ts';
import { planImport, type ImportPlan } from '#app/domain/units/import-plan.ts';
import { readUnitTable, type ImportedUnit } from '#app/domain/units/import-table.ts';
import type { Forest } from '#app/domain/units/unit-record.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { readTables, type TableRefusal } from '#app/platform/tables/read-tables.server.ts';
import { dropUnitIndex } from '../get-unit-index.server.ts';
import { CHANGE_TIMEOUT_MS, markOf, mayChangeUnits, reasonOf } from './change-tree.server.ts';
import { dropDraft, findDraft, keepDraft, type ImportDraft } from './import-draft.server.ts';
import { countAllPeople, headcountsOfAll } from './people.repo.server.ts';
import { holdTree, readForest } from './tree.repo.server.ts';
import { writePlan } from './write-plan.server.ts';

export const MOST_ROWS = 10_000;

/** Why a file gives no table of units. */
export type UnitFileRefusal =
  TableRefusal | { readonly code: 'no-head' } | { readonly code: 'no-rows' } | { readonly code: 'too-many-rows' };

/** Reads the table of units in a file; nothing is compared with the tree yet. */
export async function readUnitFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  now: Instant,
): Promise<Result<ImportedUnit[], UnitFileRefusal>> {
  const sheets = await readTables(file);
  if (!sheets.ok) return sheets;
  const rows = readUnitTable(sheets.value, now);
  if (!rows) return refuse({ code: 'no-head' });
  if (rows.length === 0) return refuse({ code: 'no-rows' });
  return rows.length > MOST_ROWS ? refuse({ code: 'too-many-rows' }) : ok(rows);
}

/** Reads a file and keeps what it says for an hour, to be looked at and applied. @returns the id of what is kept */
export async function createUnitImport(asked: {
  readonly actor: Actor;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly now: Instant;
}): Promise<Result<string, UnitFileRefusal>> {
  const { actor, file, now } = asked;
  const rows = await readUnitFile(file, now);
  if (!rows.ok) return rows;
  return ok(
    await keepDraft({ ownerId: actor.accountId, fileName: file.name.slice(0, 200), readAt: now, rows: rows.value }),
  );
}

interface Asked {
  readonly effectiveAt: Instant;
  readonly answers: Answers;
}

export interface PlannedImport extends ImportPlan {
  readonly fileName: string;
  readonly forest: Forest;
  /** Another one as soon as applying would do anything else. */
  readonly seen: string;
}

async function plan(rows: readonly ImportedUnit[], { effectiveAt, answers }: Asked, tx?: Tx) {
  const forest = await readForest(tx);
  const [people, headcounts] = await Promise.all([countAllPeople(tx), headcountsOfAll(effectiveAt, tx)]);
  const planned = planImport(rows, forest, {
    at: effectiveAt,
    answers,
    peopleOf: (id) => people.get(id) ?? 0,
    headcountOf: (id) => headcounts.get(id),
  });
  const mark = planned.plan ? markOf(planned.plan) : '';
  const seen = createHash('sha256')
    .update(mark + JSON.stringify(planned.headcounts))
    .digest('hex')
    .slice(0, 32);
  return { ...planned, forest, seen };
}

/** What a file that is kept would do; undefined when it is no more. */
export async function previewUnitImport(
  asked: Asked & { readonly actor: Actor; readonly importId: string; readonly now: Instant },
): Promise<PlannedImport | undefined> {
  const draft = await findDraft(asked.importId, asked.actor.accountId, asked.now);
  return draft && { ...(await plan(draft.rows, asked)), fileName: draft.fileName };
}

/** What a table of units would do. */
export const previewUnitRows = (rows: readonly ImportedUnit[], asked: Asked) => plan(rows, asked);

interface ApplyAsked extends Asked {
  readonly actor: Actor;
  readonly reason: string;
  readonly now: Instant;
  readonly seen: string | undefined;
}

type Applied = Result<{ changeId: string }, ChangeRefusal>;

/** Applies a file that is kept, as one change: all of it or nothing. */
export async function applyUnitImport(asked: ApplyAsked & { readonly importId: string }): Promise<Applied> {
  const draft = await findDraft(asked.importId, asked.actor.accountId, asked.now);
  if (!draft) return refuse({ code: 'not-ready' });
  const applied = await applyUnitRows(draft, asked);
  if (applied.ok) await dropDraft(asked.importId);
  return applied;
}

/** Applies a table of units as one change: all of it or nothing. The same table again changes nothing. */
export async function applyUnitRows(
  { rows, fileName }: Pick<ImportDraft, 'rows' | 'fileName'>,
  asked: ApplyAsked,
): Promise<Applied> {
  const { actor, now, seen } = asked;
  const reason = reasonOf(asked.reason);
  if (reason === undefined) return refuse({ code: 'reason-missing' });
  if (!(await mayChangeUnits(actor, now))) return refuse({ code: 'forbidden' });
  const work = async (tx: Tx): Promise<Applied> => {
    await holdTree(tx);
    const planned = await plan(rows, asked, tx);
    const open = planned.rows.filter(({ state }) => state === 'fault' || state === 'ambiguous').length;
    if (!planned.plan) return refuse({ code: 'has-faults', count: Math.max(1, open) });
    if (seen !== undefined && seen !== planned.seen) return refuse({ code: 'changed-since' });
    if (planned.plan.edits.length === 0 && planned.headcounts.length === 0) return refuse({ code: 'nothing-changes' });
    const counts = planned.headcounts.map((each) => ({ ...each, category: 'all', isSample: false }));
    const given = { rows: counts, source: fileName };
    return ok({ changeId: await writePlan(tx, planned.plan, { forest: planned.forest, actor, reason, now, given }) });
  };
  const done = await inTransaction(work, { timeoutMs: CHANGE_TIMEOUT_MS });
  if (done.ok) dropUnitIndex();
  return done;
}
