import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Answers } from '#app/domain/units/import-match.ts';
import type { PlannedRow, RowState } from '#app/domain/units/import-plan.ts';
import type { CellFault } from '#app/domain/units/import-table.ts';
import { versionAt } from '#app/domain/units/tree-at.ts';
import type { Forest } from '#app/domain/units/unit-record.ts';
import { previewUnitImport, type PlannedImport } from './import-units.server.ts';
import { headcountsOfAll } from './people.repo.server.ts';
import { differencesOf, type UnitDifference } from './preview-change.server.ts';
import { forestAfter } from './write-plan.server.ts';

export const ROWS_PER_PAGE = 100;

/** A row of a file as the report shows it. */
export interface ReportRow {
  readonly number: number;
  readonly name: string;
  readonly state: RowState;
  readonly faults: readonly CellFault[];
  readonly differences: readonly UnitDifference[];
  readonly people: { readonly from: number | undefined; readonly to: number } | undefined;
  readonly question:
    | {
        readonly field: string;
        readonly about: 'unit' | 'parent';
        readonly name: string;
        readonly answer: string;
        readonly candidates: readonly { readonly id: string; readonly label: string }[];
      }
    | undefined;
}

export interface UnitImportReport {
  readonly fileName: string;
  readonly seen: string;
  readonly counts: Readonly<Record<RowState, number>>;
  readonly isReady: boolean;
  readonly rows: readonly ReportRow[];
  readonly pages: number;
  /** Rows that were or are asked about: their selects stay, so that an answer can be changed. */
  readonly asked: readonly ReportRow[];
}

/** A file that is kept, compared with the tree; undefined when it is no more. */
export async function getUnitImport(asked: {
  readonly actor: Actor;
  readonly importId: string;
  readonly effectiveAt: Instant;
  readonly answers: Answers;
  readonly state: RowState | undefined;
  readonly page: number;
  readonly now: Instant;
}): Promise<UnitImportReport | undefined> {
  const { effectiveAt, answers, page, state } = asked;
  const [planned, open] = await Promise.all([
    previewUnitImport(asked),
    // why twice: what was asked first is known only without the answers.
    previewUnitImport({ ...asked, answers: new Map() }),
  ]);
  if (!planned || !open) return undefined;
  const headcounts = await headcountsOfAll(effectiveAt);
  const reportOf = reporter(planned, { at: effectiveAt, answers, headcounts });
  const counts = { new: 0, changed: 0, same: 0, ambiguous: 0, fault: 0 };
  for (const row of planned.rows) counts[row.state] += 1;
  const shown = planned.rows.filter((row) => state === undefined || row.state === state);
  const questions = new Map(
    [...open.rows, ...planned.rows].flatMap((row) =>
      row.question ? [[`${row.question.about} ${row.row.number}`, row] as const] : [],
    ),
  );
  return {
    fileName: planned.fileName,
    seen: planned.seen,
    counts,
    isReady: planned.plan !== undefined && (planned.plan.edits.length > 0 || planned.headcounts.length > 0),
    rows: shown.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map(reportOf),
    pages: Math.max(1, Math.ceil(shown.length / ROWS_PER_PAGE)),
    asked: [...questions.values()].slice(0, ROWS_PER_PAGE).map(reportOf),
  };
}

function reporter(
  planned: PlannedImport,
  { at, answers, headcounts }: { at: Instant; answers: Answers; headcounts: ReadonlyMap<string, number> },
): (row: PlannedRow) => ReportRow {
  const { forest, plan } = planned;
  const edits = new Map((plan?.edits ?? []).map((edit) => [edit.after.id, edit]));
  const after = forestAfter(forest, { edits: plan?.edits ?? [] });
  return ({ row, state, faults, question, subjectId, headcount }) => {
    const edit = subjectId === undefined ? undefined : edits.get(subjectId);
    const field = question && `${question.about === 'unit' ? 'u' : 'p'}${row.number}`;
    return {
      number: row.number,
      name: row.name,
      state,
      faults,
      differences: edit ? differencesOf(edit, { forest, after, at }) : [],
      people:
        headcount === undefined || subjectId === undefined
          ? undefined
          : { from: headcounts.get(subjectId), to: headcount },
      question:
        question === undefined || field === undefined
          ? undefined
          : {
              field,
              about: question.about,
              name: row.parent ?? '',
              answer: answers.get(field) ?? '',
              candidates: question.candidates.map((id) => ({ id, label: pathLabel(forest, id, at) })),
            },
    };
  };
}

/** "Xã Hưng Đạo (Huyện Bảo Lạc, Tỉnh Cao Bằng)": a name with what stands above it. */
function pathLabel(forest: Forest, id: string, at: Instant): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let unit = forest.get(id); unit && !seen.has(unit.id);) {
    seen.add(unit.id);
    const { name, parentId } = versionAt(unit, at);
    names.push(name);
    unit = parentId === undefined ? undefined : forest.get(parentId);
  }
  const [name = id, ...above] = names;
  return above.length === 0 ? name : `${name} (${above.join(', ')})`;
}
