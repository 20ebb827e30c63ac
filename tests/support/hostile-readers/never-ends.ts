import { serveReader } from '#app/features/exchange/reading/serve-reader.server.ts';

// A reader that says how far it is and then turns in one place for ever: nothing but ending its thread stops it.
await serveReader((_task, onProgress) => {
  onProgress(1, 1_000);
  for (;;);
});
