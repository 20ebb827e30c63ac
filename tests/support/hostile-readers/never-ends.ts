import { serveReader } from '#app/platform/reading/serve-reader.server.ts';

// A reader that says which process it is and then turns in one place for ever: nothing but ending its process stops it.
serveReader((_task, onProgress) => {
  onProgress(1, process.pid);
  for (;;);
});
