import { isMacOf, rowIdOf, rowText, type SealedRow } from '#app/platform/db/macs.server.ts';
import { STEPS_BEFORE } from '#app/platform/db/sealed-models.ts';
import { findRows, findSeals, listSealKinds, MODELS, pageRows, pageSeals } from '../rows.repo.server.ts';
import type { Finding, FindingCode } from './finding.ts';

const PAGE = 500;
type Model = (typeof MODELS)[number];

/** What is wrong with a row, by its seal. */
const codeOf = (model: Model, row: SealedRow, seal: string | undefined): FindingCode | undefined => {
  if (seal === undefined) return 'row-added';
  return isMacOf('row', rowText(model, row), seal) ? undefined : 'row-changed';
};

/**
 * Rows against their seals: those that were changed, and those that nobody sealed.
 * @param contestId only those of a contest, of models that know theirs
 */
export async function* checkRows(contestId?: string): AsyncGenerator<{ rows: number; findings: readonly Finding[] }> {
  for (const model of MODELS) {
    if (contestId !== undefined && !model.columns.includes('contestId') && !model.key.includes('contestId')) continue;
    for (let after: SealedRow | undefined; ;) {
      const rows = await pageRows(model, { after, limit: PAGE, contestId });
      const ids = rows.map((row) => rowIdOf(model, row));
      const seals = await findSeals(model.kind, ids);
      const suspects = rows.filter((row) => codeOf(model, row, seals.get(rowIdOf(model, row))));
      yield {
        rows: rows.length,
        findings: await lookAgain(
          model,
          suspects.map((row) => rowIdOf(model, row)),
        ),
      };
      after = rows.at(-1);
      if (rows.length < PAGE) break;
    }
  }
}

/** why twice: somebody may have changed a row lawfully between the reading of it and of its seal. */
async function lookAgain(model: Model, rowIds: readonly string[]): Promise<Finding[]> {
  if (rowIds.length === 0) return [];
  const rows = await findRows(model, rowIds);
  const seals = await findSeals(model.kind, rowIds);
  return rowIds.flatMap((rowId) => {
    const row = rows.get(rowId);
    const code = row && codeOf(model, row, seals.get(rowId));
    return code ? [{ code, table: model.kind, rowId }] : [];
  });
}

/** Seals without a row: rows that were taken away. */
export async function* checkSeals(): AsyncGenerator<readonly Finding[]> {
  for (const kind of await listSealKinds()) {
    const model = MODELS.find((each) => each.kind === kind) ?? MODELS.find(({ kind: own }) => own === 'Attempt');
    if (!model) continue;
    const isKnown = kind === STEPS_BEFORE || kind === model.kind;
    for (let after = ''; ;) {
      const ids = await pageSeals(kind, after, PAGE);
      const rows = isKnown ? await findRows(model, ids) : new Map<string, SealedRow>();
      const gone = ids.filter((id) => !rows.has(id));
      // why again: a row may go lawfully between two readings, and its seal goes with it.
      const still = gone.length > 0 ? await findSeals(kind, gone) : new Map<string, string>();
      yield gone
        .filter((id) => still.has(id))
        .map((rowId) => ({ code: isKnown ? 'row-removed' : 'row-added', table: isKnown ? kind : 'RowSeal', rowId }));
      const last = ids.at(-1);
      if (last === undefined || ids.length < PAGE) break;
      after = last;
    }
  }
}
