import { serveReader } from '#app/platform/reading/serve-reader.server.ts';

const MB = 1024 * 1024;

// A reader that keeps more and more bytes, which are outside the limit of the heap, and lets nothing else of its thread run. It
// says how many MB it has.
serveReader((_task, onProgress) => {
  const kept: Buffer[] = [];
  for (;;) {
    kept.push(Buffer.alloc(MB, kept.length % 251));
    onProgress(kept.length, 1);
  }
});
