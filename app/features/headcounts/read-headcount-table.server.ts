import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { HEADCOUNT_CATEGORIES, type HeadcountCategory } from '#app/domain/units/category.ts';
import { findHeads, judgeRows, type TableLine } from '#app/domain/units/headcount-table.ts';
import { headcountWarnings, type HeadcountWarning } from '#app/domain/units/headcount.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { listUnits } from '#app/features/units/index.server.ts';
import { readTables, type TableFile, type TableRefusal } from '#app/platform/tables/read-tables.server.ts';
import { headNames } from './headcount-table.server.ts';
import { findHoldingOfBranch, type Holding } from './headcount.repo.server.ts';
import type { NewProposal } from './proposal.repo.server.ts';

/** A figure of a line against what holds now. */
export interface LineFigure {
  readonly category: HeadcountCategory;
  readonly people: number;
  readonly before: number | undefined;
  readonly isNew: boolean;
  readonly warnings: readonly HeadcountWarning[];
}

/** One row of a table with what would come of it. */
export interface JudgedLine extends Omit<TableLine, 'figures'> {
  readonly figures: readonly LineFigure[];
  readonly verdict: 'changed' | 'same' | 'faulty';
}

/** What a table says, before anything is done. */
export interface JudgedTable {
  readonly lines: readonly JudgedLine[];
  /** What would be proposed. */
  readonly proposals: readonly NewProposal[];
}

/** Why nothing was read of a table. */
export type TableFault = { readonly code: 'noHeads' } | { readonly code: 'tooMany' } | TableRefusal;

const MOST_ROWS = 10_000;
/** A line that waits to be sent holds less than this. */
const PACKED_LINE = 600;

interface Reading {
  /** The branch that rows may be about. */
  readonly path: string;
  readonly asOf: Instant;
  readonly source: string;
  /** People who have taken part, by unit. */
  readonly tookPart: ReadonlyMap<string, number>;
  readonly now: Instant;
}

/** Reads a workbook or CSV of headcounts and says what would come of each row. Nothing is stored. */
export async function readHeadcountTable(file: TableFile, reading: Reading): Promise<Result<JudgedTable, TableFault>> {
  const read = await readTables(file);
  if (!read.ok) return read;
  for (const sheet of read.value) {
    const heads = findHeads(sheet.rows, headNames);
    if (!heads) continue;
    const rows = sheet.rows.filter(({ number }) => number > heads.head);
    if (rows.length > MOST_ROWS) return refuse({ code: 'tooMany' });
    const units = (await listUnits(reading.now)).filter((unit) => isWithin(unit.path, reading.path));
    const lines = judgeRows(rows, { ...reading, columns: heads.columns, units });
    return ok(compare(lines, await findHoldingOfBranch(reading.path, reading.now), reading.tookPart));
  }
  return refuse({ code: 'noHeads' });
}

function compare(lines: readonly TableLine[], holding: Holding, tookPart: ReadonlyMap<string, number>): JudgedTable {
  const judged = lines.map((line): JudgedLine => {
    const current = holding.get(line.unitId ?? '') ?? new Map();
    const figures = [...line.figures].map(([category, people]): LineFigure => {
      const known = current.get(category);
      const warnings = headcountWarnings(
        { category, people },
        { current, proposed: line.figures, tookPart: tookPart.get(line.unitId ?? '') ?? 0 },
      );
      const isNew = known === undefined || known.isSample || known.people !== people;
      return { category, people, before: known?.people, isNew, warnings: isNew ? warnings : [] };
    });
    const isFaulty = line.faults.length > 0;
    const verdict = isFaulty ? 'faulty' : figures.some(({ isNew }) => isNew) ? 'changed' : 'same';
    return { ...line, figures, verdict };
  });
  const proposals = judged.flatMap(({ verdict, unitId, figures, asOf, source }) =>
    verdict === 'changed' && unitId !== undefined
      ? figures.flatMap(({ category, people, isNew }) => (isNew ? [{ unitId, category, people, asOf, source }] : []))
      : [],
  );
  return { lines: judged, proposals };
}

/** Proposals as one text, for the form that confirms what was looked at: nothing of a dry run is kept on the server. */
export const packProposals = (proposals: readonly NewProposal[]): string =>
  proposals
    .map(({ unitId, category, people, asOf, source }) => [unitId, category, people, asOf, tidy(source)].join('\t'))
    .join('\n');

/** The proposals of such a text; undefined for one that no page of ours has made. Rights are asked about by who stores them. */
export function unpackProposals(text: string): NewProposal[] | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n').filter(Boolean);
  if (lines.length === 0 || lines.length > MOST_ROWS * HEADCOUNT_CATEGORIES.length) return undefined;
  const proposals = lines.flatMap((line): NewProposal[] => {
    const [unitId = '', category, people, asOf, source = ''] = line.split('\t');
    const known = HEADCOUNT_CATEGORIES.find((each) => each === category);
    const isSound =
      line.length <= PACKED_LINE &&
      known !== undefined &&
      /^\d{1,8}$/u.test(people ?? '') &&
      Number.isSafeInteger(Number(asOf)) &&
      source.length <= 200;
    return isSound ? [{ unitId, category: known, people: Number(people), asOf: Number(asOf), source }] : [];
  });
  return proposals.length === lines.length ? proposals : undefined;
}
