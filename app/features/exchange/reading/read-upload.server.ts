import { resolve } from 'node:path';
import type { FileRefusal, Format, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { refuse, type Result } from '#app/domain/kernel/result.ts';
import { readInProcess } from '#app/platform/reading/read-in-process.server.ts';
import type { ReadingLimits } from '#app/platform/reading/serve-reader.server.ts';

/** What the reading process of questions is given. */
export interface UploadTask {
  readonly file: UploadedFile;
  readonly chosen: Format | undefined;
}

// why from the top of the project: the server runs from a bundle, and this process from the sources that lie beside it.
const READING_PROCESS = resolve('app/features/exchange/reading/reading-process.server.ts');

/**
 * Reads a file of questions in a process of its own, see readInProcess().
 * @param program what the process runs, as an absolute path; another one in tests only
 */
export async function readUpload(
  file: UploadedFile,
  options: {
    readonly chosen?: Format | undefined;
    readonly onProgress?: ((done: number, total: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly limits?: ReadingLimits;
    readonly program?: string;
  } = {},
): Promise<Result<ParsedFile, FileRefusal>> {
  const { chosen, program = READING_PROCESS, ...how } = options;
  const task: UploadTask = { file, chosen };
  const read = await readInProcess<Result<ParsedFile, FileRefusal>>(program, task, how);
  return read ?? refuse({ code: 'takes-too-long' });
}
