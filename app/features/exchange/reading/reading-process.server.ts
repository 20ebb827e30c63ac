import { findFormat, readAs } from '../formats/registry.server.ts';
import { serveReader } from './serve-reader.server.ts';

// The whole program of a reading process: nothing of it runs in the server itself.
serveReader(async ({ file, chosen }, onProgress) => {
  const format = await findFormat(file, chosen);
  return format.ok ? readAs(format.value, file, onProgress) : format;
});
