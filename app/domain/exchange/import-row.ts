import type { ItemFinding } from '../items/check-item.ts';
import type { Difficulty, ItemPlace } from '../items/item.ts';
import type { ItemPart } from './compare-item.ts';
import type { FileNote, FileRefusal, Format, ParsedItem } from './parsed-file.ts';

/**
 * What an import would do with a question: new: make an item; changed: give an item of the bank another text; same: nothing,
 * the bank has it; twin: nothing, the file has it twice; locked: nothing, the item it would change is being worked at or is
 * retired; faulty: nothing, it could not be read.
 */
export const VERDICTS = ['new', 'changed', 'same', 'twin', 'locked', 'faulty'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** An item of the bank that a question resembles. */
export interface Resemblance {
  readonly itemId: string;
  readonly prompt: string;
  /** 0..1 */
  readonly likeness: number;
}

/** One question of an upload as the dry run judged it. */
export interface ImportRow {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly item: ParsedItem;
  readonly place: ItemPlace | undefined;
  readonly verdict: Verdict;
  /** same, changed, locked: which item of the bank it is. */
  readonly itemId?: string | undefined;
  /** changed: in which parts. */
  readonly parts?: readonly ItemPart[] | undefined;
  /** twin: number of the row that it repeats. */
  readonly twinOf?: number | undefined;
  readonly similar: readonly Resemblance[];
  /** What the reader and the look at the bank had to say. */
  readonly notes: readonly FileNote[];
  /** What keeps the item from being published, or should be looked at. */
  readonly findings: readonly ItemFinding[];
}

/** What the person chose for questions that say nothing of it. */
export interface ImportDefaults {
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
  readonly source: string;
  /** The format that the person named; undefined lets the content decide. */
  readonly format?: Format | undefined;
}

/** What shall be done with the rows. */
export interface ImportChoices {
  /** Rows that could not be read are left out; otherwise one of them keeps the whole import back. */
  readonly skipsFaulty: boolean;
  readonly changed: 'version' | 'skip';
  /** Sound items go to review at once; those with faults stay drafts. */
  readonly submits: boolean;
}

/** Counts of a dry run. */
export interface ImportReport {
  readonly format: Format;
  readonly rows: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Rows with at least one warning or finding. */
  readonly warned: number;
  /** Rows that would be made or changed and whose findings keep them from review. */
  readonly unsound: number;
  readonly similar: number;
  readonly images: number;
  /** Notes of the file as a whole. */
  readonly notes: readonly FileNote[];
  /** The same bytes were imported before: by which job, when. */
  readonly importedBefore?: { readonly jobId: string; readonly at: number } | undefined;
  readonly refusal?: FileRefusal | undefined;
  readonly choices?: ImportChoices | undefined;
  /** What applying did. */
  readonly result?: ImportResult | undefined;
  /** The bank changed between the dry run and applying, so that the dry run was made again. */
  readonly isRenewed?: boolean | undefined;
}

export interface ImportResult {
  readonly created: number;
  readonly changed: number;
  readonly submitted: number;
  readonly left: number;
}

/** What one row would do under these choices. */
export const effectOf = (row: Pick<ImportRow, 'verdict'>, choices: ImportChoices): 'create' | 'change' | 'leave' => {
  if (row.verdict === 'new') return 'create';
  return row.verdict === 'changed' && choices.changed === 'version' ? 'change' : 'leave';
};

/** Counts of rows for the head of a report. */
export function countRows(
  rows: readonly ImportRow[],
): Pick<ImportReport, 'rows' | 'verdicts' | 'warned' | 'unsound' | 'similar'> {
  const verdicts: Record<Verdict, number> = { new: 0, changed: 0, same: 0, twin: 0, locked: 0, faulty: 0 };
  let [warned, unsound, similar] = [0, 0, 0];
  for (const row of rows) {
    verdicts[row.verdict] += 1;
    if (hasWarning(row)) warned += 1;
    if (row.similar.length > 0) similar += 1;
    if ((row.verdict === 'new' || row.verdict === 'changed') && isUnsound(row)) unsound += 1;
  }
  return { rows: rows.length, verdicts, warned, unsound, similar };
}

/** Questions that cannot be taken: rows with errors, and what the reader could make no row of. */
export const countFaults = ({ verdicts, notes }: Pick<ImportReport, 'verdicts' | 'notes'>): number =>
  verdicts.faulty + notes.filter(({ level }) => level === 'error').length;

/** Whether something about the row should be looked at. */
export const hasWarning = (row: ImportRow): boolean =>
  row.notes.some(({ level }) => level !== 'error') || row.findings.length > 0 || row.similar.length > 0;

/** Whether the item has faults that keep it from review. */
export const isUnsound = (row: Pick<ImportRow, 'findings'>): boolean =>
  row.findings.some(({ level }) => level === 'error');

/** Whether topic and lesson of the row are those that the file names, and not a default in place of an unknown name. */
export const isPlaceKnown = (row: Pick<ImportRow, 'notes'>): boolean =>
  !row.notes.some(({ code }) => code === 'unknown-topic');
