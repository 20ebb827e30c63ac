import { serveReader } from '#app/platform/reading/serve-reader.server.ts';

// A reader that asks for more than its heap in one piece, at which an engine ends the whole process and not one thread of it.
serveReader(() => {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 30_000_000 }, (_, at) => at + 0.5));
});
