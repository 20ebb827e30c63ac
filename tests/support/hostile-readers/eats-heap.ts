import { serveReader } from '#app/features/exchange/reading/serve-reader.server.ts';

interface Kept {
  readonly text: string;
  readonly before: Kept | undefined;
}

// A reader that keeps more and more objects. why a chain: a list that grows asks for one large piece at once, at which the
// engine may end the whole process before it asks the limit of the thread.
await serveReader(() => {
  let kept: Kept | undefined;
  for (let number = 0; ; number += 1) kept = { text: `${number}`.repeat(20), before: kept };
});
