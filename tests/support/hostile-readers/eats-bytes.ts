import { setTimeout } from 'node:timers/promises';
import { serveReader } from '#app/features/exchange/reading/serve-reader.server.ts';

// A reader that keeps more and more bytes, which are outside the heap that a thread is limited to.
await serveReader(async () => {
  const kept: Buffer[] = [];
  for (;;) {
    kept.push(Buffer.alloc(16 * 1024 * 1024, kept.length % 251));
    await setTimeout(2);
  }
});
