import type { FileRefusal, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import type { Result } from '#app/domain/kernel/result.ts';
import { readQti } from '../qti/read-qti.server.ts';

/** Reads QTI 3.0: a package or a single item. */
export const readQti3 = (
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> => readQti('qti3', file, onProgress);
