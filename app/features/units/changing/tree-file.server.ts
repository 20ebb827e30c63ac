import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { UNIT_COLUMNS, type UnitColumn } from '#app/domain/units/import-table.ts';
import { treeAt, type TreeUnit } from '#app/domain/units/tree-at.ts';
import { dayText } from '#app/domain/units/unit-day.ts';
import { isUnitKind, UNIT_KINDS } from '#app/domain/units/kind.ts';
import type { Forest } from '#app/domain/units/unit-record.ts';
import { csvLine, text } from '#app/platform/csv.ts';
import { writeWorkbook, type WrittenColumn } from '#app/platform/tables/write-workbook.server.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { unitImportText } from '#app/text/unit-import.ts';
import { headcountsOfAll } from './people.repo.server.ts';
import { readForest } from './tree.repo.server.ts';

type Row = Readonly<Record<UnitColumn, string | number | null>>;

const WIDTHS: Record<UnitColumn, number> = {
  id: 26,
  name: 40,
  parentId: 26,
  parent: 40,
  kind: 18,
  block: 30,
  code: 14,
  validFrom: 14,
  validTo: 14,
  people: 12,
};

// why always Vietnamese: the file is read back by its heads, and goes to clerks.
const WORDS = unitImportText.vi;
const columns: WrittenColumn[] = UNIT_COLUMNS.map((column) => ({
  head: WORDS.columns[column],
  width: WIDTHS[column],
  kind: column === 'people' ? 'count' : 'text',
}));

const kindWord = (kind: string): string => (isUnitKind(kind) ? unitChangesText.vi.unitKinds[kind] : kind);

/** The rows of the tree of a day: a branch after the unit that it hangs on, neighbours in alphabetical order. */
function rowsOf(forest: Forest, headcounts: ReadonlyMap<string, number>, at: Instant): Row[] {
  const tree = treeAt([...forest.values()], at);
  const byId = new Map(tree.map((unit) => [unit.id, unit]));
  const keys = new Map<string, string>();
  for (const { id, parentId, name } of tree)
    keys.set(id, `${parentId === undefined ? '' : `${keys.get(parentId) ?? ''}\u0000`}${sortKey(name)}\u0001${id}`);
  const inOrder = tree.toSorted((a, b) => ((keys.get(a.id) ?? '') < (keys.get(b.id) ?? '') ? -1 : 1));
  return inOrder.map((unit) => rowOf(unit, { byId, forest, headcounts }));
}

function rowOf(
  unit: TreeUnit,
  known: {
    readonly byId: ReadonlyMap<string, TreeUnit>;
    readonly forest: Forest;
    readonly headcounts: ReadonlyMap<string, number>;
  },
): Row {
  const { validFrom, validTo } = known.forest.get(unit.id) ?? { validFrom: 0, validTo: undefined };
  return {
    id: unit.id,
    name: unit.name,
    parentId: unit.parentId ?? null,
    parent: (unit.parentId === undefined ? undefined : known.byId.get(unit.parentId)?.name) ?? null,
    kind: kindWord(unit.kind),
    block: unit.block ?? null,
    code: unit.code ?? null,
    validFrom: dayText(validFrom),
    validTo: validTo === undefined ? null : dayText(validTo),
    people: known.headcounts.get(unit.id) ?? null,
  };
}

/** The tree of a day as a table that the import reads back as the same. */
export async function exportUnitTree(
  type: 'xlsx' | 'csv',
  { at, now }: { at: Instant; now: Instant },
): Promise<{ bytes: Uint8Array; units: number }> {
  const [forest, headcounts] = await Promise.all([readForest(), headcountsOfAll(at)]);
  const rows = rowsOf(forest, headcounts, at);
  if (type === 'csv') {
    const lines = rows.map((row) =>
      UNIT_COLUMNS.map((column) => {
        const value = row[column];
        return typeof value === 'string' ? text(value) : value;
      }),
    );
    const all = [columns.map(({ head }) => text(head)), ...lines];
    return { bytes: new TextEncoder().encode(`\uFEFF${all.map(csvLine).join('')}`), units: rows.length };
  }
  const cells = rows.map((row) => UNIT_COLUMNS.map((column) => row[column]));
  const above = [WORDS.exportTitle(dayText(at))];
  const bytes = await writeWorkbook([{ name: WORDS.sheet, above, columns, rows: cells }], now);
  return { bytes, units: rows.length };
}

/** The workbook that clerks fill in, with a guide on its second sheet. */
export function unitTemplate(now: Instant): Promise<Uint8Array> {
  const guide = [...WORDS.guide.split('\n'), WORDS.guideKinds(UNIT_KINDS.map(kindWord).join(', '))];
  return writeWorkbook(
    [
      { name: WORDS.sheet, columns, rows: [] },
      {
        name: WORDS.guideSheet,
        columns: [{ head: WORDS.guideSheet, width: 110, kind: 'text' }],
        rows: guide.map((line) => [line]),
      },
    ],
    now,
  );
}
