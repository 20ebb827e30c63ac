import { resolve } from 'node:path';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { refuse, type Result } from '#app/domain/kernel/result.ts';
import { readInProcess } from '../reading/read-in-process.server.ts';

/** One sheet of a clerk's file as texts; rows and cells that say nothing are left out, or empty between others. */
export interface TableSheet {
  /** Empty for a CSV file. */
  readonly name: string;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As the file counts it, from 1. */
  readonly number: number;
  /** By columns from 0: tidy, composed (NFC) texts, dates as dd/mm/yyyy; empty for an empty cell. */
  readonly cells: readonly string[];
}

/** Why a file could not be read as tables; text/file-notes.ts has the sentences. */
export type TableRefusal = FileRefusal;

/** A file as it was sent. */
export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MB = 1024 * 1024;
/** A list of 60,000 people in a workbook is some 4 MB. */
export const TABLE_FILE_BYTES = 20 * MB;
const LIMITS = { ms: 30_000, heapMb: 512, memoryMb: 1_000 };

// why from the top of the project: the server runs from a bundle, and this process from the sources that lie beside it.
const READING_PROCESS = resolve('app/platform/tables/reading-process.server.ts');

/**
 * Reads the sheets of an Excel workbook (.xlsx) or a CSV file in a process of its own with limits of time and memory. Hidden sheets
 * and rows are left out. Refused are files that are too large, broken, encrypted, of another format, or that have macros; the old
 * .xls too, with a word that says to save it anew.
 */
export async function readTables(file: TableFile): Promise<Result<TableSheet[], TableRefusal>> {
  if (file.bytes.length === 0) return refuse({ code: 'file-empty' });
  if (file.bytes.length > TABLE_FILE_BYTES)
    return refuse({ code: 'file-too-large', values: { limit: TABLE_FILE_BYTES } });
  const options = { limits: LIMITS };
  const read = await readInProcess<Result<TableSheet[], TableRefusal>>(READING_PROCESS, file, options);
  return read ?? refuse({ code: 'takes-too-long' });
}
