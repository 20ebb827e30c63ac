import { serveReader } from '#app/platform/reading/serve-reader.server.ts';
import { findFormat, readAs } from '../formats/registry.server.ts';
import type { UploadTask } from './read-upload.server.ts';

// The whole program of a reading process: nothing of it runs in the server itself.
serveReader(async ({ file, chosen }: UploadTask, onProgress) => {
  const format = await findFormat(file, chosen);
  return format.ok ? readAs(format.value, file, onProgress) : format;
});
