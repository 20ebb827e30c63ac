import { serveReader } from '#app/platform/reading/serve-reader.server.ts';

// A reader that keeps more and more objects.
serveReader(() => {
  const kept: object[] = [];
  for (let number = 0; ; number += 1) kept.push({ number, text: `${number}`.repeat(20) });
});
